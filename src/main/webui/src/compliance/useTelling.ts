import "./words";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { day, moment, number } from "@/platform/i18n/formats";
import { actOf } from "./acts";
import { type Change, changesOf, coded, kindOf, nameOfGone, rowsOf } from "./changes";
import type { audit } from "./words.es";

/** An entry of the log. */
export type Entry = Schemas["AuditEntry"];

export type Kind = Schemas["AuditedTable"];
export type Action = Schemas["AuditAction"];
type Field = keyof typeof audit.fields;
type Value = keyof typeof audit.values;

/** Whose names are those of people, so that they stand after "of". */
const ofPeople: readonly Kind[] = ["school_memberships", "student_guardians", "enrollments"];

/** Tells entries of the log in sentences. What the page has no word for keeps the name that the service gives it. */
export function useTelling() {
  const { t } = useTranslation();

  const kind = (table: Kind, part: "to" | "of" | "all"): string =>
    t(`audit.kinds.${table}.${part}`, { defaultValue: table });
  const field = (column: string): string => t(`audit.fields.${column as Field}`, { defaultValue: column });
  const action = (code: Action): string => t(`audit.actions.${code}`, { defaultValue: code });
  const actor = (entry: Entry): string =>
    entry.actor_name ?? (entry.actor_id ? t("audit.somebody") : t("audit.system"));

  const named = (entry: Entry, part: "to" | "of"): string => {
    const { entity_type } = entry;
    const thing = kind(entity_type, part);
    const name = entry.entity_name ?? nameOfGone(entry);
    if (!name) return thing;
    return ofPeople.includes(entity_type) ? t("audit.whose", { thing, name }) : `${thing} ${name}`;
  };

  const sentence = (entry: Entry): string => {
    const said = { actor: actor(entry), object: named(entry, "to"), of: named(entry, "of") };
    const name = entry.entity_name ?? t("audit.somebodyElse");
    const act = actOf(entry);
    if (act) return capital(t(`audit.acts.${act.act}`, { ...said, name }));
    const count = rowsOf(entry);
    const rows =
      count === null
        ? kind(entry.entity_type, "all").toLowerCase()
        : t(`audit.kinds.${entry.entity_type}.rows`, { count, rows: number(count), defaultValue: number(count) });
    switch (entry.action) {
      case "create":
        return count === null ? t("audit.said.create", said) : t("audit.said.createMany", { ...said, rows });
      case "update":
        return updated(entry, said);
      case "export":
        return t("audit.said.exportMany", { ...said, rows });
      case "delete":
        return t("audit.said.delete", said);
      case "read":
        return t("audit.said.read", said);
      case "another_person":
        return t("audit.said.another_person", { ...said, named: entry.entity_name ?? t("ui.none") });
      case "platform_access":
        return t("audit.said.platform_access", said);
      default:
        return t("audit.said.other", { ...said, action: entry.action });
    }
  };

  const updated = (entry: Entry, said: { actor: string; object: string; of: string }): string => {
    const changes = changesOf(entry);
    const [only] = changes;
    return only && changes.length === 1
      ? t("audit.said.updateField", { ...said, field: field(only.field) })
      : t("audit.said.update", said);
  };

  const value = (column: string, of: unknown): string => {
    switch (kindOf(of)) {
      case "none":
        return t("ui.none");
      case "yes":
        return column === "is_active" ? t("audit.values.active") : t("ui.yes");
      case "no":
        return column === "is_active" ? t("audit.values.inactive") : t("ui.no");
      case "day":
        return day(String(of));
      case "moment":
        return moment(String(of));
      case "row":
        return t("audit.another");
      case "list":
        return (of as unknown[]).map((one) => value(column, one)).join(", ") || t("audit.none");
      case "group":
        return t("audit.changed");
      case "number":
        return number(of as number);
      default:
        return coded.includes(column)
          ? t(`audit.values.${String(of) as Value}`, { defaultValue: String(of) })
          : String(of);
    }
  };

  /** The values before and after in words; null when they cannot be told apart, or only ids and groups of data would tell them. */
  const sides = ({ field: column, before, after }: Change): { before: string; after: string } | null => {
    const words = { before: value(column, before), after: value(column, after) };
    return words.before === words.after || [before, after].some((one) => kindOf(one) === "group") ? null : words;
  };

  return { sentence, kind, field, action, value, sides };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
