import { expect, test } from "vitest";
import { placeOf } from "./place";

const values = {
  name: "",
  roles: ["teacher"],
  none: [],
  restriction: { text: "", to: "" },
  guardians: [{ phone: "" }, { phone: "" }],
};

test.each([
  ["name", "name"],
  ["restriction.to", "restriction.to"],
  ["guardians[1].phone", "guardians.1.phone"],
  ["roles", "roles"],
  ["roles[0]", "roles"],
  ["none[0]", "none"],
])("a fault of %s stands at %s", (field, place) => expect(placeOf(values, field)).toBe(place));

test.each(["version", "restriction", "restriction.from", "guardians", "guardians[0]", "guardians[7].phone"])(
  "a fault of %s has no input",
  (field) => expect(placeOf(values, field)).toBeNull(),
);
