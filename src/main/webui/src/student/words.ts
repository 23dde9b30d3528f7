import { addWords } from "@/platform/i18n/i18n";
import { student } from "./words.es";

addWords("student", student, async () => (await import("./words.en")).student);
