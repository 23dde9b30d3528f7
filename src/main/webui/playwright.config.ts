import { defineConfig } from "@playwright/test";

/** Whoever tells the stories says where the page is (PageStoriesIT), and which Chromium is there. */
const executablePath = process.env.CHROMIUM;

export default defineConfig({
  testDir: "e2e",
  workers: 1,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  retries: 0,
  reporter: "list",
  outputDir: "test-results",
  use: {
    baseURL: process.env.E2E_PAGE ?? "http://localhost:5173",
    locale: "es-CO",
    timezoneId: "America/Bogota",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
