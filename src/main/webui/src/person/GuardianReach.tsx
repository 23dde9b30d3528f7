import "./words";
import { Alert, Button, Checkbox, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { Figures } from "@/platform/ui/Figures";
import { ChangedEMails } from "./ChangedEMails";
import { MoreNames } from "./MoreNames";

type Result = Schemas["GuardianInvitations"];
type Member = Result["members"][number];

type Props = {
  result: Result;
  /** Whether the choice is another one than that of the result. */
  changed: boolean;
  confirmed: readonly string[];
  onConfirm: (members: string[]) => void;
  busy: boolean;
  onSend: () => void;
};

/** Whom an invitation of the chosen sections would reach, and who of the staff has to be confirmed. */
export function GuardianReach({ result, changed, confirmed, onConfirm, busy, onSend }: Props) {
  const { t } = useTranslation();
  const count = result.invited + result.asked_members;
  const figures = [
    ["invited", result.invited],
    ["asked", result.asked_members],
    ["account", result.with_account],
    ["before", result.invited_before],
    ["declined", result.declined],
  ] as const;
  const toConfirm = result.members.filter((member) => !member.asked || confirmed.includes(member.user_id));
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }} className="no-print">
      <Stack>
        <Title order={2} size="h4">
          {t("person.invite.result")}
        </Title>
        <Figures
          figures={figures
            .filter(([name, value]) => name === "invited" || value > 0)
            .map(([name, value]) => ({ value, label: t(`person.invite.${name}`) }))}
        />
        {toConfirm.length > 0 ? <Members members={toConfirm} confirmed={confirmed} onConfirm={onConfirm} /> : null}
        {/* Who need not be confirmed comes last. */}
        {toConfirm.length === result.members.length ? <MoreNames count={result.more_members} /> : null}
        <ChangedEMails changes={result.changed_emails} more={result.more_changed_emails} />
        {changed ? <Alert color="yellow">{t("person.invite.changed")}</Alert> : null}
        {count === 0 ? (
          <Text size="sm" fw={600}>
            {t("person.invite.nobody")}
          </Text>
        ) : (
          <Group justify="flex-end">
            <Button disabled={changed} loading={busy} onClick={onSend}>
              {t("person.invite.send", { count })}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

type MembersProps = { members: Member[]; confirmed: readonly string[]; onConfirm: (members: string[]) => void };

function Members({ members, confirmed, onConfirm }: MembersProps) {
  const { t } = useTranslation();
  const mark = (id: string, chosen: boolean) =>
    onConfirm(chosen ? [...confirmed, id] : confirmed.filter((one) => one !== id));
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t("person.invite.membersTitle")}
      </Text>
      <Text size="sm" c="dimmed">
        {t("person.invite.membersText")}
      </Text>
      {members.map((member) => (
        <Checkbox
          key={member.guardian_id}
          checked={confirmed.includes(member.user_id)}
          onChange={(event) => mark(member.user_id, event.currentTarget.checked)}
          label={t("person.invite.memberLine", {
            member: member.member_name ?? t("person.nameless"),
            roles: member.roles.map((role) => t(`person.role.${role}`)).join(", "),
            guardian: member.full_name,
            children: member.children.join(", "),
          })}
        />
      ))}
    </Stack>
  );
}
