import i18next, { type FormatterModule } from "i18next";
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
  await i18next
    .use(initReactI18next)
    .use(counts)
    .init({
      lng: "es",
      fallbackLng: "es",
      resources: { es: { translation: spanish } },
      interpolation: { escapeValue: false, alwaysFormat: true },
      // Words that come with a screen are shown when they are there.
      react: { bindI18nStore: "added" },
    });
  loadEnglish = english;
  if (device.get(KEPT) === "en") await speak("en");
}

/** Writes how many there are as every other number: 1.234. */
export const counts: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, _language, { interpolationkey } = { interpolationkey: "" }) =>
    interpolationkey === "count" && typeof value === "number" ? new Intl.NumberFormat(locale()).format(value) : value,
};

let loadEnglish: () => Promise<Words> = async () => ({});

/** How to get the English words of the features whose Spanish ones are there. */
const english = new Map<string, () => Promise<Words>>();

/**
 * Brings the words of a feature, which travel with its screens; every file that says one imports the feature's words.
 *
 * @param name the first part of their keys
 * @param load fetches the English ones when somebody wants them; until then the Spanish ones stand
 */
export function addWords(name: string, spanish: Words, load: () => Promise<Words>) {
  add("es", name, spanish);
  english.set(name, load);
  if (language() === "en") load().then((words) => add("en", name, words));
}

const add = (spoken: Language, name: string, words: Words) =>
  i18next.addResourceBundle(spoken, "translation", { [name]: words }, true, true);

export async function speak(chosen: Language) {
  if (chosen === "en") {
    i18next.addResourceBundle("en", "translation", await loadEnglish(), true, true);
    await Promise.all([...english].map(async ([name, load]) => add("en", name, await load())));
  }
  device.set(KEPT, chosen);
  document.documentElement.lang = chosen;
  await i18next.changeLanguage(chosen);
}
