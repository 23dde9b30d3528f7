import "./words";
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SearchBox } from "@/platform/ui/SearchBox";
import classes from "./PersonFilters.module.css";
import { mails, type PersonSearch, statuses } from "./personSearch";
import { roles } from "./roles";

type Props = { search: PersonSearch; onChange: (change: Partial<PersonSearch>) => void };

/** Whom the list shows; all of it is kept in the address. */
export function PersonFilters({ search, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.filters}>
      <div>
        <SearchBox label={t("person.search")} value={search.q} onSearch={(q) => onChange({ q })} />
      </div>
      <NativeSelect
        aria-label={t("person.filter.role")}
        value={search.role}
        onChange={(event) => onChange({ role: event.currentTarget.value as PersonSearch["role"] })}
        data={[
          { value: "staff", label: t("person.group.staff") },
          { value: "all", label: t("person.group.all") },
          ...roles.map((role) => ({ value: role, label: t(`person.role.${role}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t("person.filter.status")}
        value={search.status}
        onChange={(event) => onChange({ status: event.currentTarget.value as PersonSearch["status"] })}
        data={(["any", ...statuses] as const).map((value) => ({ value, label: t(`person.status.${value}`) }))}
      />
      <NativeSelect
        aria-label={t("person.filter.mail")}
        value={search.mail}
        onChange={(event) => onChange({ mail: event.currentTarget.value as PersonSearch["mail"] })}
        data={(["any", ...mails] as const).map((value) => ({
          value,
          label: value === "any" ? t("person.filter.mail") : t(`person.mailState.${value}`),
        }))}
      />
    </div>
  );
}
