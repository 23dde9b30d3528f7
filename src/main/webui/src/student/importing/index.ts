export { StudentImport } from "./StudentImport";
export { StudentImports } from "./StudentImports";
