import "./words";
import { useTranslation } from "react-i18next";

const known = ["email", "full_name", "first_name", "last_name", "roles"] as const;

/** How the page calls a column of a list of staff. */
export function useColumnName() {
  const { t } = useTranslation();
  return (field: string): string => {
    const column = known.find((one) => one === field);
    return column ? t(`person.import.column.${column}`) : field;
  };
}
