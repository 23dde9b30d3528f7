export { AuditLog } from "./AuditLog";
export { LastChanges } from "./LastChanges";
