// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { readArrival } from "./arrival";

const token = `x.${btoa(JSON.stringify({ sub: "u1", email: "ana@colegio.example" }))}.x`;
const read = (address: string) => readArrival(new URL(address, "https://athena.example") as unknown as Location);

describe("a link of a mail", () => {
  test("brings a session and leaves no token in the address", () => {
    const { arrival, address } = read(
      `/clave?school=1#access_token=${token}&refresh_token=r&token_type=bearer&type=recovery`,
    );
    expect(arrival.link).toEqual({
      accessToken: token,
      refreshToken: "r",
      userId: "u1",
      email: "ana@colegio.example",
    });
    expect(arrival.recovery).toBe(true);
    expect(address).toBe("/clave?school=1");
  });
  test("that failed says why, in the fragment or the query", () => {
    const failed = "error=access_denied&error_code=otp_expired&error_description=x";
    for (const address of [`/entrar?next=%2Fcolegio#${failed}`, `/entrar?next=%2Fcolegio&${failed}`]) {
      expect(read(address).arrival.failed).toBe("otp_expired");
      expect(read(address).address).toBe("/entrar?next=%2Fcolegio");
    }
  });
  test("with a broken token brings nobody in", () => {
    expect(read("/#access_token=a.b.c&refresh_token=r").arrival.link).toBeNull();
  });
});

describe("an invitation", () => {
  test("keeps its secret out of the address", () => {
    const { arrival, address } = read(`/invitacion?secret=abc#access_token=${token}&refresh_token=r&type=recovery`);
    expect(arrival.secret).toBe("abc");
    expect(address).toBe("/invitacion");
  });
  test("elsewhere a parameter of that name is not touched", () => {
    expect(read("/estudiantes?secret=abc").address).toBe("/estudiantes?secret=abc");
  });
});

test("an ordinary address stays as it is", () => {
  expect(read("/estudiantes?q=ana#notas").address).toBe("/estudiantes?q=ana#notas");
});
