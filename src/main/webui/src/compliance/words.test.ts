import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { coded, technical } from "./changes";
import { audit as english } from "./words.en";
import { audit as spanish } from "./words.es";

const schema = readFileSync("../../../docs/schema.sql", "utf8");

/** The audited tables, each with the columns that its lines may name. */
const tables = [...schema.matchAll(/^CREATE TRIGGER audit AFTER .* ON athena\.(\w+) .*audit_row\((.*)\);$/gm)].map(
  ([, name = "", args = ""]) => {
    const leftOut = [...args.matchAll(/'-(\w+)'/g)].map(([, column]) => column);
    const body = new RegExp(`^CREATE TABLE athena\\.${name} \\(\n(.*?)\n\\)`, "ms").exec(schema)?.[1] ?? "";
    const lines = body.split("\n").filter((line) => /^ +"?[a-z]/.test(line));
    const columns = lines.map((line) => /"?(\w+)"?/.exec(line)?.[1] ?? "");
    return { name, body, columns: columns.filter((column) => !leftOut.includes(column) && !technical.test(column)) };
  },
);

test("the schema names its audited tables and their columns", () => {
  expect(tables.length).toBeGreaterThan(15);
  for (const { name, columns } of tables) expect(columns, name).not.toEqual([]);
  const memberships = tables.find(({ name }) => name === "school_memberships")?.columns;
  expect(memberships).toContain("roles");
  expect(memberships).not.toContain("mail_due_at");
});

describe.each([
  ["Spanish", spanish],
  ["English", english],
])("%s", (_, words) => {
  test.each(tables)("has words for every column of $name", ({ name, columns }) => {
    expect(Object.keys(words.kinds)).toContain(name);
    expect(columns.filter((column) => !(column in words.fields))).toEqual([]);
  });

  test.each(tables)("has words for the codes of $name", ({ columns, body }) => {
    for (const [, column = "", list = ""] of body.matchAll(/CHECK \(.*?\b(\w+) (?:= ANY \(|<@ )\(?ARRAY\[(.*?)\]/g)) {
      if (!columns.includes(column)) continue;
      const codes = [...list.matchAll(/'(\w+)'/g)].map(([, code = ""]) => code);
      expect(coded).toContain(column);
      expect(codes.filter((code) => !(code in words.values))).toEqual([]);
    }
  });
});
