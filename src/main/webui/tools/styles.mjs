// Writes the style sheet of the kit that stands from the start: the styles of components that the page uses, without those
// that come with the screens that need them. The whole sheet weighs as much as half a screen.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { imported, later, partsOf, sheetsOf } from "./kit.mjs";

const src = new URL("../src/", import.meta.url);
const sources = readdirSync(src, { recursive: true }).filter((file) => /\.tsx?$/.test(file));
const used = partsOf(sources.flatMap((file) => imported(readFileSync(new URL(file, src), "utf8"))));
const first = ["baseline", "default-css-variables", "global", ...[...used].filter((name) => !later.includes(name))];

writeFileSync(
  new URL("app/mantine.gen.css", src),
  sheetsOf(first)
    .map((path) => `@import "${path}";\n`)
    .join(""),
);
