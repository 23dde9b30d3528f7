// First of all: a link of a mail loses its secrets before anything else reads the address.
import "./platform/session/arrival";
import "./app/mantine.gen.css";
import "./app/app.css";
import "./app/words";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { Broken } from "./app/Broken";
import { startRouter } from "./app/router";
import { es } from "./app/words.es";
import { queries } from "./platform/api/api";
import { report } from "./platform/errors/report";
import { startWords } from "./platform/i18n/i18n";
import { tab } from "./platform/keep";
import { type Config, readConfig } from "./platform/session/config";
import { onStartOver, startSession } from "./platform/session/session";

const place = document.getElementById("root") as HTMLElement;
let root = createRoot(place);
let release = "";

async function start() {
  await startWords(es, async () => (await import("./app/words.en")).en);
  const config: Config = await readConfig();
  release = config.release;
  await startSession(config);
  draw();
}

const draw = () =>
  root.render(<App router={startRouter()} onError={(error, route) => report(error, route, release)} />);

onStartOver((address) => {
  root.unmount();
  queries.clear();
  history.replaceState(null, "", address);
  root = createRoot(place);
  draw();
});

// After an update the old page may ask for files that are gone. It loads the new page once.
window.addEventListener("vite:preloadError", (event) => {
  const last = Number(tab.get("athena.reloaded") ?? 0);
  if (Date.now() - last < 60_000) return;
  event.preventDefault();
  tab.set("athena.reloaded", String(Date.now()));
  location.reload();
});
window.addEventListener("error", ({ error }) => report(error, "window", release));
window.addEventListener("unhandledrejection", ({ reason }) => {
  if (reason instanceof Error && reason.name !== "AbortError") report(reason, "window", release);
});

start().catch(() => root.render(<Broken />));
