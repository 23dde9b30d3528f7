import { addWords } from "@/platform/i18n/i18n";
import { person } from "./words.es";

addWords("person", person, async () => (await import("./words.en")).person);
