import "./words";
import { useTranslation } from "react-i18next";
import { capitalised } from "@/platform/i18n/formats";
import type { Fact } from "@/platform/ui/Facts";
import { student } from "./words.es";

type Known = keyof typeof student.extra;

/** Data for which the page has no fields, in words: known names as people call them, others with a capital. */
export function useFreeFacts(data: Readonly<Record<string, unknown>> | null | undefined): Fact[] {
  const { t } = useTranslation();
  const nameOf = (name: string) =>
    name.toLowerCase() in student.extra
      ? t(`student.extra.${name.toLowerCase() as Known}`)
      : capitalised(name.replaceAll("_", " "));
  const textOf = (value: unknown): string => {
    if (typeof value === "boolean") return t(value ? "ui.yes" : "ui.no");
    if (Array.isArray(value)) return value.map(textOf).join(", ");
    if (value === null || value === undefined) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  return Object.entries(data ?? {}).map(([name, value]): Fact => [nameOf(name), textOf(value)]);
}
