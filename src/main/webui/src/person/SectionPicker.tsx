import "./words";
import { Checkbox, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./RolePicker.module.css";
import { byYear, type Section, withYear } from "./sections";

type Props = { sections: readonly Section[]; chosen: readonly string[]; onChange: (chosen: string[]) => void };

/** The sections by year, each with how many guardians an invitation would reach. */
export function SectionPicker({ sections, chosen, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      {byYear(sections).map(({ year, sections: ofYear }) => {
        const count = ofYear.filter(({ id }) => chosen.includes(id)).length;
        return (
          <fieldset key={year} className={classes.roles}>
            <legend className={classes.legend}>
              {t("person.invite.sections")} {year}
            </legend>
            <Checkbox
              my="sm"
              label={t("person.invite.all", { year })}
              checked={count === ofYear.length}
              indeterminate={count > 0 && count < ofYear.length}
              onChange={(event) => onChange(withYear(chosen, ofYear, event.currentTarget.checked))}
            />
            <div className={classes.narrow}>
              {ofYear.map((section) => (
                <Checkbox
                  key={section.id}
                  className={classes.role}
                  checked={chosen.includes(section.id)}
                  onChange={(event) => onChange(withYear(chosen, [section], event.currentTarget.checked))}
                  label={`${section.grade} ${section.name}`}
                  description={t("person.invite.reach", { count: section.invitable })}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </Stack>
  );
}
