import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { powers, type Role, roles } from "@/person/roles";
import { operations } from "@/platform/api/operations";
import { holds } from "@/platform/permissions/holds";
import { guardian } from "@/student/guardianWords.es";

/** The features' words by the first part of their keys, and the module that brings them. */
const modules: Record<string, string> = {
  account: "account/words",
  audit: "compliance/words",
  home: "home/words",
  installation: "installation/words",
  person: "person/words",
  school: "school/words",
  student: "student/words",
  importing: "student/importing/words",
  guardian: "student/guardianWords",
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !/ords|\.test\.|\.gen\.|\.d\.ts/.test(file),
);

/** Without the import a screen may show the key of a word in its place. */
test.each(files)("%s brings the words that it says", (file) => {
  const text = readFileSync(`src/${file}`, "utf8");
  const said = [...text.matchAll(/\bt\(\s*[`"](\w+)\./g)].map((match) => modules[match[1] as string]);
  const missing = [...new Set(said)].filter(
    (module) => module && !text.includes(`${module.slice(module.lastIndexOf("/") + 1)}";`),
  );
  expect(missing).toEqual([]);
});

/** In both forms, or it reads "1 acudientes". Of some there is always more than one. */
test("whatever counts has a singular and a plural", () => {
  const alwaysSeveral = ["several", "length"];
  const words = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
    /ords\.e[sn]\.ts$/.test(file),
  );
  const faults = words.flatMap((file) =>
    [...readFileSync(`src/${file}`, "utf8").matchAll(/^ *(\w+):\s+"[^"\n]*\{\{count\}\}/gm)]
      .map((match) => match[1] as string)
      .filter((key) => !/_(one|other)$/.test(key) && !alwaysSeveral.includes(key))
      .map((key) => `${file}: ${key}`),
  );
  expect(words.length).toBeGreaterThan(15);
  expect(faults).toEqual([]);
});

test("who reads the text of a restriction is told truly", () => {
  const spanish = {
    rector: "rectoría",
    coordinator: "coordinación",
    secretary: "secretaría",
    counselor: "orientación",
  };
  const others = { teacher: "docen", student: "estudiante", acudiente: "acudiente" };
  const names: Record<Role, string> = { ...spanish, ...others };
  const named = roles.filter((role) => guardian.restriction.textHint.includes(names[role]));
  expect(named).toEqual(roles.filter((role) => holds(powers[role], operations.listStudentGuardians)));
});
