import "./words";
import "./guardianWords";
import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { IconMail, IconPhone } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { capitalised } from "@/platform/i18n/formats";
import { Email } from "@/platform/ui/Email";
import { AnchorLink } from "@/platform/ui/links";
import { useFlagWords } from "./FlagFields";
import { GuardianActions } from "./GuardianActions";
import { flags } from "./guardianDraft";
import { RestrictionNote } from "./RestrictionNote";

type Props = { link: Schemas["StudentGuardian"]; student: Schemas["Student"] };

/** One guardian of a student. A restriction stands above everything else. */
export function GuardianCard({ link, student }: Props) {
  const { t } = useTranslation();
  const words = useFlagWords();
  // Only those who may read all students get the document, and with it the screen of the person.
  const person = link.document_number ? link.guardian_id : undefined;
  return (
    <Card component="li" withBorder padding="md">
      <Stack gap="sm" h="100%">
        {link.restriction ? <RestrictionNote restriction={link.restriction} /> : null}
        <div>
          <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            {person ? (
              <AnchorLink to="/acudientes/$guardianId" params={{ guardianId: person }} fw={600}>
                {link.full_name}
              </AnchorLink>
            ) : (
              <Text fw={600}>{link.full_name}</Text>
            )}
            {link.is_active === false ? (
              <Badge color="gray" variant="light" style={{ flexShrink: 0 }}>
                {t("guardian.linkInactive")}
              </Badge>
            ) : null}
          </Group>
          <Text size="sm" c="dimmed">
            {capitalised(link.relationship)}
          </Text>
          {link.document_type ? (
            <Text size="sm" c="dimmed">
              {t(`student.documents.${link.document_type}`)} {link.document_number}
            </Text>
          ) : null}
        </div>
        <Contact link={link} />
        <Group gap={6}>
          {flags
            .filter((flag) => link[flag])
            .map((flag) => (
              <Badge key={flag} variant={flag === "is_primary" ? "filled" : "light"} fw={600}>
                {words(flag)}
              </Badge>
            ))}
        </Group>
        <GuardianActions link={link} student={student} />
      </Stack>
    </Card>
  );
}

function Contact({ link: { phone, email } }: Pick<Props, "link">) {
  if (!phone && !email) return null;
  return (
    <Stack gap={4}>
      {phone ? (
        <Group gap={6} wrap="nowrap">
          <IconPhone size={16} aria-hidden />
          <Anchor href={`tel:${phone.replace(/[^+\d]/g, "")}`} size="sm">
            {phone}
          </Anchor>
        </Group>
      ) : null}
      {email ? (
        <Group gap={6} wrap="nowrap">
          <IconMail size={16} aria-hidden />
          <Anchor href={`mailto:${email}`} size="sm">
            <Email address={email} />
          </Anchor>
        </Group>
      ) : null}
    </Stack>
  );
}
