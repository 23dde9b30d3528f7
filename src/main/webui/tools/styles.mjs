// Writes the style sheet of the kit: only the styles of components that the page uses. The whole sheet weighs as much as
// half a screen. A component brings those that it is made of.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const src = new URL("../src/", import.meta.url);
const kit = new URL("../node_modules/@mantine/core/", import.meta.url);

const sources = readdirSync(src, { recursive: true }).filter((file) => /\.tsx?$/.test(file));
const wanted = new Set();
for (const file of sources) {
  for (const [, names] of readFileSync(new URL(file, src), "utf8").matchAll(
    /import \{([^}]*)\} from "@mantine\/core"/g,
  )) {
    for (const name of names.split(",")) take(name.replace(/\btype\b/, "").trim());
  }
}
// What the notifications are made of.
take("Notification");

/** A component and, by its own imports, all that it is made of. */
function take(name) {
  const folder = [`esm/components/${name}/`, `esm/utils/${name}/`]
    .map((path) => new URL(path, kit))
    .find((path) => existsSync(path));
  if (!name || wanted.has(name) || !folder) return;
  wanted.add(name);
  for (const file of readdirSync(folder, { recursive: true }).filter((one) => one.endsWith(".mjs"))) {
    for (const [, part] of readFileSync(new URL(file, folder), "utf8").matchAll(
      /from "(?:\.\.\/)+(?:utils\/)?([A-Z]\w+)\//g,
    ))
      take(part);
  }
}

const whole = readFileSync(new URL("styles.css", kit), "utf8");
const sheet = (name) => new URL(`styles/${name}.css`, kit);
// The whole sheet's order: later rules win.
const place = (name) => whole.indexOf(readFileSync(sheet(name), "utf8").trim().slice(0, 200));
const names = ["baseline", "default-css-variables", "global", ...wanted]
  .filter((name) => existsSync(sheet(name)))
  .sort((a, b) => place(a) - place(b));
writeFileSync(
  new URL("app/mantine.gen.css", src),
  names.map((name) => `@import "@mantine/core/styles/${name}.css";\n`).join(""),
);
