import { test } from "@playwright/test";
import {
  page as base,
  enter,
  expect,
  invite,
  mails,
  mailTo,
  newEmail,
  newMember,
  people,
  personMenu,
  signIn,
  standIn,
} from "./people";

test.setTimeout(180_000);

test.describe("the door", () => {
  test("leads back to where the person wanted to go", async ({ page }) => {
    await enter(page, people.secretary, "/estudiantes?q=a");
    await expect(page).toHaveURL(/\/estudiantes\?q=a/);
  });

  test("tells a wrong password in words and keeps the e-mail", async ({ page }) => {
    await page.goto(`${base}/`);
    await signIn(page, people.secretary, "not this one");
    await expect(page.getByRole("alert")).toContainText("no coinciden");
    await expect(page.getByLabel("Correo electrónico")).toHaveValue(people.secretary);
  });

  test("answers alike whether an address is known or not", async ({ page }) => {
    const answers: string[] = [];
    for (const email of [people.teacher, "nadie@correo.example"]) {
      await page.goto(`${base}/entrar`);
      await page.getByRole("button", { name: "Entrar con un enlace por correo" }).click();
      await page.getByLabel("Correo electrónico").fill(email);
      await page.getByRole("button", { name: "Enviar el enlace" }).click();
      answers.push((await page.getByRole("status").innerText()).replace(email, ""));
    }
    expect(answers[0]).toBe(answers[1]);
  });
});

test.describe("a link of a mail", () => {
  test("signs in, leads to the same place, and leaves no token in the address", async ({ page }) => {
    const before = await mails();
    await page.goto(`${base}/estudiantes?q=a`);
    await page.getByRole("button", { name: "Entrar con un enlace por correo" }).click();
    await page.getByLabel("Correo electrónico").fill(people.secretary);
    await page.getByRole("button", { name: "Enviar el enlace" }).click();
    await expect(page.getByRole("status")).toContainText("Revise su correo");
    const link = await mailTo(people.secretary, before);
    await page.goto(link);
    await expect(page).toHaveURL(`${base}/estudiantes?q=a`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Estudiantes");

    // It works once; whoever opens it again is told, and can ask for another one.
    await page.context().clearCookies();
    await page.evaluate(() => localStorage.clear());
    await page.goto(link);
    await expect(page.getByRole("alert")).toContainText("El enlace venció o ya se usó");
    await expect(page.getByRole("button", { name: "Enviar el enlace" })).toBeVisible();
    expect(page.url()).not.toContain("otp_expired");
  });

  test("sets a new password for somebody who forgot it", async ({ page, browser }) => {
    const email = await newMember(page, "olvido");
    const other = await (await browser.newContext()).newPage();
    await other.goto(`${base}/entrar`);
    await other.getByRole("link", { name: "¿Olvidó su contraseña?" }).click();
    const before = await mails();
    await other.getByLabel("Correo electrónico").fill(email);
    await other.getByRole("button", { name: "Pedir un enlace" }).click();
    await other.goto(await mailTo(email, before));
    await expect(other.getByRole("heading", { name: "Elija una contraseña nueva" })).toBeVisible();
    const field = other.getByRole("textbox", { name: "Contraseña nueva" });
    await field.fill("corta");
    await other.getByRole("button", { name: "Guardar la contraseña" }).click();
    await expect(other.getByText("Escriba al menos 8 caracteres.")).toBeVisible();
    await field.fill("una frase larga");
    await other.getByRole("button", { name: "Guardar la contraseña" }).click();
    await expect(other.getByRole("alert")).toContainText("la contraseña que ya tiene");
    await field.fill("otra frase larga");
    await other.getByRole("button", { name: "Guardar la contraseña" }).click();
    await expect(other.getByText("Su contraseña quedó cambiada")).toBeVisible();
    await expect(other.getByRole("banner")).toContainText("Colegio");
  });

  test("that this browser did not ask for asks before anybody comes in", async ({ page }) => {
    const { supabase_url, publishable_key } = await standIn();
    const before = await mails();
    await fetch(`${supabase_url}/auth/v1/otp?redirect_to=${encodeURIComponent(`${base}/estudiantes`)}`, {
      method: "POST",
      headers: { apikey: publishable_key, "Content-Type": "application/json" },
      body: JSON.stringify({ email: people.otherRector, create_user: false }),
    });
    const link = await mailTo(people.otherRector, before);
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "¿Entrar con este enlace?" })).toBeVisible();
    await expect(page.getByText(people.otherRector).first()).toBeVisible();
    await page.getByRole("button", { name: "No es mi cuenta" }).click();
    await expect(page.getByLabel("Correo electrónico")).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      "access_token",
    );
  });

  test("that belongs to another account asks before anybody is changed", async ({ page }) => {
    const email = newEmail("otra");
    await invite(email, "Mario Ruiz Gil");
    const link = await mailTo(email);
    await enter(page, people.teacher);
    await expect(page.getByRole("banner")).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "El enlace es de otra cuenta" })).toBeVisible();
    await page.getByRole("button", { name: `Entrar como ${email}` }).click();
    await expect(page.getByText("Invitación como: Docente")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Elija una contraseña" })).toBeVisible();
  });
});

test.describe("an invitation", () => {
  test("shows school and roles, asks for a password, and opens the school", async ({ page }) => {
    const email = newEmail("nueva");
    await invite(email, "Rosa Díaz Mora", ["teacher", "coordinator"]);
    await page.goto(await mailTo(email));
    await expect(page).toHaveURL(`${base}/invitacion`);
    await expect(page.getByText(/Invitación como: .*Docente/)).toBeVisible();
    await page.getByRole("button", { name: "Aceptar", exact: true }).click();
    await expect(page.getByText("Escriba al menos 8 caracteres.")).toBeVisible();
    await page.getByRole("textbox", { name: "Elija una contraseña" }).fill("una frase larga");
    await page.getByRole("button", { name: "Aceptar", exact: true }).click();
    await expect(page.getByRole("banner")).toContainText("Colegio");
    await (await personMenu(page)).getByRole("menuitem", { name: "Salir" }).click();
    // The page loads itself anew; an address that is opened before that would be given up.
    await expect(page.getByLabel("Correo electrónico")).toBeVisible();
    await enter(page, email, "/", "una frase larga");
    await expect(page.getByRole("banner")).toContainText("Colegio");
  });

  test("is declined after a question", async ({ page }) => {
    const email = newEmail("niega");
    await invite(email, "Iván Cruz Lara");
    await page.goto(await mailTo(email));
    await page.getByRole("button", { name: "No aceptar" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "No aceptar" }).click();
    await expect(page.getByText(/No hay invitaciones abiertas|Este enlace trae/)).toBeVisible();
  });

  test("whose link was spent is reached by a new one", async ({ page }) => {
    const email = newEmail("gasto");
    await invite(email, "Sara León Pinto");
    const link = await mailTo(email);
    // A scanner of mails opens every link once.
    await fetch(link, { redirect: "manual" });
    await page.goto(link);
    await expect(page).toHaveURL(`${base}/invitacion`);
    await expect(page.getByRole("alert")).toContainText("El enlace venció o ya se usó");
    await page.getByLabel("Correo electrónico").fill(email);
    const before = await mails();
    await page.getByRole("button", { name: "Enviar el enlace" }).click();
    await expect(page.getByRole("status")).toContainText("Revise su correo");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.goto(await mailTo(email, before));
    await expect(page.getByText("Invitación como: Docente")).toBeVisible();
  });

  test("whose mail is opened twice has one card", async ({ page }) => {
    const email = newEmail("doble");
    await invite(email, "Alba Soto Vega");
    const link = await mailTo(email);
    await page.goto(link);
    await expect(page.getByText("Invitación como: Docente")).toBeVisible();
    await page.goto(link);
    await expect(page.getByText("Invitación como: Docente")).toBeVisible();
    await expect(page.getByRole("button", { name: "Aceptar", exact: true })).toHaveCount(1);
    // The link may be of an invitation to another e-mail, which has no card.
    await page.getByRole("button", { name: "El enlace que abrí es de otra invitación" }).click();
    await expect(page.getByRole("button", { name: "Aceptar", exact: true })).toHaveCount(2);
  });

  test("of another e-mail is accepted with the account that the person keeps", async ({ page, browser }) => {
    const own = await newMember(page, "propia");
    const email = newEmail("ajena");
    await invite(email, "Lucía Peña", ["teacher"], people.otherRector);
    await page.goto(await mailTo(email));
    await page.getByRole("button", { name: `Seguir como ${own}` }).click();
    await expect(page.getByText("Este enlace trae la invitación de un colegio")).toBeVisible();
    await page.getByRole("button", { name: "Aceptar", exact: true }).click();
    await expect(page.getByRole("banner")).toContainText("Esperanza");
    // The secret works once.
    const second = await (await browser.newContext()).newPage();
    await second.goto(`${base}/invitacion?secret=used-and-unknown`);
    await second.getByRole("link", { name: "Entrar con contraseña" }).click();
    await signIn(second, people.teacher);
    await second.getByRole("button", { name: "Aceptar", exact: true }).click();
    await expect(second.getByRole("alert")).toContainText("ya se usó, venció o el colegio la retiró");
  });
});

test("own name, language and colours are changed at one place", async ({ page }) => {
  await newMember(page, "cuenta");
  await (await personMenu(page)).getByRole("menuitem", { name: "Mi cuenta" }).click();
  await page.getByLabel("Nombre completo").fill("Lucía Peña de Rojas");
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  await expect(page.getByText("Guardado")).toBeVisible();
  await expect(page.getByRole("button", { name: "Lucía Peña de Rojas" })).toBeVisible();
  await page.getByText("English", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.reload();
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();
});

test("a person of two schools changes from one to the other in the menu", async ({ page }) => {
  await enter(page, people.inBoth);
  await page.getByRole("button", { name: /San Mateo/ }).click();
  await expect(page.getByRole("banner")).toContainText("San Mateo");
  const menu = await personMenu(page);
  await expect(menu.getByRole("menuitem", { name: /San Mateo/ })).toHaveAttribute("aria-current", "true");
  await menu.getByRole("menuitem", { name: /Esperanza/ }).click();
  await expect(page.getByRole("banner")).toContainText("Esperanza");
});
