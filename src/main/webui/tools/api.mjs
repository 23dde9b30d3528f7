// Writes what the page takes from the description of the API beside the types: who may call an operation, and which
// codes of problems there are. A button asks for the operation; nobody writes a permission down twice.
import { readFileSync, writeFileSync } from "node:fs";

const description = JSON.parse(readFileSync(new URL("../../resources/openapi.json", import.meta.url)));
const methods = ["get", "post", "put", "patch", "delete"];

const operations = Object.values(description.paths)
  .flatMap((path) => methods.filter((method) => method in path).map((method) => path[method]))
  .sort((a, b) => a.operationId.localeCompare(b.operationId))
  .map((operation) => `  ${operation.operationId}: ${JSON.stringify(operation["x-permissions"] ?? [])},`);
const schemas = description.components.schemas;
const reasons = schemas.ConflictReason.enum.map((reason) => `  ${JSON.stringify(reason)},`);
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

/** The rules that a 409 names. */
export const conflictReasons = [
${reasons.join("\n")}
] as const;
`,
);

// The sentences for faults are the service's own, which writes them into the lists of faults: one list for both.
const faults = readFileSync(new URL("../../resources/faults_es.properties", import.meta.url), "utf8")
  .split("\n")
  .map((line) => /^(\w+) = (.+)$/.exec(line))
  .filter((match) => match !== null)
  .map(([, code, sentence]) => `  ${code}: ${JSON.stringify(sentence)},`);

writeFileSync(
  new URL("../src/platform/i18n/faults.es.gen.ts", import.meta.url),
  `// Generated from faults_es.properties by "npm run api".
export const faults = {
${faults.join("\n")}
} as const;
`,
);
