import { call, invite, newEmail, tokenOf } from "./people";
import { expect, expectAccessible, expectNoSidewaysScroll, openAs, people, test } from "./story";

test("the head reads who did what, and the filters stay in the address", async ({ page }) => {
  await openAs(page, people.rector, "/auditoria");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Sobre qué").selectOption({ label: "Estudiantes" });
  await page.getByLabel("Acción").selectOption({ label: "Cambiar" });
  await expect(page).toHaveURL(/kind=students.*action=update/);
  await page.reload();
  await expect(page.getByLabel("Sobre qué")).toHaveValue("students");
  await page.getByLabel("Hasta").fill("2020-01-01");
  await expect(page.getByText("No hay nada con estos filtros.")).toBeVisible();
  await page.getByRole("button", { name: "Quitar filtros" }).click();
  await expect(page).toHaveURL(/\/auditoria$/);
});

test("an invitation is told by what people did", async ({ page }) => {
  const email = newEmail("registro");
  // A name has no digits.
  const name = `Olga ${email.slice(9, 20).replace(/[^a-z]/g, "x")}`;
  const { id, memberships } = await invite(email, name);
  const token = await tokenOf(people.rector);
  await call(token, "POST", `/admin/users/${id}/memberships/${memberships[0].id}/invitation`);
  await openAs(page, people.rector, "/auditoria?kind=school_memberships");
  await expect(page.getByText(`invitó a ${name}`)).toBeVisible();
  await expect(page.getByText(`envió de nuevo la invitación a ${name}`)).toHaveCount(1);
  await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(2);
  await expect(page.getByRole("main")).not.toContainText(/\b[a-z]+_[a-z]+\b/i);
});

test("the log stands on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAs(page, people.rector, "/auditoria");
  await expect(page.getByRole("list", { name: "Auditoría" }).getByRole("listitem").first()).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("a secretary may not read the log, and is told who grants it", async ({ page }) => {
  await openAs(page, people.secretary, "/auditoria");
  await expect(page.getByText("Usted no tiene permiso para esta pantalla")).toBeVisible();
});

test.describe("the finder", () => {
  test("leads to a student and a screen by the keyboard", async ({ page }) => {
    await openAs(page, people.rector);
    await page.keyboard.press("Control+k");
    const finder = page.getByRole("combobox", { name: "Buscar persona, estudiante o pantalla" });
    await finder.fill("audi");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/auditoria$/);

    await page.keyboard.press("Control+k");
    await finder.fill("mar");
    await expect(page.getByRole("group", { name: "Estudiantes" }).getByRole("option").first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("group", { name: "Estudiantes" }).getByRole("option").first().click();
    await expect(page).toHaveURL(/\/estudiantes\/[0-9a-f-]{36}/);

    await page.keyboard.press("Control+k");
    await expect(page.getByRole("group", { name: "Abierto hace poco" }).getByRole("option")).toHaveCount(2);
    await page.keyboard.press("Escape");
    await expect(finder).toHaveCount(0);
  });

  test("shows the keys of a form, too", async ({ page }) => {
    await openAs(page, people.secretary, "/estudiantes/nuevo");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Teclas" });
    for (const key of ["Ctrl S", "Ctrl Enter", "Ctrl K"]) await expect(keys.getByText(key)).toBeVisible();
  });

  test("shows the keys, and types no key into a field", async ({ page }) => {
    await openAs(page, people.secretary, "/estudiantes");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Teclas" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("?/");
    await expect(page.getByRole("searchbox")).toHaveValue("?/");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});
