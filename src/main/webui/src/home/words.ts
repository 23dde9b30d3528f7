import { addWords } from "@/platform/i18n/i18n";
import { home } from "./words.es";

addWords("home", home, async () => (await import("./words.en")).home);
