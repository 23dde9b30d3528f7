import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Athena's blue: calm, and 4.5 : 1 against white from the seventh shade on. */
const athena: MantineColorsTuple = [
  "#eef2ff",
  "#dce3fa",
  "#b6c4f3",
  "#8da3ec",
  "#6a86e6",
  "#5474e2",
  "#4669df",
  "#3656c2",
  "#2f4bb5",
  "#21398f",
];

/** The shades are those that keep 4.5 : 1 for text, in light and dark (Mantine's own do not). */
export const theme = createTheme({
  colors: { athena },
  primaryColor: "athena",
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  defaultRadius: "md",
  fontFamily: '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: "650" },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: Button.extend({ defaultProps: { fw: 600 } }),
    Badge: { defaultProps: { tt: "none" } },
  },
});

/** The colours of badges and buttons on a light ground of the same colour: Mantine's own darkest shade keeps less than 4.5 : 1. */
const onLight = Object.fromEntries(
  ["green", "orange", "yellow", "red"].map((color) => [
    `--mantine-color-${color}-light-color`,
    `color-mix(in srgb, var(--mantine-color-${color}-9) 70%, black)`,
  ]),
);

/** Secondary texts, links and errors with 4.5 : 1 against every surface of the page. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "var(--mantine-color-gray-7)",
    "--mantine-color-placeholder": "var(--mantine-color-gray-7)",
    "--mantine-color-error": "var(--mantine-color-red-8)",
    ...onLight,
  },
  dark: {
    "--mantine-color-dimmed": "var(--mantine-color-dark-1)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-1)",
    "--mantine-color-anchor": "var(--mantine-color-athena-3)",
    "--mantine-color-error": "var(--mantine-color-red-4)",
    // What is dangerous is red by night too; Mantine's own shade is all but white.
    "--mantine-color-red-light-color": "var(--mantine-color-red-3)",
  },
});
