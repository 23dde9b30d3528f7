import "./words";
import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Changes.module.css";
import { type Change, changesOf } from "./changes";
import { type Entry, useTelling } from "./useTelling";

/** Fields that stand at once; the others come when somebody wants them. */
const FEW = 4;

/** What an entry changed, field by field: before and after. */
export function Changes({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { field } = useTelling();
  const [all, setAll] = useState(false);
  const changes = changesOf(entry);
  if (changes.length === 0) return null;
  const shown = all ? changes : changes.slice(0, FEW);
  return (
    <>
      <ul className={classes.changes}>
        {shown.map((change) => (
          <li key={change.field}>
            <Text span size="xs" c="dimmed">
              {capital(field(change.field))}
            </Text>
            <div>
              <Told change={change} />
            </div>
          </li>
        ))}
      </ul>
      {shown.length < changes.length ? (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t("audit.more", { count: changes.length - shown.length })}
        </button>
      ) : null}
    </>
  );
}

/** Both sides, or that the field changed where they would say nothing. */
function Told({ change }: { change: Change }) {
  const { t } = useTranslation();
  const { value, sides } = useTelling();
  if (change.hidden) return <em>{t("audit.hidden")}</em>;
  if (!("after" in change)) return value(change.field, change.before);
  const words = sides(change);
  if (words === null) return <em>{t("audit.changed")}</em>;
  return (
    <>
      <del className={classes.before}>{words.before}</del> → <ins>{words.after}</ins>
    </>
  );
}

/** A field as a label: without the article with which it stands in a sentence, and with a capital. */
function capital(words: string): string {
  const bare = words.replace(/^(el|la|los|las|the) /, "");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
