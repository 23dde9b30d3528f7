import "./words";
import { Alert, Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { Empty } from "@/platform/ui/Empty";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { AnchorLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { GuardianReach } from "./GuardianReach";
import { MailBanner } from "./MailBanner";
import { PaperList } from "./PaperList";
import { firstPeople } from "./personSearch";
import { SectionPicker } from "./SectionPicker";
import { MOST } from "./sections";
import { peopleChanged } from "./useMails";

type Result = Schemas["GuardianInvitations"];
/** What was looked at, so that a change of the choice is noticed. */
type Looked = { asked: string; result: Result };

/** Invites the guardians of whole sections; first it shows whom that would reach. */
export function GuardianInvitations() {
  const { t } = useTranslation();
  const query = api.useQuery("get", "/api/v1/admin/users/guardian-invitations/sections", {
    params: { query: { page_size: 200 } },
  });
  const [chosen, setChosen] = useState<string[]>([]);
  const [confirmed, setConfirmed] = useState<string[]>([]);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [sent, setSent] = useState<Result | null>(null);
  const invite = api.useMutation("post", "/api/v1/admin/users/guardian-invitations");
  const body = { class_section_ids: chosen, confirmed_members: confirmed };
  const asked = JSON.stringify(body);

  const look = async () => {
    setSent(null);
    const result = await invite.mutateAsync({ params: { query: { dry_run: true } }, body }).catch(() => null);
    if (result) setLooked({ asked, result });
  };
  const send = async () => {
    // Nobody is invited whose e-mail was changed after it was looked at.
    const seen = looked ? { list_hash: looked.result.list_hash } : {};
    const result = await invite.mutateAsync({ body: { ...body, ...seen } }).catch(() => null);
    if (!result) return;
    setSent(result);
    setLooked(null);
    setChosen([]);
    setConfirmed([]);
    await peopleChanged();
  };
  const choose = (ids: string[]) => {
    setChosen(ids);
    invite.reset();
  };
  const sections = query.data?.items;
  const shown = sent ?? looked?.result;
  return (
    <Screen
      title={t("person.invite.title")}
      lead={t("person.invite.lead")}
      back={
        <AnchorLink to="/personas" search={firstPeople}>
          {t("person.back")}
        </AnchorLink>
      }
    >
      {sent ? (
        <Alert
          color="green"
          role="status"
          icon={<IconCircleCheck />}
          className="no-print"
          title={t("person.invite.done", { count: sent.invited + sent.asked_members })}
        >
          {t("person.import.doneText")}
        </Alert>
      ) : null}
      <MailBanner />
      {query.error ? <FailureAlert error={query.error} retry={query.refetch} /> : null}
      {query.isPending ? <Skeleton h={240} /> : null}
      {sections?.length === 0 ? (
        <Empty title={t("person.invite.noSections")} hint={t("person.invite.noSectionsHint")} />
      ) : null}
      {sections?.length ? (
        <Paper withBorder p={{ base: "md", sm: "lg" }} className="no-print">
          <Stack>
            <SectionPicker sections={sections} chosen={chosen} onChange={choose} />
            {query.data && query.data.total > sections.length ? (
              <Text size="sm" c="dimmed">
                {t("person.invite.moreSections", { count: query.data.total - sections.length })}
              </Text>
            ) : null}
            <Group justify="space-between">
              <Text size="sm" c="dimmed" aria-live="polite">
                {chosen.length > MOST
                  ? t("person.invite.tooMany")
                  : t("person.invite.chosen", { count: chosen.length })}
              </Text>
              <Button
                variant={looked?.asked === asked ? "default" : "filled"}
                disabled={chosen.length === 0 || chosen.length > MOST}
                loading={invite.isPending}
                onClick={look}
              >
                {looked ? t("person.invite.again") : t("person.invite.preview")}
              </Button>
            </Group>
          </Stack>
        </Paper>
      ) : null}
      <FailureAlert error={invite.error} />
      {looked && chosen.length > 0 ? (
        <GuardianReach
          result={looked.result}
          changed={looked.asked !== asked}
          confirmed={confirmed}
          onConfirm={setConfirmed}
          busy={invite.isPending}
          onSend={send}
        />
      ) : null}
      <PaperList guardians={shown?.on_paper ?? []} more={shown?.more_on_paper ?? 0} />
    </Screen>
  );
}
