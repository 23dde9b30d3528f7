// Writes what the page takes from the service beside the types: who may call an operation, which codes of problems there
// are, and what a fault of a file is called in Spanish. A button asks for the operation; nobody writes a permission down twice.
import { readFileSync, writeFileSync } from "node:fs";

const description = JSON.parse(readFileSync(new URL("../../resources/openapi.json", import.meta.url)));
const methods = ["get", "post", "put", "patch", "delete"];

const operations = Object.values(description.paths)
  .flatMap((path) => methods.filter((method) => method in path).map((method) => path[method]))
  .sort((a, b) => a.operationId.localeCompare(b.operationId))
  .map((operation) => `  ${operation.operationId}: ${JSON.stringify(operation["x-permissions"] ?? [])},`);
const codes = description.components.schemas.Problem.properties.code.enum.map((code) => `  ${JSON.stringify(code)},`);

writeFileSync(
  new URL("../src/platform/api/operations.ts", import.meta.url),
  `// Generated from the description of the API by "npm run api".
export const operations = {
${operations.join("\n")}
} as const satisfies Record<string, readonly string[]>;

export type Operation = keyof typeof operations;

export const problemCodes = [
${codes.join("\n")}
] as const;
`,
);

// Lines "code = sentence"; a line that begins with # is a comment.
const faults = readFileSync(new URL("../../resources/faults_es.properties", import.meta.url), "utf8")
  .split("\n")
  .map((line) => /^(\w+)\s*=\s*(.+)$/.exec(line))
  .filter(Boolean)
  .map(([, code, sentence]) => `  ${code}: ${JSON.stringify(sentence.trim())},`);

writeFileSync(
  new URL("../src/platform/api/faults.ts", import.meta.url),
  `// Generated from faults_es.properties of the service by "npm run api".
export const faults: Readonly<Record<string, string>> = {
${faults.join("\n")}
};
`,
);
