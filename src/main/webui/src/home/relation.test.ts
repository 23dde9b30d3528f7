import { expect, test } from "vitest";
import { relation } from "./relation";

const me = (...roles: ("teacher" | "acudiente" | "student")[]) => ({
  school_id: "1",
  memberships: [
    { id: "a", school_id: "2", school_name: "Otro", roles: ["teacher" as const] },
    { id: "b", school_id: "1", school_name: "Este", roles },
  ],
});

test("a family sees children, whatever the person is in another school", () => {
  expect(relation(me("acudiente"))).toBe("children");
});

test("a student sees the own data, a teacher the own students", () => {
  expect(relation(me("student"))).toBe("me");
  expect(relation(me("teacher", "acudiente"))).toBe("pupils");
});
