import "./guardianWords";
import { Button, Group, SimpleGrid, Stack } from "@mantine/core";
import { IconUserPlus, IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { useCan } from "@/platform/permissions/permissions";
import { Empty } from "@/platform/ui/Empty";
import { ButtonLink } from "@/platform/ui/links";
import { EndedLinks } from "./EndedLinks";
import { GuardianCard } from "./GuardianCard";

/** The guardians of a student by priority, with what the reader may see and do. */
export function GuardiansTab({ student }: { student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const can = useCan();
  const [past, setPast] = useState(false);
  const links = [...student.guardians].sort((one, other) => (one.priority ?? 99) - (other.priority ?? 99));
  const add = can("createStudentGuardian") ? (
    <ButtonLink
      to="/estudiantes/$studentId/acudientes/nuevo"
      params={{ studentId: student.id }}
      leftSection={<IconUserPlus size={18} />}
    >
      {t("guardian.add")}
    </ButtonLink>
  ) : null;
  return (
    <Stack>
      {links.length ? (
        <>
          <SimpleGrid cols={{ base: 1, md: 2 }} component="ul" style={{ listStyle: "none" }} p={0} m={0}>
            {links.map((link) => (
              <GuardianCard key={link.id ?? link.full_name} link={link} student={student} />
            ))}
          </SimpleGrid>
          <Group className="no-print">{add}</Group>
        </>
      ) : (
        <Empty
          icon={<IconUsersGroup size={28} />}
          title={t(add ? "guardian.none" : "guardian.noneToSee")}
          {...(add ? { hint: t("guardian.noneHint") } : {})}
        >
          {add}
        </Empty>
      )}
      {can("listStudentGuardians") ? (
        <Stack className="no-print" align="flex-start">
          <Button variant="default" aria-expanded={past} onClick={() => setPast(!past)}>
            {t(past ? "guardian.hideEnded" : "guardian.showEnded")}
          </Button>
          {past ? <EndedLinks student={student} /> : null}
        </Stack>
      ) : null}
    </Stack>
  );
}
