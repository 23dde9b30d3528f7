import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectInConsole, expectNoSidewaysScroll, openAs, people, test } from "./story";

/** Documents of this run are told from those of others. */
const run = String(Date.now()).slice(-8);
let count = 0;
function number(): string {
  count += 1;
  return run + String(count).padStart(2, "0");
}

const digits = /[0-9a-f]{8}-[0-9a-f-]{27}/;
const record = new RegExp(`/estudiantes/${digits.source}$`);
const save = (page: Page) => page.getByRole("button", { name: "Guardar", exact: true }).click();
const guardian = (page: Page, place = 1) => page.getByRole("group", { name: `Acudiente ${place}` });

async function writeChild(page: Page, document: string, name: string, surname = "Prueba") {
  await page.getByLabel("Número de documento").first().fill(document);
  await page.getByLabel("Primer nombre").fill(name);
  await page.getByLabel("Primer apellido").fill(surname);
}

async function writeGuardian(page: Page, document: string, name: string, relationship = "madre") {
  await guardian(page).getByLabel("Número de documento").fill(document);
  await guardian(page).getByLabel("Nombre completo").fill(name);
  await guardian(page).getByRole("combobox", { name: "Parentesco" }).fill(relationship);
}

/** Adds a child and gives the address of the record. */
async function addChild(page: Page, name: string, of?: { document: string; name: string }) {
  const document = number();
  await page.goto("/estudiantes/nuevo");
  await writeChild(page, document, name);
  if (of) await writeGuardian(page, of.document, of.name);
  await save(page);
  await expect(page).toHaveURL(record);
  return { document, address: new URL(page.url()).pathname };
}

test("ten children in a row, without leaving the form", async ({ page }) => {
  test.slow();
  await openAs(page, people.secretary, "/estudiantes/nuevo");
  const another = page.getByRole("button", { name: "Guardar y agregar otro" });
  for (const name of ["Ana", "Bea", "Ciro", "Dana", "Elsa", "Fito", "Gil", "Hugo", "Inés", "Juan"]) {
    await writeChild(page, number(), name, "Fila");
    await another.dblclick();
    await expect(page.getByText(`${name} Fila quedó registrado.`)).toBeVisible();
    await expect(page.getByLabel("Primer nombre")).toHaveValue("");
    await expect(page.getByLabel("Número de documento").first()).toBeFocused();
  }
  await page.goto(`/estudiantes?q=fila+${run}`);
  await expect(page.getByText("10 estudiantes")).toBeVisible();
});

test("a wrong document and telephone are told at their fields, and the network may go in the middle", async ({
  page,
  context,
}) => {
  expectInConsole(page, /status of 400|ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await openAs(page, people.secretary, "/estudiantes/nuevo");
  const [child, mother] = [number(), number()];
  await writeChild(page, "abc", "Nora");
  await writeGuardian(page, mother, "Rita Nora");
  await guardian(page).getByLabel("Teléfono").fill("33");
  await page.keyboard.press("Control+s");
  const document = page.getByLabel("Número de documento").first();
  await expect(document).toHaveAttribute("aria-invalid", "true");
  await expect(document).toBeFocused();
  await expect(guardian(page).getByLabel("Teléfono")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await document.fill(child);
  await guardian(page).getByLabel("Teléfono").fill("300 555 0101");
  await context.setOffline(true);
  await save(page);
  await expect(page.getByText("Sin conexión con Athena", { exact: false })).toBeVisible();
  await expect(page.getByLabel("Primer nombre")).toHaveValue("Nora");
  await context.setOffline(false);
  await expect(page.getByText("Sin conexión con Athena", { exact: false })).toHaveCount(0);
  await save(page);
  await expect(page).toHaveURL(record);
  await expect(page.getByRole("heading", { name: "Nora Prueba" })).toBeVisible();
});

test("a brother has the same guardian, who stays as the school knows them", async ({ page }) => {
  await openAs(page, people.secretary, "/estudiantes");
  const mother = { document: number(), name: "Rita Familia" };
  await addChild(page, "Ana", mother);
  await page.goto("/estudiantes/nuevo");
  await writeChild(page, number(), "Leo");
  await writeGuardian(page, mother.document, "Rita Otra");
  const known = page.getByRole("status").filter({ hasText: "ya está registrado" });
  await expect(known).toContainText("Es acudiente de Ana Prueba.");
  await expect(known).toContainText("quedará «Rita Familia» y no «Rita Otra»");
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(record);
  await page.getByRole("link", { name: "Agregar hermano o hermana" }).click();
  await expect(page.getByLabel("Primer apellido")).toHaveValue("Prueba");
  await expect(guardian(page).getByLabel("Nombre completo")).toHaveValue("Rita Familia");
});

test("a document that somebody has or had leads to that student", async ({ page }) => {
  expectInConsole(page, /status of 409/);
  await openAs(page, people.secretary, "/estudiantes");
  const { document, address } = await addChild(page, "Sol");
  await page.goto("/estudiantes/nuevo");
  await writeChild(page, document, "Otra");
  await save(page);
  await expect(page.getByRole("alert")).toContainText("ya tiene un estudiante activo con este documento");
  await expect(page.getByRole("link", { name: "Abrir esa ficha" })).toHaveAttribute("href", address);
  await page.getByRole("link", { name: "Acudientes" }).first().click();
  await page.getByRole("button", { name: "Salir sin guardar" }).click();
  await page.goto(`${address}/editar`);
  await page.getByLabel("Número de documento").fill(number());
  await save(page);
  await expect(page.getByText("Los cambios quedaron guardados.")).toBeVisible();
  await page.getByRole("tab", { name: "Documentos anteriores" }).click();
  await expect(page.getByRole("cell", { name: document })).toBeVisible();
  await page.goto("/estudiantes/nuevo");
  await writeChild(page, document, "Luz");
  await save(page);
  await expect(page.getByRole("alert")).toContainText("tuvo antes este documento");
  await page.getByRole("button", { name: "Es otro estudiante: guardar" }).click();
  await expect(page).toHaveURL(record);
});

test("two people at one child: what nobody disputes is brought together, the rest is asked", async ({
  page,
  context,
}) => {
  expectInConsole(page, /status of 412/);
  await openAs(page, people.secretary, "/estudiantes");
  const { address } = await addChild(page, "Eva");
  await page.goto(`${address}/editar`);
  await page.getByLabel("Segundo nombre").fill("Mía");
  const other = await context.newPage();
  await other.goto(`${address}/editar`);
  await other.getByLabel("Segundo nombre").fill("Sara");
  await other.getByLabel("Fecha de nacimiento").fill("2015-02-03");
  await save(other);
  await expect(other.getByText("Los cambios quedaron guardados.")).toBeVisible();
  await other.close();
  await save(page);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Lo suyo: Mía").check();
  await dialog.getByRole("button", { name: "Guardar lo elegido" }).click();
  await expect(page.getByRole("heading", { name: "Eva Mía Prueba" })).toBeVisible();
  await expect(page.getByText("3 de feb de 2015")).toBeVisible();
});

test("a restriction is set, shortened and lifted; a link is ended and restored", async ({ page }) => {
  await openAs(page, people.secretary, "/estudiantes");
  const { address } = await addChild(page, "Iris", { document: number(), name: "Rita Orden" });
  await page.goto(`${address}?tab=acudientes`);
  await page.getByRole("button", { name: "Poner restricción" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Qué ordena y quién").fill("Juzgado 3 de Familia");
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Restricción vigente")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cambiar restricción" }).click();
  await dialog.getByLabel("Último día").fill("2999-12-31");
  await dialog.getByLabel("Motivo").fill("La medida tiene fin");
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Hasta el 31 de dic de 2999")).toBeVisible();
  await page.getByRole("button", { name: "Levantar restricción" }).click();
  await dialog.getByLabel("Motivo").fill("Cambió la medida");
  await dialog.getByRole("button", { name: "Levantar restricción" }).click();
  await expect(page.getByText("Restricción vigente")).toHaveCount(0);
  await page.getByRole("button", { name: "Terminar vínculo" }).click();
  await dialog.getByRole("button", { name: "Terminar vínculo" }).click();
  await expect(page.getByText("Todavía no hay acudientes.")).toBeVisible();
  await page.getByRole("button", { name: "Ver vínculos terminados" }).click();
  await page.getByRole("button", { name: "Restaurar" }).click();
  await dialog.getByRole("button", { name: "Restaurar" }).click();
  await expect(page.getByRole("link", { name: "Rita Orden" })).toBeVisible();
});

test("a known person is added as a guardian, and takes the mark of the primary one", async ({ page }) => {
  expectInConsole(page, /status of 409/);
  await openAs(page, people.secretary, "/estudiantes");
  const uncle = { document: number(), name: "Óscar Tío" };
  await addChild(page, "Prima", uncle);
  const { address } = await addChild(page, "Sobrino", { document: number(), name: "Rita Sobrino" });
  await page.goto(`${address}/acudientes/nuevo`);
  await page.getByLabel("¿Ya está registrado? Búsquelo").fill(uncle.document);
  await expect(page.getByRole("button", { name: /Óscar Tío/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Nombre completo")).toHaveValue("Óscar Tío");
  await page.getByRole("combobox", { name: "Parentesco" }).fill("tío");
  await expect(page.getByText("La marca pasa de Rita Sobrino a esta persona.")).toBeVisible();
  await page.getByLabel("Acudiente principal").check();
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("listitem").filter({ hasText: "Óscar Tío" })).toContainText("Acudiente principal");
  await page.goto(`${address}/acudientes/nuevo`);
  await page.getByLabel("Número de documento").fill(uncle.document);
  await page.getByRole("combobox", { name: "Parentesco" }).fill("tío");
  await page.getByLabel("Nombre completo").fill("Óscar Tío");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("link", { name: "Abrir ese vínculo" })).toBeVisible();
});

test("a student is deactivated and activated, after the consequence is told", async ({ page }) => {
  await openAs(page, people.secretary, "/estudiantes");
  await addChild(page, "Paz");
  await page.getByRole("button", { name: "Desactivar" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("el portal se le cierra también a su familia");
  await dialog.getByRole("button", { name: "Desactivar" }).click();
  await expect(page.getByText("Este estudiante está desactivado", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Activar", exact: true }).click();
  await dialog.getByRole("button", { name: "Activar", exact: true }).click();
  await expect(page.getByText("Este estudiante está desactivado", { exact: false })).toHaveCount(0);
});

test("keys: / searches, Enter opens the first one; the list is taken along as a file and on paper", async ({
  page,
}) => {
  await openAs(page, people.secretary, "/estudiantes");
  await expect(page.getByRole("row")).toHaveCount(21);
  await page.getByRole("button", { name: "Más acciones" }).click();
  const file = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Descargar en Excel" }).click();
  expect((await file).suggestedFilename()).toMatch(/\.xlsx$/);
  await page.getByRole("button", { name: "Más acciones" }).click();
  await page.getByRole("menuitem", { name: "Imprimir la lista" }).click();
  await expect(page).toHaveURL(/\/imprimir\/estudiantes(\?[^"%]*)?$/);
  await expect(page.getByRole("row")).not.toHaveCount(21);
  await expectAccessible(page);
  await page.goto("/estudiantes");
  await expect(page.getByRole("row")).toHaveCount(21);
  await page.keyboard.press("/");
  await page.keyboard.type("alvarez");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(record);
  await expect(page.getByRole("heading", { name: /Álvarez/ })).toBeVisible();
});

test("teachers see contacts and neither documents nor buttons", async ({ page }) => {
  await openAs(page, people.teacher, "/estudiantes");
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page.getByRole("tab", { name: /Contactos/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Desactivar" })).toHaveCount(0);
  await expect(page.getByText("Tarjeta de identidad")).toHaveCount(0);
  await page.goto("/acudientes");
  await expect(page.getByText("Usted no tiene permiso para esta pantalla")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("every screen of students and guardians fits, and is readable in the dark", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await openAs(page, people.secretary, "/estudiantes");
    const { address } = await addChild(page, "Mar", { document: number(), name: "Rita Mar" });
    for (const part of ["", "?tab=acudientes", "/editar", "/acudientes/nuevo"]) {
      await page.goto(address + part);
      await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    await page.goto("/acudientes?q=rita+mar");
    await page.getByRole("link", { name: "Rita Mar" }).first().click();
    await expect(page.getByRole("heading", { name: "Rita Mar" })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
