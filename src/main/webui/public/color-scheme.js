// Runs before the first paint, so that a dark page does not flash white.
var kept = localStorage.getItem("mantine-color-scheme-value");
document.documentElement.setAttribute(
  "data-mantine-color-scheme",
  kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches) ? "dark" : "light",
);
