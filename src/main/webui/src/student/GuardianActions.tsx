import "./guardianWords";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { useCan } from "@/platform/permissions/permissions";
import { Confirm } from "@/platform/ui/Confirm";
import { ButtonLink } from "@/platform/ui/links";
import { done } from "@/platform/ui/notify";
import { LiftRestriction } from "./LiftRestriction";
import { RestrictionForm } from "./RestrictionForm";

type Props = { link: Schemas["StudentGuardian"]; student: Schemas["Student"] };

/** What can be done with a guardian's link, for those who may. */
export function GuardianActions({ link, student }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const [open, setOpen] = useState<"end" | "restrict" | "lift" | null>(null);
  const end = api.useMutation("delete", "/api/v1/students/{student}/guardians/{id}");
  const { id, version, full_name: name } = link;
  if (!id || version === undefined || !can("updateStudentGuardian")) return null;
  const close = () => setOpen(null);
  const ending = async () => {
    await end.mutateAsync({
      params: { path: { student: student.id, id }, header: { "If-Match": `"${version}"` } },
    });
    await outdated("/students", "/guardians");
    done(t("guardian.ended"));
  };
  const row = { id, version, name, restriction: link.restriction };
  return (
    <Group gap="xs" mt="auto" className="no-print">
      <ButtonLink
        to="/estudiantes/$studentId/acudientes/$linkId"
        params={{ studentId: student.id, linkId: id }}
        size="xs"
        variant="default"
        mih={{ base: 44, sm: 36 }}
      >
        {t("guardian.editLink")}
      </ButtonLink>
      <Button size="xs" variant="default" mih={{ base: 44, sm: 36 }} onClick={() => setOpen("restrict")}>
        {t(link.restriction ? "guardian.restriction.change" : "guardian.restriction.set")}
      </Button>
      {link.restriction ? (
        <Button size="xs" variant="default" mih={{ base: 44, sm: 36 }} onClick={() => setOpen("lift")}>
          {t("guardian.restriction.lift")}
        </Button>
      ) : null}
      <Button size="xs" variant="subtle" color="red" mih={{ base: 44, sm: 36 }} onClick={() => setOpen("end")}>
        {t("guardian.end")}
      </Button>
      <Confirm
        opened={open === "end"}
        onClose={close}
        title={t("guardian.endTitle", { name })}
        consequence={t("guardian.endText", { student: student.full_name })}
        action={t("guardian.end")}
        danger
        onConfirm={ending}
      />
      {open === "restrict" ? <RestrictionForm link={row} student={student} onClose={close} /> : null}
      {open === "lift" ? <LiftRestriction link={row} student={student} onClose={close} /> : null}
    </Group>
  );
}
