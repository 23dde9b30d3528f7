import "./words";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "@/platform/api/api";
import { useCan } from "@/platform/permissions/permissions";
import classes from "./AuditFilters.module.css";
import type { AuditSearch } from "./auditSearch";
import { type Action, type Kind, useTelling } from "./useTelling";

type Props = {
  search: AuditSearch;
  /** An empty value takes the filter away. */
  onFilter: (name: "actor" | "kind" | "action" | "from" | "to", value: string) => void;
  onClear: () => void;
};

/** Narrows the log by person, kind, action and days. */
export function AuditFilters({ search, onFilter, onClear }: Props) {
  const { t } = useTranslation();
  const { kind, action } = useTelling();
  // The service's description makes sure that all of them have words.
  const kinds = Object.keys(t("audit.kinds", { returnObjects: true })) as Kind[];
  const actions = Object.keys(t("audit.actions", { returnObjects: true })) as Action[];
  const filtered = search.actor || search.kind || search.entity || search.action || search.from || search.to;
  return (
    <div className={classes.filters}>
      <People chosen={search.actor} onChoose={(id) => onFilter("actor", id)} />
      <NativeSelect
        label={t("audit.kind")}
        value={search.kind ?? ""}
        onChange={(event) => onFilter("kind", event.currentTarget.value)}
        data={[
          { value: "", label: t("audit.anyKind") },
          ...known(kinds, search.kind).map((one) => ({ value: one, label: kind(one, "all") })),
        ]}
      />
      <NativeSelect
        label={t("audit.action")}
        value={search.action ?? ""}
        onChange={(event) => onFilter("action", event.currentTarget.value)}
        data={[
          { value: "", label: t("audit.anyAction") },
          ...known(actions, search.action).map((one) => ({ value: one, label: action(one) })),
        ]}
      />
      <TextInput
        type="date"
        label={t("audit.from")}
        value={search.from ?? ""}
        max={search.to}
        onChange={(event) => onFilter("from", event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t("audit.to")}
        value={search.to ?? ""}
        min={search.from}
        onChange={(event) => onFilter("to", event.currentTarget.value)}
      />
      {filtered ? (
        <Button variant="subtle" onClick={onClear}>
          {t("audit.clear")}
        </Button>
      ) : null}
    </div>
  );
}

/** The list with the chosen word, also when the address brought one that the page does not know. */
const known = <W extends string>(list: readonly W[], chosen: W | undefined): readonly W[] =>
  chosen && !list.includes(chosen) ? [...list, chosen] : list;

type PeopleProps = { chosen: string | undefined; onChoose: (id: string) => void };

/** Those who work in the school: almost all entries are theirs. */
function People({ chosen, onChoose }: PeopleProps) {
  const { t } = useTranslation();
  const can = useCan();
  const { data } = api.useQuery(
    "get",
    "/api/v1/admin/users",
    { params: { query: { page_size: 200, role: ["rector", "coordinator", "secretary", "counselor", "teacher"] } } },
    { enabled: can("listUsers"), staleTime: 300_000 },
  );
  const people = data?.items ?? [];
  const other = chosen && !people.some(({ id }) => id === chosen);
  return (
    <NativeSelect
      label={t("audit.person")}
      value={chosen ?? ""}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        { value: "", label: t("audit.anyone") },
        ...people.map(({ id, full_name, email }) => ({ value: id, label: full_name || email })),
        ...(other ? [{ value: chosen, label: t("audit.chosen") }] : []),
      ]}
    />
  );
}
