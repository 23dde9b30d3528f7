export { StudentList } from "./StudentList";
