import { addWords } from "@/platform/i18n/i18n";
import { school } from "./words.es";

addWords("school", school, async () => (await import("./words.en")).school);
