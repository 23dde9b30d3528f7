import { addWords } from "@/platform/i18n/i18n";

/** Loads {@link LastChanges} with its words, for a screen that is not of this feature. */
export async function loadLastChanges() {
  const [{ LastChanges }, { audit }] = await Promise.all([import("./LastChanges"), import("./words.es")]);
  addWords({ audit });
  return { default: LastChanges };
}
