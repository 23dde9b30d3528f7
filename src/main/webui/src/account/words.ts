import { addWords } from "@/platform/i18n/i18n";
import { account } from "./words.es";

addWords("account", account, async () => (await import("./words.en")).account);
