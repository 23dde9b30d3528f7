export { GuardianInvitations } from "./GuardianInvitations";
export { PersonForm } from "./PersonForm";
export { PersonList } from "./PersonList";
export { PersonScreen } from "./PersonScreen";
export { StaffFile } from "./StaffFile";
