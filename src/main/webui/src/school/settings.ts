import type { Schemas } from "@/platform/api/api";

export type OwnSchool = Schemas["OwnSchool"];

/** The settings that the page edits. */
export type SettingsFields = { pei_summary: string; habeas_data_text: string; primary_color: string };

export const settingsOf = (school: OwnSchool): SettingsFields => ({
  pei_summary: school.pei_summary ?? "",
  habeas_data_text: school.habeas_data_text ?? "",
  primary_color: colorOf(school.branding_settings.primary_color),
});

const colorOf = (value: unknown) => (typeof value === "string" ? value : "");

/** Whether somebody wrote a colour, or none at all. */
export const isColor = (text: string) => text.trim() === "" || /^#[0-9a-f]{6}$/i.test(text.trim());

/**
 * What is sent of the fields that changed. The service replaces an object whole, so what the page does not know of it is kept.
 *
 * @param branding the object as it was last read
 */
export function settingsPatch(
  changed: Partial<SettingsFields>,
  branding: OwnSchool["branding_settings"],
): Schemas["SettingsPatch"] {
  const { pei_summary, habeas_data_text, primary_color } = changed;
  return {
    ...(pei_summary === undefined ? {} : { pei_summary: pei_summary.trim() || null }),
    ...(habeas_data_text === undefined ? {} : { habeas_data_text: habeas_data_text.trim() || null }),
    ...(primary_color === undefined ? {} : { branding_settings: withColor(branding, primary_color.trim()) }),
  };
}

function withColor({ primary_color: _, ...others }: OwnSchool["branding_settings"], color: string) {
  return color ? { ...others, primary_color: color } : others;
}
