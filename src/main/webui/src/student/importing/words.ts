import { addWords } from "@/platform/i18n/i18n";
import { importing } from "./words.es";

addWords("importing", importing, async () => (await import("./words.en")).importing);
