export { AuditLog } from "./AuditLog";
export { loadLastChanges } from "./loadLastChanges";
