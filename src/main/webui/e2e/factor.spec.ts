import { test } from "@playwright/test";
import {
  page as base,
  codeOf,
  endSession,
  expect,
  giveCode,
  invite,
  mailTo,
  mend,
  newEmail,
  people,
  personMenu,
  signIn,
} from "./people";

// The second code of a person comes half a minute after the first.
test.setTimeout(240_000);

test("a second factor is set up, asked for at the next sign-in, and removed", async ({ page, browser }) => {
  const email = newEmail("factor");
  await invite(email, "Diana Mesa Ortiz", ["secretary"]);
  await page.goto(await mailTo(email));
  await page.getByRole("textbox", { name: "Elija una contraseña" }).fill("una frase larga");
  await page.getByRole("button", { name: "Aceptar", exact: true }).click();
  await (await personMenu(page)).getByRole("menuitem", { name: "Mi cuenta" }).click();
  await page.getByRole("button", { name: "Activar el segundo factor" }).click();
  await expect(page.getByRole("img", { name: "Código QR para la aplicación de códigos" })).toBeVisible();
  await page.getByLabel("Código de 6 dígitos").fill("000000");
  await page.getByRole("button", { name: "Activar", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("El código no es correcto");
  await page.getByLabel("Código de 6 dígitos").fill(await codeOf(email));
  await page.getByRole("button", { name: "Activar", exact: true }).click();
  await expect(page.getByRole("button", { name: "Quitar Celular" })).toBeVisible();

  // Elsewhere the password alone opens nothing.
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${base}/mi-cuenta`);
  await signIn(other, email, "una frase larga");
  await expect(other).toHaveURL(/segundo-factor/);
  await other.goto(other.url().replace(/segundo-factor.*/, "estudiantes"));
  await expect(other).toHaveURL(/segundo-factor/);
  await other.getByLabel("Código de 6 dígitos").fill(await codeOf(email));
  await other.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(other).toHaveURL(/estudiantes/);

  // When the session ends by itself, the cover asks for the password and then for the code.
  await other.getByRole("main").getByRole("searchbox").fill("ma");
  await expect(other).toHaveURL(/q=ma/);
  await endSession(other);
  await other.getByRole("main").getByRole("searchbox").fill("mar");
  const cover = other.getByRole("dialog");
  await cover.getByRole("textbox", { name: "Contraseña" }).fill("una frase larga");
  await mend(other);
  await cover.getByRole("button", { name: "Entrar", exact: true }).click();
  await cover.getByLabel("Código de 6 dígitos").fill(await codeOf(email));
  await cover.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(cover).toBeHidden();
  await expect(other).toHaveURL(/q=mar/);

  await page.bringToFront();
  await page.getByRole("button", { name: "Quitar Celular" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Quitar" }).click();
  await expect(page.getByText("El dispositivo se quitó")).toBeVisible();
  await expect(page.getByRole("button", { name: "Activar el segundo factor" })).toBeVisible();
});

test("an account that manages the platform cannot go on without one", async ({ page }) => {
  await page.goto(`${base}/`);
  await signIn(page, people.superadmin);
  await expect(page).toHaveURL(/segundo-factor/);
  await giveCode(page, people.superadmin);
  await expect(page.getByRole("navigation").getByText("Colegios")).toBeVisible();
});
