// Runs before the first paint, so that a dark page does not flash white. A browser may forbid to read what was kept.
var kept = null;
try {
  kept = localStorage.getItem("mantine-color-scheme-value");
} catch (_) {}
document.documentElement.setAttribute(
  "data-mantine-color-scheme",
  kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches) ? "dark" : "light",
);
