import i18next from "i18next";
import { expect, test } from "vitest";
import { startWords } from "./i18n";
import { platform } from "./words.es";

test("how many there are is written as every other number, in the plural of it", async () => {
  await startWords(platform, async () => ({}));
  expect(i18next.t("ui.waitFor", { count: 1 })).toBe("Espere 1 segundo.");
  expect(i18next.t("ui.waitFor", { count: 12_345 })).toBe("Espere 12.345 segundos.");
  expect(i18next.t("ui.noSuchPage", { page: "9999" })).toBe("La lista no llega hasta la página 9999.");
});
