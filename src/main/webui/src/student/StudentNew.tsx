import "./words";
import { Alert, Paper, Stack, Text, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { Allowed } from "@/platform/ui/Allowed";
import { Loaded } from "@/platform/ui/Loaded";
import { AnchorLink } from "@/platform/ui/links";
import { Screen } from "@/platform/ui/Screen";
import { draftsOf, noGuardian } from "./guardianDraft";
import { StudentNewForm } from "./StudentNewForm";
import { type NewStudentValues, noStudent } from "./studentValues";

const route = getRouteApi("/_in/estudiantes/nuevo");

/** A new student, or the brother or sister of one whom the school has. */
export function StudentNew() {
  const { t } = useTranslation();
  const { hermano } = route.useSearch();
  return (
    <Allowed operation="createStudent">
      <Screen
        title={t("student.form.newTitle")}
        lead={
          <>
            {t("student.form.newLead")}{" "}
            <Text span inherit visibleFrom="sm">
              {t("student.form.keys")}
            </Text>
          </>
        }
        back={<AnchorLink to="/estudiantes">{t("student.backToList")}</AnchorLink>}
      >
        {hermano ? <OfFamily id={hermano} /> : <OneAfterAnother key="fresh" first={fresh} />}
      </Screen>
    </Allowed>
  );
}

const fresh: NewStudentValues = { ...noStudent, guardians: [noGuardian(true)] };

function OfFamily({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = api.useQuery("get", "/api/v1/students/{id}", { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {(sibling) => (
        <Stack>
          <Alert color="blue">{t("student.form.siblingNote", { name: sibling.full_name })}</Alert>
          <OneAfterAnother key={sibling.id} first={ofFamily(sibling)} />
        </Stack>
      )}
    </Loaded>
  );
}

const ofFamily = (sibling: Schemas["Student"]): NewStudentValues => ({
  ...noStudent,
  last_name: sibling.last_name,
  second_last_name: sibling.second_last_name ?? "",
  guardians: draftsOf(sibling.guardians),
});

/** A form for each student, with a fresh key, so that ten children in a row are ten students and a double click is one. */
function OneAfterAnother({ first }: { first: NewStudentValues }) {
  const { t } = useTranslation();
  const [initial] = useState(first);
  const [round, setRound] = useState(0);
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h4" mb="md">
        {t("student.identity")}
      </Title>
      <StudentNewForm key={round} initial={initial} focus={round > 0} onAnother={() => setRound(round + 1)} />
    </Paper>
  );
}
