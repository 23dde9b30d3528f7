import { defineConfig } from "@playwright/test";

const [chromium = "/usr/bin/chromium"] = [process.env.CHROMIUM];

export default defineConfig({
  testDir: "e2e",
  workers: 1,
  timeout: 60_000,
  reporter: "list",
  use: {
    locale: "es-CO",
    timezoneId: "America/Bogota",
    launchOptions: { executablePath: chromium, args: ["--no-sandbox", "--disable-dev-shm-usage"] },
  },
});
