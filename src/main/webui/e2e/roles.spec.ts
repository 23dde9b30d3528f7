import { type Browser, type Page, test } from "@playwright/test";
import { call, enter, expect, people, tokenOf } from "./people";

test.setTimeout(120_000);

const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });
const gone = "No se encontró. Puede que lo hayan quitado o que sea de otro colegio.";

/** The first students that somebody may see. */
async function students(email: string): Promise<{ id: string; first_name: string; last_name: string }[]> {
  return (await call(await tokenOf(email), "GET", "/students?page_size=5")).items;
}

test("a coordinator finds a child, reads the record, and is offered nothing that would be refused", async ({
  page,
}) => {
  await enter(page, people.coordinator);
  await page.getByRole("navigation").getByRole("link", { name: "Estudiantes", exact: true }).click();
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(heading(page)).toBeVisible();
  await expect(page.getByRole("tab", { name: /Acudientes|Contactos/ })).toBeVisible();
  for (const name of ["Editar", "Desactivar"]) {
    await expect(page.getByRole("main").getByText(name, { exact: true })).toHaveCount(0);
  }
  await page.goto("/estudiantes/nuevo");
  await expect(page.getByText("Usted no tiene permiso para esta pantalla")).toBeVisible();
});

test("a student reads the own record and nobody else's", async ({ page }) => {
  const [own] = await students(people.student);
  const [other] = (await students(people.rector)).filter(({ id }) => id !== own?.id);
  await enter(page, people.student, `/estudiantes/${own?.id}`);
  await expect(heading(page)).toContainText(own?.first_name as string);
  await page.goto(`/estudiantes/${other?.id}`);
  await expect(page.getByText(gone)).toBeVisible();
  await expect(page.getByText(other?.last_name as string)).toHaveCount(0);
});

test("a guardian opens the own child from home on a phone, and no other child", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const own = await students(people.guardian);
  const other = (await students(people.rector)).find(({ id }) => !own.some((child) => child.id === id));
  await enter(page, people.guardian);
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(own[0]?.first_name as string) })
    .first()
    .click();
  await expect(heading(page)).toContainText(own[0]?.first_name as string);
  await page.goto(`/estudiantes/${other?.id}`);
  await expect(page.getByText(gone)).toBeVisible();
});

test("a counselor finds a child and reads the contacts", async ({ page }) => {
  await enter(page, "orientacion@sanmateo.example", "/estudiantes?q=a");
  await page.getByRole("row").nth(1).getByRole("link").click();
  await page.getByRole("tab", { name: /Acudientes|Contactos/ }).click();
  await expect(page.getByRole("button", { name: "Desactivar" })).toHaveCount(0);
});

test("two schools in two browsers never mix", async ({ browser }) => {
  const [mine, theirs] = [await school(browser, people.rector), await school(browser, people.otherRector)];
  await expect(mine.page.getByRole("banner")).toContainText("San Mateo");
  await expect(theirs.page.getByRole("banner")).toContainText("Esperanza");
  for (const [here, there] of [
    [mine, theirs],
    [theirs, mine],
  ] as const) {
    await here.page.goto(`/estudiantes/${there.child}`);
    await expect(here.page.getByText(gone)).toBeVisible();
    await here.page.goto(`/estudiantes/${here.child}`);
    await expect(heading(here.page)).toContainText(here.name);
  }
});

async function school(browser: Browser, email: string) {
  const page = await (await browser.newContext()).newPage();
  const [child] = await students(email);
  await enter(page, email);
  return { page, child: child?.id as string, name: child?.first_name as string };
}
