import "./words";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { day, moment, number } from "@/platform/i18n/formats";
import { changesOf, kindOf, rowsOf } from "./changes";
import type { audit } from "./words.es";

/** An entry of the log. */
export type Entry = Schemas["AuditEntry"];

export type Kind = Schemas["AuditedTable"];
export type Action = Schemas["AuditAction"];
type Field = keyof typeof audit.fields;
type Value = keyof typeof audit.values;

/** Tells entries of the log in sentences. What the page has no word for keeps the name that the service gives it. */
export function useTelling() {
  const { t } = useTranslation();

  const kind = (table: Kind, part: "to" | "of" | "all"): string =>
    t(`audit.kinds.${table}.${part}`, { defaultValue: table });
  const field = (column: string): string => t(`audit.fields.${column as Field}`, { defaultValue: column });
  const action = (code: Action): string => t(`audit.actions.${code}`, { defaultValue: code });
  const actor = (entry: Entry): string =>
    entry.actor_name ?? (entry.actor_id ? t("audit.somebody") : t("audit.system"));

  const named = (entry: Entry, part: "to" | "of"): string =>
    [kind(entry.entity_type, part), entry.entity_name].filter(Boolean).join(" ");

  const sentence = (entry: Entry): string => {
    const said = {
      actor: actor(entry),
      object: named(entry, "to"),
      of: named(entry, "of"),
      kind: kind(entry.entity_type, "all").toLowerCase(),
    };
    const rows = rowsOf(entry);
    const changes = changesOf(entry);
    const [only] = changes;
    switch (entry.action) {
      case "create":
        return rows === null
          ? t("audit.said.create", said)
          : t("audit.said.createMany", { ...said, rows: number(rows) });
      case "update":
        return only && changes.length === 1
          ? t("audit.said.updateField", { ...said, field: field(only.field) })
          : t("audit.said.update", said);
      case "export":
        return rows === null
          ? t("audit.said.export", said)
          : t("audit.said.exportMany", { ...said, rows: number(rows) });
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

  const value = (of: unknown): string => {
    switch (kindOf(of)) {
      case "none":
        return t("ui.none");
      case "yes":
        return t("ui.yes");
      case "no":
        return t("ui.no");
      case "day":
        return day(String(of));
      case "moment":
        return moment(String(of));
      case "row":
        return t("audit.another");
      case "list":
        return (of as unknown[]).map(value).join(", ") || t("ui.none");
      case "group":
        return JSON.stringify(of);
      default:
        return t(`audit.values.${String(of) as Value}`, { defaultValue: String(of) });
    }
  };
  return { sentence, kind, field, action, value };
}
