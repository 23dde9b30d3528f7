import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

/** The accounts of the demo. */
export const people = {
  secretary: "secretary@sanmateo.example",
  rector: "rector@sanmateo.example",
  teacher: "docente@sanmateo.example",
  coordinator: "coordinacion@sanmateo.example",
  guardian: "acudiente@sanmateo.example",
  student: "estudiante@sanmateo.example",
  otherRector: "rector@esperanza.example",
  inBoth: "both@athena.example",
  superadmin: "superadmin@athena.example",
} as const;

export const PASSWORD = "athena-demo";

/** Faults that a story expects of its own: an answer with that status is written to the console by the browser. */
const expected = new WeakMap<Page, RegExp[]>();

/** Lets a story provoke what the console then tells, such as a refused sign-in. */
export function expectInConsole(page: Page, fault: RegExp) {
  expected.set(page, [...(expected.get(page) ?? []), fault]);
}

/** Every story fails when the page throws, breaks its policy for contents, or writes an error that nobody expected. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const faults = watch(page);
    await use(page);
    const known = expected.get(page) ?? [];
    expect(faults.filter((fault) => !known.some((one) => one.test(fault)))).toEqual([]);
  },
});

/** What goes wrong in a page from now on; for pages that a story opens itself. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  return faults;
}

/** Signs in by the form that is on the screen. */
export async function enter(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByRole("textbox", { name: "Contraseña" }).fill(password);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
}

/** Opens an address as that person. */
export async function openAs(page: Page, email: string, address = "/") {
  await page.goto(address);
  await enter(page, email);
  await expect(page).not.toHaveURL(/\/entrar/);
  // The address changes before the screen does; only the shell has a header.
  await expect(page.getByRole("banner")).toBeVisible();
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
}

/**
 * The screen has no serious fault for people who see, hear or move otherwise (WCAG 2.1 AA by axe).
 *
 * @param rules those of axe's rules that are tried; all of them without it
 */
export async function expectAccessible(page: Page, rules?: string[]) {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(" | ")}`,
    );
  expect(serious).toEqual([]);
}

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page) {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
}
