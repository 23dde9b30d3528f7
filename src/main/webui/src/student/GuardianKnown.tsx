import "./guardianWords";
import { Alert, List, Text } from "@mantine/core";
import { IconUserCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/platform/api/api";
import { plainNumber, sameDocument } from "./documents";
import { differences, type PersonValues } from "./guardianDraft";

type Props = {
  typed: PersonValues;
  /** Called once for each person that is found. */
  onFound: (person: Schemas["Guardian"]) => void;
};

/** Says that the school has the person already, what stays as it is, and whose guardian they are. */
export function GuardianKnown({ typed, onFound }: Props) {
  const { t } = useTranslation();
  const person = useKnown(typed);
  const told = useRef<string | null>(null);
  const found = useRef(onFound);
  found.current = onFound;
  useEffect(() => {
    if (person && told.current !== person.id) {
      told.current = person.id;
      found.current(person);
    }
  }, [person]);
  if (!person) return null;
  const children = person.children ?? [];
  const restricted = children.filter((child) => child.restricted);
  const names = (some: typeof children) => some.map((child) => child.full_name).join(", ");
  const differing = differences(person, typed);
  return (
    <Alert color="blue" icon={<IconUserCheck />} role="status">
      <Text size="sm" fw={600}>
        {t("guardian.known", { name: person.full_name })}
      </Text>
      {children.length ? <Text size="sm">{t("guardian.knownChildren", { names: names(children) })}</Text> : null}
      {restricted.length ? (
        <Text size="sm" c="var(--mantine-color-error)" fw={600}>
          {t("guardian.knownRestricted", { names: names(restricted) })}
        </Text>
      ) : null}
      {differing.length ? (
        <>
          <List size="sm" mt={4}>
            {differing.map(({ field, kept, sent }) => (
              <List.Item key={field}>
                {t("guardian.differs", {
                  field: t(field === "full_name" ? "guardian.name" : `guardian.${field}`),
                  kept: kept || t("guardian.nothing"),
                  sent,
                })}
              </List.Item>
            ))}
          </List>
          <Text size="sm" mt={4}>
            {t("guardian.correct")}
          </Text>
        </>
      ) : null}
    </Alert>
  );
}

/** The person of the school with that document, with their children. */
function useKnown(typed: PersonValues) {
  const number = plainNumber(typed.document_number);
  const list = api.useQuery(
    "get",
    "/api/v1/guardians",
    { params: { query: { q: number, page_size: 20 } } },
    { enabled: number.length >= 4 },
  );
  const match = number.length >= 4 ? list.data?.items.find((one) => sameDocument(one, typed)) : undefined;
  const one = api.useQuery(
    "get",
    "/api/v1/guardians/{id}",
    { params: { path: { id: match?.id ?? "" } } },
    { enabled: match !== undefined },
  );
  return match ? (one.data?.id === match.id ? one.data : undefined) : undefined;
}
