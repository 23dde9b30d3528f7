import { expect, test } from "vitest";
import { isColor, type OwnSchool, settingsOf, settingsPatch } from "./settings";

const school: OwnSchool = {
  id: "1",
  name: "Colegio San Mateo",
  time_zone: "America/Bogota",
  branding_settings: { primary_color: "#1b5e20", motto: "Saber" },
  pei_summary: "PEI",
  version: 2,
};

test("what the school has not written is empty", () => {
  expect(settingsOf(school)).toEqual({ pei_summary: "PEI", habeas_data_text: "", primary_color: "#1b5e20" });
  expect(settingsOf({ ...school, branding_settings: { primary_color: 7 } }).primary_color).toBe("");
});

test("only what changed is sent, and an emptied text is taken away", () => {
  expect(settingsPatch({ pei_summary: " " }, {})).toEqual({ pei_summary: null });
  expect(settingsPatch({}, {})).toEqual({});
});

test("a new colour keeps what else the branding holds", () => {
  const { branding_settings } = school;
  expect(settingsPatch({ primary_color: "#000000" }, branding_settings)).toEqual({
    branding_settings: { primary_color: "#000000", motto: "Saber" },
  });
  expect(settingsPatch({ primary_color: "" }, branding_settings)).toEqual({ branding_settings: { motto: "Saber" } });
});

test("a colour has six digits", () => {
  expect(["", "#1b5e20", "#ABCDEF"].every(isColor)).toBe(true);
  expect(["verde", "#123", "1b5e20"].some(isColor)).toBe(false);
});
