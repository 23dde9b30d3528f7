import { addWords } from "@/platform/i18n/i18n";
import { audit } from "./words.es";

addWords("audit", audit, async () => (await import("./words.en")).audit);
