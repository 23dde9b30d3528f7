import type { Page } from "@playwright/test";
import { giveCode } from "./people";
import {
  enter,
  expect,
  expectAccessible,
  expectInConsole,
  expectNoSidewaysScroll,
  openAs,
  people,
  test,
} from "./story";

/** Rows of this run are told from those of others; a name has letters alone. */
const mark = Date.now()
  .toString(36)
  .replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));

// A busy machine takes its time for a story of several screens.
test.setTimeout(240_000);

test("the rector finds people and filters stay in the address", async ({ page }) => {
  await openAs(page, people.rector, "/personas");
  await expect(page.getByRole("link", { name: "Amalia Restrepo" })).toBeVisible();
  await expect(page.getByText("acudiente@sanmateo.example")).toHaveCount(0);
  await page.getByLabel("Quiénes").selectOption("Docente");
  await expect(page).toHaveURL(/role=teacher/);
  await expect(page.getByRole("link", { name: "Amalia Restrepo" })).toHaveCount(0);
  await page.getByLabel("Quiénes").selectOption("Todas las personas");
  await page.getByRole("searchbox").fill("patricia");
  await expect(page).toHaveURL(/q=patricia/);
  await expect(page.getByRole("link", { name: "Patricia Muñoz" })).toBeVisible();
  await expectAccessible(page);
});

test("nobody changes their own membership, and the last rector is told", async ({ page }) => {
  await openAs(page, people.rector, "/personas");
  await page.getByRole("link", { name: "Amalia Restrepo" }).click();
  await expect(page.getByText("Usted no puede cambiar su propia membresía")).toBeVisible();
  await expect(page.getByRole("button", { name: "Cambiar roles" })).toHaveCount(0);
  await expectAccessible(page);
});

test("a person is invited, changed, withdrawn and invited again", async ({ page }) => {
  expectInConsole(page, /status of 409/);
  const email = `prueba-${mark}@colegio.example`;
  await openAs(page, people.rector, "/personas/nueva");
  await page.getByRole("button", { name: "Enviar invitación" }).click();
  await expect(page.getByText("Escriba el nombre.")).toBeVisible();
  await expect(page.getByText("Elija por lo menos un rol.")).toBeVisible();
  await page.getByLabel("Nombre").fill(`Prueba ${mark}`);
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByRole("checkbox", { name: "Docente" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enviar invitación" }).dblclick();
  await expect(page.getByRole("heading", { name: `Prueba ${mark}`, level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByText("Docente")).toBeVisible();

  await page.getByLabel("Nombre").fill(`Prueba Corregida ${mark}`);
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("heading", { name: `Prueba Corregida ${mark}`, level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Cambiar roles" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Coordinación" }).check();
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("main").getByText("Coordinación")).toBeVisible();

  await page.getByRole("button", { name: "Retirar invitación" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retirar invitación" }).click();
  await expect(page.getByRole("main").getByText("Retirada", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Invitar de nuevo" }).click();
  await expect(page.getByRole("button", { name: "Retirar invitación" })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/personas/nueva");
  await page.getByLabel("Nombre").fill("Otra vez");
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByRole("checkbox", { name: "Docente" }).check();
  await page.getByRole("button", { name: "Enviar invitación" }).click();
  await page.getByRole("link", { name: "Ver a esa persona" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Salir sin guardar" }).click();
  await expect(page.getByRole("link", { name: `Prueba Corregida ${mark}` })).toBeVisible();
});

test("staff come from a file: all of them, or none", async ({ page }) => {
  await openAs(page, people.rector, "/personas/importar");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Plantilla CSV" }).click();
  expect((await download).suggestedFilename()).toBe("personal.csv");
  const send = (rows: string) =>
    page.locator('input[type="file"]').setInputFiles({
      name: "personal.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`Correo electrónico;Nombre completo;Roles\n${rows}`),
    });
  await send(`uno-${mark}@colegio.example;Uno Gil;mago\nno-es-correo;Dos Gil;docente\n`);
  await expect(page.getByText("Hay 2 filas con fallas")).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Lo que hay que corregir" }).getByRole("cell", { name: "Roles", exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /^Invitar a/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Elegir otro archivo" }).click();
  await send(`uno-${mark}@colegio.example;Uno Gil;docente\ndos-${mark}@colegio.example;Dos Gil;secretaria\n`);
  await page.getByRole("button", { name: "Invitar a 2 personas" }).click();
  await expect(page.getByText("2 personas quedaron invitadas")).toBeVisible();
  await page.getByRole("link", { name: "Ver las personas" }).click();
  await expect(page.getByText(`uno-${mark}@colegio.example`)).toBeVisible();
});

test("the guardians of a section are looked at before they are invited", async ({ page }) => {
  await openAs(page, people.rector, "/personas/acudientes");
  await page
    .getByRole("group", { name: /^Grupos/ })
    .getByRole("checkbox")
    .nth(1)
    .check();
  await page.getByRole("button", { name: "Ver a quién llega" }).click();
  await expect(page.getByRole("heading", { name: "A quién llega" })).toBeVisible();
  await expect(page.getByText("Recibirán invitación")).toBeVisible();
  await page
    .getByRole("group", { name: /^Grupos/ })
    .getByRole("checkbox")
    .nth(2)
    .check();
  await expect(page.getByText("Cambió la selección")).toBeVisible();
  await expectAccessible(page);
});

test("two people change the settings at the same time, and none is lost", async ({ browser, page }) => {
  expectInConsole(page, /status of 412/);
  await openAs(page, people.rector, "/colegio");
  const other = await (await browser.newContext({ locale: "es-CO" })).newPage();
  await openAs(other, people.rector, "/colegio");
  const pei = (one: Page) => one.getByLabel("Resumen del PEI");
  await expect(pei(page)).toBeVisible();
  await expect(pei(other)).toBeVisible();
  await pei(other).fill(`PEI del otro ${mark}`);
  await other.getByRole("button", { name: "Guardar" }).click();
  await expect(other.getByText("Ajustes guardados")).toBeVisible();
  await pei(page).fill(`PEI propio ${mark}`);
  await page.getByRole("button", { name: "Guardar" }).click();
  const conflict = page.getByRole("dialog");
  await expect(conflict.getByText(`Lo guardado: PEI del otro ${mark}`)).toBeVisible();
  await conflict.getByLabel(`Lo suyo: PEI propio ${mark}`).check();
  await conflict.getByRole("button", { name: "Guardar lo elegido" }).click();
  await expect(page.getByText("Ajustes guardados")).toBeVisible();
  await page.reload();
  await expect(pei(page)).toHaveValue(`PEI propio ${mark}`);
  await expectAccessible(page);
});

test("a year comes with four periods, which are mended and taken away", async ({ page }) => {
  const name = `P ${mark}`;
  await openAs(page, people.rector, "/colegio/anios/nuevo");
  await page.getByLabel("Nombre del año").fill(name);
  const second = page.getByRole("group", { name: "Segundo periodo" });
  const start = await second.getByLabel("Primer día").inputValue();
  const first = page.getByRole("group", { name: "Primer periodo" });
  const end = await first.getByLabel("Último día").inputValue();
  await second.getByLabel("Primer día").fill(end);
  await page.getByRole("button", { name: "Crear año" }).click();
  await expect(second.getByText("Se cruza con Primer periodo.")).toBeVisible();
  await second.getByLabel("Primer día").fill(start);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Crear año" }).click();
  await expect(page.getByRole("heading", { name, level: 2 })).toBeVisible();
  await expect(page.getByRole("img", { name: new RegExp(`${name}: Primer periodo`) })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Cambiar: / })).toHaveCount(4);

  await page.getByRole("button", { name: "Cambiar: Cuarto periodo" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Peso en el año").fill("30");
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Los pesos suman 105 %")).toBeVisible();
  await expectAccessible(page);

  for (const period of ["Primer", "Segundo", "Tercer", "Cuarto"]) {
    await page.getByRole("button", { name: `Quitar: ${period} periodo` }).click();
    await dialog.getByRole("button", { name: "Quitar" }).click();
    await expect(dialog).toHaveCount(0);
  }
  await page.getByRole("button", { name: "Borrar año" }).click();
  await dialog.getByRole("button", { name: "Borrar año" }).click();
  await expect(page).toHaveURL(/\/colegio\/anios$/);
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("on a telephone nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAs(page, people.rector);
  for (const address of ["/personas", "/personas/nueva", "/personas/importar", "/personas/acudientes"]) {
    await page.goto(address);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
  for (const address of ["/colegio", "/colegio/anios", "/colegio/anios/nuevo"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Colegio", level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});

test("whoever may not manage people reads who grants it", async ({ page }) => {
  await openAs(page, people.secretary);
  await page.goto("/personas");
  await expect(page.getByText("Usted no tiene permiso para esta pantalla")).toBeVisible();
  await page.goto("/colegio");
  await expect(page.getByText("La rectoría de su colegio puede dárselo.")).toBeVisible();
});

test("the platform sees people with their schools", async ({ page }) => {
  await page.goto("/personas");
  await enter(page, people.superadmin);
  await giveCode(page, people.superadmin);
  await expect(page.getByText("Colegio San Mateo:").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Agregar persona" })).toHaveCount(0);
  await expectAccessible(page);
});
