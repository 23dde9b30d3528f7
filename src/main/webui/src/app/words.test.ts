import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

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
