import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { device } from "@/platform/keep";

export type Language = "es" | "en";

/** The words of one language, by feature. */
export type Words = { [name: string]: string | Words };

/** The shape of the Spanish words: another language that misses one does not compile. */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

const KEPT = "athena.language";

export const language = (): Language => (i18next.language === "en" ? "en" : "es");

/** The locale of numbers and dates: Colombia's for both languages, with English names of months. */
export const locale = () => (language() === "en" ? "en-US" : "es-CO");

/**
 * Starts with the language of the last visit, Spanish at first.
 *
 * @param spanish all Spanish words, which the page brings along
 * @param english loads the English words, which are fetched when somebody wants them
 */
export async function startWords(spanish: Words, english: () => Promise<Words>) {
  await i18next.use(initReactI18next).init({
    lng: "es",
    fallbackLng: "es",
    resources: { es: { translation: spanish } },
    interpolation: { escapeValue: false },
  });
  loadEnglish = english;
  if (device.get(KEPT) === "en") await speak("en");
}

let loadEnglish: () => Promise<Words> = async () => ({});

export async function speak(chosen: Language) {
  if (chosen === "en" && !i18next.hasResourceBundle("en", "translation")) {
    i18next.addResourceBundle("en", "translation", await loadEnglish());
  }
  device.set(KEPT, chosen);
  document.documentElement.lang = chosen;
  await i18next.changeLanguage(chosen);
}
