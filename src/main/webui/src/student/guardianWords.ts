import { addWords } from "@/platform/i18n/i18n";
import { guardian } from "./guardianWords.es";

addWords("guardian", guardian, async () => (await import("./guardianWords.en")).guardian);
