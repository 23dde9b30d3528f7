import "./words";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { PlainTable } from "@/platform/ui/PlainTable";
import { MoreNames } from "./MoreNames";

type Props = { guardians: readonly Schemas["GuardianOnPaper"][]; more: number };

/** Guardians to whom no mail can be sent: to print, with room for the e-mail that they give. */
export function PaperList({ guardians, more }: Props) {
  const { t } = useTranslation();
  if (guardians.length === 0) return null;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <div>
          <Title order={2} size="h4">
            {t("person.invite.paperTitle")}
          </Title>
          <Text size="sm" c="dimmed" className="no-print">
            {t("person.invite.paperText")}
          </Text>
        </div>
        <Button
          variant="default"
          className="no-print"
          leftSection={<IconPrinter size={18} />}
          onClick={() => window.print()}
        >
          {t("person.invite.print")}
        </Button>
      </Group>
      <PlainTable label={t("person.invite.paperTitle")}>
        <thead>
          <tr>
            <th>{t("person.invite.guardian")}</th>
            <th>{t("person.invite.phone")}</th>
            <th>{t("person.invite.children")}</th>
            <th>{t("person.invite.reason")}</th>
            <th className="only-print">{t("person.invite.newEmail")}</th>
          </tr>
        </thead>
        <tbody>
          {guardians.map((guardian) => (
            <tr key={guardian.guardian_id}>
              <td>{guardian.full_name}</td>
              <td style={{ whiteSpace: "nowrap" }}>{guardian.phone}</td>
              <td>{guardian.children.join(", ")}</td>
              <td>{t(`person.invite.why.${guardian.reason}`)}</td>
              <td className="only-print" />
            </tr>
          ))}
        </tbody>
      </PlainTable>
      <MoreNames count={more} />
    </Stack>
  );
}
