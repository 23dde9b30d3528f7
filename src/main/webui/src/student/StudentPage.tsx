import "./words";
import { ActionIcon, Alert, Badge, CopyButton, Group, Tabs, Text } from "@mantine/core";
import { IconCheck, IconCopy, IconPencil, IconPrinter } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { age } from "@/platform/i18n/formats";
import { useCan } from "@/platform/permissions/permissions";
import { Loaded } from "@/platform/ui/Loaded";
import { AnchorLink, ButtonLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { GuardiansTab } from "./GuardiansTab";
import { HistoryTab } from "./HistoryTab";
import { PiarTab } from "./PiarTab";
import { StudentData } from "./StudentData";
import { StudentState } from "./StudentState";
import type { StudentTab } from "./studentSearch";

type Student = Schemas["Student"];

const route = getRouteApi("/_in/estudiantes/$studentId/");

/** A student with what the reader may see: data, guardians, earlier documents and the individual plan. */
export function StudentPage() {
  const { t } = useTranslation();
  const { studentId } = route.useParams();
  const query = api.useQuery("get", "/api/v1/students/{id}", { params: { path: { id: studentId } } });
  return (
    <Loaded query={query} back={<ButtonLink to="/estudiantes">{t("student.backToList")}</ButtonLink>}>
      {(student) => <Sheet student={student} />}
    </Loaded>
  );
}

function Sheet({ student }: { student: Student }) {
  const { t } = useTranslation();
  const can = useCan();
  const studentId = student.id;
  return (
    <Screen
      title={student.full_name}
      lead={<Lead student={student} />}
      back={<AnchorLink to="/estudiantes">{t("student.backToList")}</AnchorLink>}
      actions={
        <>
          {can("getStudentPiar") ? (
            <ButtonLink
              to="/imprimir/estudiantes/$studentId"
              params={{ studentId }}
              target="_blank"
              variant="default"
              leftSection={<IconPrinter size={18} />}
            >
              {t("student.printSheet")}
            </ButtonLink>
          ) : null}
          {can("deactivateStudent") ? <StudentState student={student} /> : null}
          {can("updateStudent") ? (
            <ButtonLink
              to="/estudiantes/$studentId/editar"
              params={{ studentId }}
              leftSection={<IconPencil size={18} />}
            >
              {t("ui.edit")}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {student.is_active ? null : <Alert color="gray">{t("student.inactiveNote")}</Alert>}
      <Parts student={student} />
    </Screen>
  );
}

function Lead({ student }: { student: Student }) {
  const { t } = useTranslation();
  const number = student.document_number;
  return (
    <Group gap="xs" mt={4}>
      {student.document_type && number ? (
        <Group gap={2} wrap="nowrap">
          <Text size="sm">
            {t(`student.documents.${student.document_type}`)} {number}
          </Text>
          <CopyButton value={number}>
            {({ copied, copy }) => (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                onClick={copy}
                aria-label={copied ? t("student.copied") : t("student.copyDocument")}
                title={t("student.copyDocument")}
              >
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            )}
          </CopyButton>
        </Group>
      ) : null}
      {student.birth_date ? <Text size="sm">{t("student.years", { count: age(student.birth_date) })}</Text> : null}
      <Badge color={student.is_active ? "green" : "gray"} variant="dot">
        {t(student.is_active ? "student.active" : "student.inactive")}
      </Badge>
    </Group>
  );
}

function Parts({ student }: { student: Student }) {
  const { t } = useTranslation();
  const can = useCan();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const parts: { id: StudentTab; label: string; count?: number }[] = [
    { id: "datos", label: t("student.tabs.data") },
    {
      id: "acudientes",
      label: t(can("listStudentGuardians") ? "student.tabs.guardians" : "student.tabs.contacts"),
      count: student.guardians.length,
    },
  ];
  if (student.document_history?.length) parts.push({ id: "documentos", label: t("student.tabs.history") });
  if (student.has_piar && can("getStudentPiar")) parts.push({ id: "piar", label: t("student.tabs.piar") });
  const open = parts.some((part) => part.id === tab) ? tab : "datos";
  return (
    <Tabs
      value={open}
      keepMounted={false}
      onChange={(value) => navigate({ search: { tab: (value ?? "datos") as StudentTab }, replace: true })}
    >
      <Tabs.List aria-label={t("student.tabs.label")} mb="md" className="no-print">
        {parts.map(({ id, label, count }) => (
          <Tabs.Tab key={id} value={id} mih={44}>
            {label}
            {count ? ` (${count})` : ""}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="datos">
        <StudentData student={student} />
      </Tabs.Panel>
      <Tabs.Panel value="acudientes">
        <GuardiansTab student={student} />
      </Tabs.Panel>
      <Tabs.Panel value="documentos">
        <HistoryTab student={student} />
      </Tabs.Panel>
      <Tabs.Panel value="piar">
        <PiarTab studentId={student.id} />
      </Tabs.Panel>
    </Tabs>
  );
}
