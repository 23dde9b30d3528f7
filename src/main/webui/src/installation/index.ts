export { SchoolList } from "./SchoolList";
export { Service } from "./Service";
