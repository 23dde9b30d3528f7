import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { grantable, inOrder, powers, type Role, roles } from "./roles";

/** The permissions of each role as the service's own enum names them. */
function rolesOfTheService(): Record<string, string[]> {
  const source = readFileSync("../java/org/athena/platform/tenancy/Role.java", "utf8");
  const constants = source.slice(source.indexOf("enum Role {")).split(";")[0] ?? "";
  return Object.fromEntries(
    constants
      .split(/\n {4}(?=[A-Z]+\()/)
      .slice(1)
      .map((constant) => [
        constant.slice(0, constant.indexOf("(")).toLowerCase(),
        [...constant.matchAll(/\b(READ|WRITE|DELETE|MANAGE|CONFIG|EXPORT)_([A-Z_]+)\b/g)].map(
          ([, verb = "", what = ""]) => `${verb}:${what}`.toLowerCase(),
        ),
      ]),
  );
}

describe("what a role may do", () => {
  const service = rolesOfTheService();
  test("the page knows the roles of the service", () => {
    expect([...roles].sort()).toEqual(Object.keys(service).sort());
  });
  test.each(roles)("%s may do what the service lets it do", (role) => {
    expect([...powers[role]].sort()).toEqual([...(service[role] ?? [])].sort());
  });
});

describe("who may grant a role", () => {
  test("whoever may do everything in the school grants every role, those of own rows too", () => {
    expect(roles.filter((role) => grantable(role, powers.rector))).toEqual(roles);
  });
  test("nobody grants more than they have", () => {
    const held = [...powers.secretary, "manage:users"];
    expect(grantable("secretary", held)).toBe(true);
    expect(grantable("rector", held)).toBe(false);
    expect(grantable("coordinator", held)).toBe(false);
  });
  test("to manage people is never covered by another permission", () => {
    expect(grantable("rector", ["read:all", "write:all", "delete:all"])).toBe(false);
  });
});

test("roles stand in one order", () => {
  expect(inOrder(["teacher", "rector"] satisfies Role[])).toEqual(["rector", "teacher"]);
});
