import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectInConsole, expectNoSidewaysScroll, openAs, people, test } from "./story";

const run = String(Date.now()).slice(-9);
let count = 0;
const number = () => `${run}${++count}`;

const question = (page: Page) => page.getByRole("dialog", { name: "Hay cambios sin guardar" });

/** Without changes Escape closes; with changes it asks once, and so do Cancel and a click beside the dialog. */
async function expectAskedOnce(
  page: Page,
  open: () => Promise<unknown>,
  write: (dialog: ReturnType<Page["getByRole"]>) => Promise<unknown>,
) {
  const dialog = page.getByRole("dialog").first();
  await open();
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await open();
  await write(dialog);
  const ways = [
    () => page.keyboard.press("Escape"),
    () => dialog.getByRole("button", { name: "Cancelar" }).click(),
    () => page.mouse.click(4, 400),
  ];
  for (const way of ways) {
    await way();
    await expect(question(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(question(page)).toHaveCount(0);
    await expect(dialog).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await question(page).getByRole("button", { name: "Salir sin guardar" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

async function addFamily(page: Page) {
  await page.goto("/estudiantes/nuevo");
  await page.getByLabel("Número de documento").first().fill(number());
  await page.getByLabel("Primer nombre").fill("Iris");
  await page.getByLabel("Primer apellido").fill("Formas");
  const guardian = page.getByRole("group", { name: "Acudiente 1" });
  await guardian.getByLabel("Número de documento").fill(number());
  await guardian.getByLabel("Nombre completo").fill("Olga Formas");
  await guardian.getByRole("combobox", { name: "Parentesco" }).fill("madre");
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Iris Formas" })).toBeVisible();
  await page.getByRole("tab", { name: /Acudientes/ }).click();
}

test("a dialog asks once before what was written is lost", async ({ page }) => {
  test.slow();
  await openAs(page, people.rector, "/estudiantes");
  await addFamily(page);
  await expectAskedOnce(
    page,
    () => page.getByRole("button", { name: "Poner restricción" }).click(),
    (dialog) => dialog.getByLabel("Qué ordena y quién").fill("Orden"),
  );
  await page.goto("/colegio/anios");
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  await expectAskedOnce(
    page,
    () => page.getByRole("button", { name: "Agregar periodo" }).click(),
    (dialog) => dialog.getByLabel("Nombre").fill("Otro"),
  );
  await page.goto("/personas?q=patricia");
  await page.getByRole("link", { name: "Patricia Muñoz" }).click();
  await expectAskedOnce(
    page,
    () => page.getByRole("button", { name: "Cambiar roles" }).click(),
    (dialog) => dialog.getByRole("checkbox", { name: "Orientación" }).click(),
  );
});

test("faults stand at their fields, in the words of the page and without the names of the service", async ({
  page,
}) => {
  expectInConsole(page, /status of 400/);
  await openAs(page, people.secretary, "/estudiantes/nuevo");
  const missing = page.getByText("Falta el dato.");
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  await expect(missing).toHaveCount(3);
  await expect(page.getByLabel("Número de documento").first()).toBeFocused();
  // Whoever writes one word of a guardian owes the others, and sees that before.
  const guardian = page.getByRole("group", { name: "Acudiente 1" });
  await expect(guardian.getByText("*")).toHaveCount(0);
  await guardian.getByLabel("Nombre completo").fill("Olga");
  await expect(guardian.getByText("*")).toHaveCount(4);
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  await expect(missing).toHaveCount(5);
  await expectAccessible(page);
  await guardian.getByLabel("Nombre completo").fill("");
  await expect(guardian.getByText("*")).toHaveCount(0);

  page.on("dialog", (asked) => asked.accept());
  await addFamily(page);
  await page.getByRole("button", { name: "Poner restricción" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Qué ordena y quién").fill("Orden");
  await dialog.getByLabel("Último día").fill("2026-12-01");
  await dialog.getByLabel("Primer día").fill("2026-12-10");
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await expect(dialog.getByLabel("Último día")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByText(/No puede ser antes del 10 de dic/)).toBeVisible();
  await expect(dialog).not.toContainText(/restriction|[a-z]_[a-z]/);
});

test("what the service finds in a part of a form stands at its field", async ({ page }) => {
  expectInConsole(page, /status of 400/);
  await openAs(page, people.secretary, "/estudiantes");
  await addFamily(page);
  await page.getByRole("button", { name: "Poner restricción" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Qué ordena y quién").fill("Orden");
  await dialog.getByLabel("Primer día").fill("2026-12-10");
  await dialog.getByLabel("Último día").fill("2026-12-01");
  // As a page would that does not check the days itself.
  await dialog.getByLabel("Último día").evaluate((input) => input.removeAttribute("min"));
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await expect(dialog.getByText("No puede ser anterior al comienzo.")).toBeVisible();
  await expect(dialog.getByLabel("Último día")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByRole("alert")).toHaveCount(0);
});

test("a list says that it is shorter than the address, and leads to its last page", async ({ page }) => {
  await openAs(page, people.secretary, "/estudiantes?page=9999");
  await expect(page.getByText("La lista no llega hasta la página 9.999.")).toBeVisible();
  await page.getByRole("button", { name: "Ir a la última página" }).click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
});

test("teachers have no column that is always empty", async ({ page }) => {
  await openAs(page, people.teacher, "/estudiantes");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Documento" })).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the buttons of a form stand in one row, and faults of a file are read without moving it", async ({ page }) => {
    await openAs(page, people.secretary, "/estudiantes/nuevo");
    const save = await page.getByRole("button", { name: "Guardar", exact: true }).boundingBox();
    const cancel = await page.getByRole("link", { name: "Cancelar" }).boundingBox();
    expect(save?.y).toBe(cancel?.y);
    await page.goto("/estudiantes/importar");
    await page.locator("input[type=file]").setInputFiles({
      name: "lista.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        `Tipo de documento;Número de documento;Primer nombre;Primer apellido;Fecha de nacimiento\nTI;${number()};Ana;Gil;31/02/2015\n`,
      ),
    });
    const fault = page.getByRole("list", { name: "Lo que hay que corregir" }).getByRole("listitem");
    await expect(fault).toContainText("Fila 2 · Fecha de nacimiento");
    await expect(fault).toContainText("No es una fecha");
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
