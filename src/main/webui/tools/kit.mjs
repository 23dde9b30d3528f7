// What the page knows of the kit: of which parts a component is made, and which parts come with the screens that need them.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const kit = new URL("../node_modules/@mantine/core/", import.meta.url);

/** What floats over a screen, and the fields of forms, are needed by nobody's first look at a list. */
export const later = [
  ...["Popover", "Combobox", "Select", "Menu", "Modal", "ModalBase", "Drawer", "Tooltip", "HoverCard", "ScrollArea"],
  ...["Autocomplete", "MultiSelect", "Checkbox", "Radio", "Switch", "InlineInput", "NativeSelect", "PasswordInput"],
  ...["Textarea", "Progress", "FileButton", "List", "Code", "Tabs", "Stepper", "Accordion", "Timeline", "PinInput"],
  ...["SimpleGrid", "ActionIcon", "Divider", "Overlay", "FocusTrap", "Transition", "Floating", "Collapse", "Table"],
  ...["NumberInput", "Fieldset", "LoadingOverlay", "TagsInput", "PillsInput", "Pill", "Chip", "Slider", "Notification"],
];

/** The components of the kit that a source imports. */
export const imported = (source) =>
  [...source.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)]
    .flatMap(([, names]) => names.split(","))
    .map((name) => name.replace(/\btype\b/, "").trim())
    .filter(Boolean);

/** A list of the browser's own takes no more than the arrow from the kit's. */
const shallow = { NativeSelect: ["NativeSelect", "Input", "InputBase", "Combobox"] };

/** Those components and, by their own imports, all that they are made of. */
export function partsOf(names, found = new Set()) {
  for (const name of names) {
    if (name in shallow) {
      for (const part of shallow[name]) found.add(part);
      continue;
    }
    const folder = [`esm/components/${name}/`, `esm/utils/${name}/`]
      .map((path) => new URL(path, kit))
      .find((path) => existsSync(path));
    if (found.has(name) || !folder) continue;
    found.add(name);
    for (const file of readdirSync(folder, { recursive: true }).filter((one) => one.endsWith(".mjs"))) {
      const made = readFileSync(new URL(file, folder), "utf8").matchAll(/from "(?:\.\.\/)+(?:utils\/)?([A-Z]\w+)\//g);
      partsOf(
        [...made].map(([, part]) => part),
        found,
      );
    }
  }
  return found;
}

const sheet = (name) => new URL(`styles/${name}.css`, kit);
const whole = readFileSync(new URL("styles.css", kit), "utf8");
/** The whole sheet's order: later rules win. */
const place = (name) => whole.indexOf(readFileSync(sheet(name), "utf8").trim().slice(0, 200));

/** Imports of the style sheets that those parts have, in the order of the kit. */
export const sheetsOf = (names) =>
  [...names]
    .filter((name) => existsSync(sheet(name)))
    .sort((a, b) => place(a) - place(b))
    .map((name) => `@mantine/core/styles/${name}.css`);
