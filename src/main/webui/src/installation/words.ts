import { addWords } from "@/platform/i18n/i18n";
import { installation } from "./words.es";

addWords("installation", installation, async () => (await import("./words.en")).installation);
