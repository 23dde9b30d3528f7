import "./words";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** A list of an invitation names so many and no more; the rest is seen with fewer sections. */
export function MoreNames({ count }: { count: number }) {
  const { t } = useTranslation();
  return count > 0 ? (
    <Text size="sm" fw={600}>
      {t("person.invite.more", { count })}
    </Text>
  ) : null;
}
