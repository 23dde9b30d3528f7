import type { Page } from "@playwright/test";
import { bytes, excelCsv, type ListFile, newRow } from "./lists";
import { expect, expectAccessible, expectInConsole, expectNoSidewaysScroll, openAs, people, test } from "./story";

const ADDRESS = "/estudiantes/importar";
const IMPORT = /\/api\/v1\/students\/import\?dry_run=false/;

const choose = (page: Page, file: ListFile) => page.locator("input[type=file]").setInputFiles(file);
const importButton = (page: Page) => page.getByRole("button", { name: /^Importar \d+ estudiantes?$/ });

// A person may try ten files in a minute, so the stories are those of several people.
test.describe("a secretary with a list", () => {
  test.beforeEach(async ({ page }) => openAs(page, people.secretary, ADDRESS));

  test("looks at it, imports it once with a double click, and takes it back", async ({ page }) => {
    let sent = 0;
    page.on("request", (request) => {
      if (IMPORT.test(request.url())) sent += 1;
    });
    await choose(page, excelCsv([newRow(), newRow()]));
    await expect(page.getByText("La lista está lista para importar")).toBeVisible();
    await expect(page.getByText("CSV de Excel, separado por punto y coma")).toBeVisible();
    // The letters of Windows-1252 arrived, and the column that is not ours is named.
    await expect(page.getByRole("cell", { name: "Lucía Núñez" }).first()).toBeVisible();
    await expect(page.getByText("1 columna no se leyó")).toBeVisible();
    await expectAccessible(page);

    await importButton(page).dblclick();
    await expect(page.getByText("Se importaron 2 estudiantes")).toBeVisible();
    expect(sent).toBe(1);

    await page.getByRole("button", { name: "Deshacer la importación" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Deshacer la importación" }).click();
    await expect(page.getByRole("main").getByText("La importación se deshizo")).toBeVisible();
    await page.getByRole("link", { name: "Importaciones anteriores" }).click();
    await expect(page.getByText(/^Deshecha el/).first()).toBeVisible();
  });

  test("reads what is wrong by row and column, downloads it, and imports nothing", async ({ page }) => {
    const good = newRow();
    await choose(page, excelCsv([good, newRow().replace("TI;", "XX;"), newRow().replace("03/02/2015", "31/02/2015")]));
    await expect(page.getByText("Hay 2 filas con fallas")).toBeVisible();
    const faults = page.getByRole("region", { name: "Lo que hay que corregir" }).getByRole("row");
    await expect(faults.nth(1)).toContainText("3");
    await expect(faults.nth(1)).toContainText("Tipo de documento");
    await expect(faults.nth(2)).toContainText("Fecha de nacimiento");
    await expect(faults.nth(2)).toContainText("No es una fecha");
    await expect(importButton(page)).toHaveCount(0);
    await expectAccessible(page);

    for (const [button, ending] of [
      ["Descargar fallas (Excel)", ".xlsx"],
      ["Descargar fallas (CSV)", ".csv"],
    ] as const) {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: button }).click();
      expect((await download).suggestedFilename()).toContain(ending);
    }
  });

  test("leaves out whom the school has", async ({ page }) => {
    const known = newRow();
    await choose(page, excelCsv([known]));
    await importButton(page).click();
    await expect(page.getByText("Se importó 1 estudiante")).toBeVisible();
    await page.getByRole("button", { name: "Importar otro archivo" }).click();

    await choose(page, excelCsv([known, newRow()]));
    await expect(page.getByText("Hay 1 fila con fallas")).toBeVisible();
    await expect(page.getByText("Ya existe en el colegio.")).toBeVisible();
    await page.getByRole("switch", { name: "Omitir a quienes ya están en el colegio" }).check();
    await expect(page.getByRole("button", { name: "Importar 1 estudiante" })).toBeVisible();
    await expect(page.getByText("ya está en el colegio", { exact: true })).toBeVisible();
  });
});

test.describe("a head with a list", () => {
  test.beforeEach(async ({ page }) => openAs(page, people.rector, ADDRESS));

  const refused: [string, ListFile, RegExp][] = [
    ["a PDF", bytes("lista.pdf", "%PDF-1.7\n"), /no es una tabla/],
    [
      "a protected workbook",
      bytes("lista.xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex")),
      /contraseña|formato de Excel/,
    ],
    [
      "a list without columns",
      { ...bytes("lista.csv", "Nombres;Apellidos\nLuz;Mora\n", 0) },
      /Hay que corregir el encabezado/,
    ],
  ];
  for (const [what, file, words] of refused) {
    test(`is told in words that ${what} is none, and chooses another`, async ({ page }) => {
      expectInConsole(page, /400/);
      await choose(page, file);
      await expect(page.getByRole("alert")).toContainText(words);
      await choose(page, excelCsv([newRow()]));
      await expect(importButton(page)).toBeVisible();
    });
  }

  test("is told before anything is sent that a file is empty or too large", async ({ page }) => {
    let sent = 0;
    page.on("request", (request) => {
      if (request.url().includes("/students/import?")) sent += 1;
    });
    await choose(page, bytes("vacia.csv", "", 0));
    await expect(page.getByRole("alert")).toContainText("está vacío");
    await choose(page, bytes("grande.csv", "a;b\n", 6_000_000));
    await expect(page.getByRole("alert")).toContainText("El máximo es 5");
    expect(sent).toBe(0);
  });
});

test.describe("the head of another school", () => {
  test.beforeEach(async ({ page }) => openAs(page, people.otherRector, ADDRESS));

  test("whose network goes in the middle repeats it, and nothing is imported twice", async ({ page }) => {
    expectInConsole(page, /ERR_|Failed to load/);
    const keys: (string | undefined)[] = [];
    await page.route(IMPORT, async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length > 1) return route.continue();
      // The service carries it out, and its answer is lost.
      await route.fetch();
      await route.abort("connectionreset");
    });
    await choose(page, excelCsv([newRow()]));
    await importButton(page).click();
    await expect(page.getByRole("alert")).toContainText("nada se importa dos veces");
    await importButton(page).click();
    await expect(page.getByText("Se importó 1 estudiante")).toBeVisible();
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
  });

  test("has the templates at hand", async ({ page }) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Plantilla para Excel" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  test("does it on a phone as well", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await choose(page, excelCsv([newRow()]));
    await expect(importButton(page)).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});

test("ten thousand rows are tried and told in seconds", async ({ page }) => {
  await openAs(page, people.otherRector, ADDRESS);
  await choose(page, excelCsv(Array.from({ length: 10_000 }, () => newRow())));
  await expect(page.getByRole("button", { name: "Importar 10.000 estudiantes" })).toBeVisible({ timeout: 45_000 });
});

test("a teacher reads who grants an import", async ({ page }) => {
  await openAs(page, people.teacher, ADDRESS);
  await expect(page.getByText("Usted no tiene permiso para esta pantalla")).toBeVisible();
});
