import "./app/mantine.gen.css";
import "@mantine/notifications/styles.css";
import "./app/app.css";
import "./app/words";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { Broken } from "./app/Broken";
import { es } from "./app/words.es";
import { report } from "./platform/errors/report";
import { startWords } from "./platform/i18n/i18n";
import { type Config, readConfig } from "./platform/session/config";
import { startSession } from "./platform/session/session";

const root = createRoot(document.getElementById("root") as HTMLElement);
let release = "";

async function start() {
  await startWords(es, async () => (await import("./app/words.en")).en);
  const config: Config = await readConfig();
  release = config.release;
  await startSession(config);
  root.render(<App onError={(error, route) => report(error, route, release)} />);
}

// After an update the old page may ask for files that are gone. It loads the new page once.
window.addEventListener("vite:preloadError", (event) => {
  const last = Number(sessionStorage.getItem("athena.reloaded") ?? 0);
  if (Date.now() - last < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem("athena.reloaded", String(Date.now()));
  location.reload();
});
window.addEventListener("error", ({ error }) => report(error, "window", release));
window.addEventListener("unhandledrejection", ({ reason }) => {
  if (reason instanceof Error && reason.name !== "AbortError") report(reason, "window", release);
});

start().catch(() => root.render(<Broken />));
