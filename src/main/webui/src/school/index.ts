export { NewYear } from "./NewYear";
export { SchoolFrame } from "./SchoolFrame";
export { Settings } from "./SettingsForm";
export { YearList } from "./YearList";
export { YearScreen } from "./YearScreen";
