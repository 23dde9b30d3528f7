// Prepares the built page for the service: compresses what is worth it, lists every file for the server, which cannot
// list the class path, and stops the build when a first screen has become too heavy.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { constants, gzipSync } from "node:zlib";

const dist = new URL("../dist", import.meta.url).pathname;
/** What home and every list may load, in kB after compression. */
const limit = 250;
const screens = /src\/routes\/_in\/(index|estudiantes\.index|acudientes\.index|personas\.index|auditoria)\.tsx/;

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json")));
rmSync(join(dist, ".vite"), { recursive: true });

const zipped = new Map();
for (const file of files(dist).filter((name) => /\.(js|css|html|svg|json)$/.test(name))) {
  const whole = readFileSync(file);
  const small = gzipSync(whole, { level: constants.Z_BEST_COMPRESSION });
  zipped.set(relative(dist, file), small.length);
  if (small.length < whole.length * 0.9) writeFileSync(`${file}.gz`, small);
}
const list = files(dist)
  .map((file) => relative(dist, file))
  .sort();
writeFileSync(join(dist, "files.txt"), `${list.join("\n")}\n`);

function load(keys, seen = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk || seen.has(chunk.file)) continue;
    seen.add(chunk.file);
    for (const style of chunk.css ?? []) seen.add(style);
    load(chunk.imports ?? [], seen);
  }
  return seen;
}

const weigh = (keys) => {
  const names = [...load(keys)];
  const bytes = names.reduce((sum, name) => sum + (zipped.get(name) ?? statSync(join(dist, name)).size), 0);
  return { files: names.length, kB: Math.round(bytes / 100) / 10 };
};
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const shell = Object.keys(manifest).filter((key) => /src\/routes\/_in\.tsx/.test(key));
const rows = [["entry", weigh([entry])]];
for (const key of Object.keys(manifest).filter((name) => screens.test(name))) {
  rows.push([key.replace(/.*routes\/|\.tsx.*/g, ""), weigh([entry, ...shell, key])]);
}
for (const [name, { files: count, kB }] of rows)
  console.log(`${name.padEnd(24)} ${String(kB).padStart(6)} kB ${count} files`);
const heavy = rows.filter(([, { kB }]) => kB > limit);
if (heavy.length) {
  console.error(`More than ${limit} kB at first: ${heavy.map(([name]) => name).join(", ")}`);
  process.exit(1);
}
