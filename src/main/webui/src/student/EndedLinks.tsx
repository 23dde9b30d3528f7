import "./guardianWords";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { isProblem } from "@/platform/api/problem";
import { capitalised, moment } from "@/platform/i18n/formats";
import { useCan } from "@/platform/permissions/permissions";
import { Confirm } from "@/platform/ui/Confirm";
import { Loaded } from "@/platform/ui/Loaded";
import { done, failed } from "@/platform/ui/notify";
import { RestrictionNote } from "./RestrictionNote";

type Link = Schemas["StudentGuardian"];

/** The links that have ended, with when and by whom; an end that was a mistake is undone here. */
export function EndedLinks({ student }: { student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const query = api.useQuery("get", "/api/v1/students/{student}/guardians", {
    params: { path: { student: student.id }, query: { ended: true, page_size: 100 } },
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length ? (
          <Stack
            component="ul"
            w="100%"
            p={0}
            m={0}
            aria-label={t("guardian.endedTitle")}
            style={{ listStyle: "none" }}
          >
            {items.map((link) => (
              <Ended key={link.id} link={link} student={student} />
            ))}
          </Stack>
        ) : (
          <Text c="dimmed">{t("guardian.endedNone")}</Text>
        )
      }
    </Loaded>
  );
}

function Ended({ link, student }: { link: Link; student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const can = useCan();
  const [asked, setAsked] = useState(false);
  const restore = api.useMutation("post", "/api/v1/students/{student}/guardians/{id}/restoration");
  const name = link.full_name;
  const ended = link.ended_at ? moment(link.ended_at) : "";
  const confirm = async () => {
    try {
      await restore.mutateAsync({ params: { path: { student: student.id, id: link.id ?? "" } } });
    } catch (error) {
      if (!isProblem(error) || !error.reason) throw error;
      const linked = (error.reason as string) === "guardian.already_linked";
      failed(t(linked ? "guardian.refused.alreadyLinked" : "guardian.refused.linkReplaced"));
      await outdated("/students");
      return;
    }
    await outdated("/students", "/guardians");
    done(t("guardian.restored", { name }));
  };
  return (
    <Card component="li" withBorder padding="md">
      <Stack gap="xs">
        {link.restriction ? <RestrictionNote restriction={link.restriction} /> : null}
        <Group justify="space-between" gap="sm">
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {capitalised(link.relationship)} ·{" "}
              {link.ended_by_name
                ? t("guardian.endedBy", { moment: ended, name: link.ended_by_name })
                : t("guardian.endedOn", { moment: ended })}
            </Text>
          </div>
          {can("restoreStudentGuardian") ? (
            <Button variant="default" size="sm" mih={{ base: 44, sm: 36 }} onClick={() => setAsked(true)}>
              {t("guardian.restore")}
            </Button>
          ) : null}
        </Group>
      </Stack>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title={t("guardian.restoreTitle", { name })}
        consequence={t("guardian.restoreText")}
        action={t("guardian.restore")}
        onConfirm={confirm}
      />
    </Card>
  );
}
