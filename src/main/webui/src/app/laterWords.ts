import { addWords } from "@/platform/i18n/i18n";
import type { es } from "./words.es";

/** The Spanish words that the first screens do not need, by feature. Each file names its words as the feature is named here. */
const later = {
  account: () => import("@/account/words.es"),
  audit: () => import("@/compliance/words.es"),
  guardian: () => import("@/student/guardianWords.es"),
  importing: () => import("@/student/importing/words.es"),
  installation: () => import("@/installation/words.es"),
  person: () => import("@/person/words.es"),
  school: () => import("@/school/words.es"),
  student: () => import("@/student/words.es"),
};

type Later = typeof later;
type Name = keyof Later;

/** The words of all features, which every language has. */
export type AllWords = typeof es & {
  [N in Name]: Awaited<ReturnType<Later[N]>> extends Record<N, infer W> ? W : never;
};

/** Which words a screen needs, by the start of its address. */
const needs: readonly (readonly [RegExp, readonly Name[]])[] = [
  [/^\/(estudiantes|imprimir)/, ["student", "guardian", "importing"]],
  [/^\/acudientes/, ["guardian", "student"]],
  [/^\/personas/, ["person"]],
  [/^\/colegio/, ["school"]],
  [/^\/auditoria/, ["audit"]],
  [/^\/plataforma/, ["installation"]],
  [/^\/(entrar|clave|recuperar|invitacion|elegir-colegio|otra-cuenta|segundo-factor|mi-cuenta)/, ["account"]],
];

/** Has the words of the screen at that address ready before it is drawn. */
export const wordsFor = (address: string) => wordsOf(...(needs.find(([start]) => start.test(address))?.[1] ?? []));

/** Has the words of those features ready: for a part of one that stands on other screens. */
export async function wordsOf(...names: Name[]): Promise<void> {
  for (const words of await Promise.all(names.map((name) => later[name]()))) addWords({ ...words });
}
