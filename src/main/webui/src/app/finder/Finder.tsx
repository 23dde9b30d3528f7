import { Loader, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/platform/permissions/permissions";
import { Dialog } from "@/platform/ui/Dialog";
import classes from "./Finder.module.css";
import { type Place, remember } from "./recent";
import { useFound } from "./useFound";

/** Leads to a screen, a student, a guardian or a person by a few letters and Enter. */
export default function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const me = useMe();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const { found, searching } = useFound(typed);
  const places = found.flatMap((group) => group.places);
  const current = Math.min(at, places.length - 1);

  const go = (place: Place | undefined) => {
    if (!place) return;
    remember(me.id, me.school_id ?? null, place);
    onClose();
    router.history.push(place.to);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && places.length) {
      event.preventDefault();
      setAt((current + step + places.length) % places.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(places[current]);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place that is chosen stays in sight
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [current]);

  let index = -1;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t("app.find")}
      styles={{ header: { display: "none" } }}
      withCloseButton={false}
      padding={0}
      yOffset="10vh"
      centered={false}
      size={560}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={t("app.find")}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={places.length ? `${id}-${current}` : undefined}
        placeholder={t("app.find")}
        value={typed}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        size="lg"
        variant="unstyled"
        px="md"
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={searching ? <Loader size="xs" /> : null}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t("app.found")} className={classes.list}>
        {found.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box
          <div key={group.title} role="group" aria-label={group.title}>
            <Text size="xs" fw={650} c="dimmed" px="md" pt="sm" pb={4} aria-hidden>
              {group.title}
            </Text>
            {group.places.map((place) => {
              index += 1;
              const mine = index;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box above, which keeps the focus
                // biome-ignore lint/a11y/useFocusableInteractive: the box above keeps the focus
                <div
                  key={`${group.title} ${place.to}`}
                  id={`${id}-${mine}`}
                  role="option"
                  aria-selected={mine === current}
                  className={classes.place}
                  onMouseMove={() => setAt(mine)}
                  onClick={() => go(place)}
                >
                  <span>{place.label}</span>
                  {place.hint ? <span className={classes.hint}>{place.hint}</span> : null}
                </div>
              );
            })}
          </div>
        ))}
        {places.length === 0 && !searching ? (
          <Text size="sm" c="dimmed" p="md" role="status">
            {t("app.foundNothing")}
          </Text>
        ) : null}
      </div>
    </Dialog>
  );
}
