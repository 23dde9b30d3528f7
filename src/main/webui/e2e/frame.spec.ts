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

test("a wrong password says so, and the deep link is opened after the right one @smoke", async ({ page }) => {
  expectInConsole(page, /status of 400/);
  await page.goto("/estudiantes?q=%C3%A1lvarez&page=2");
  await expect(page).toHaveURL(/\/entrar\?next=/);
  await expectAccessible(page);
  await enter(page, people.secretary, "otra");
  await expect(page.getByRole("alert")).toContainText("no coinciden");
  await enter(page, people.secretary);
  await expect(page).toHaveURL(/\/estudiantes\?q=%C3%A1lvarez&page=2/);
  await expect(page.getByRole("heading", { name: "Estudiantes" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("álvarez");
});

test("the list searches as one types, and Back returns to the earlier search @smoke", async ({ page }) => {
  await openAs(page, people.secretary, "/estudiantes");
  await expect(page.getByRole("row")).toHaveCount(21);
  await page.getByRole("button", { name: "Nacimiento" }).click();
  await expect(page).toHaveURL(/sort=birth_date/);
  await page.getByRole("searchbox").fill("alvarez");
  await expect(page).toHaveURL(/q=alvarez/);
  await expect(page.getByRole("link", { name: /Álvarez/ }).first()).toBeVisible();
  await page.getByRole("searchbox").fill("nadie se llama así");
  await expect(page.getByText("Nadie coincide con «nadie se llama así».")).toBeVisible();
  await expectAccessible(page);
});

test("without a network the page says so and keeps what it has", async ({ page, context }) => {
  expectInConsole(page, /ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await openAs(page, people.secretary, "/estudiantes");
  await expect(page.getByRole("row")).toHaveCount(21);
  await context.setOffline(true);
  await expect(page.getByText("Sin conexión.", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(21);
  await context.setOffline(false);
  await expect(page.getByText("Sin conexión.", { exact: false })).toHaveCount(0);
});

test("a proxy that answers in the place of the service is no missing network", async ({ page }) => {
  expectInConsole(page, /status of 503/);
  await openAs(page, people.secretary, "/");
  await page.route("**/api/v1/students*", (route) =>
    route.fulfill({ status: 503, contentType: "text/html", body: "<html><h1>503 Service Unavailable</h1></html>" }),
  );
  await page.getByRole("navigation").first().getByRole("link", { name: "Estudiantes", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Athena no responde en este momento");
  await expect(page.getByText("Revise su internet", { exact: false })).toHaveCount(0);
  await page.unroute("**/api/v1/students*");
  await page.getByRole("button", { name: "Intentar de nuevo" }).click();
  await expect(page.getByRole("row")).toHaveCount(21);
});

test("the home of a family shows its children, and nothing of the school's figures", async ({ page }) => {
  await openAs(page, people.guardian, "/");
  await expect(page.getByRole("heading", { name: "Mis acudidos" })).toBeVisible();
  await expect(page.getByText("estudiantes activos")).toHaveCount(0);
  await expectAccessible(page);
});

test("an address that names nothing leads back", async ({ page }) => {
  await openAs(page, people.rector, "/");
  await page.goto("/no-existe");
  await expect(page.getByText("Aquí no hay nada")).toBeVisible();
  await page.getByRole("link", { name: "Ir al inicio" }).click();
  await expect(page).toHaveURL(/\/$/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the list is cards and the menu is within the thumb's reach", async ({ page }) => {
    await openAs(page, people.secretary, "/estudiantes");
    await expect(page.getByRole("listitem").first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole("navigation").getByRole("link", { name: "Acudientes" }).last().click();
    await expect(page).toHaveURL(/\/acudientes/);
  });
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("the list keeps its contrast", async ({ page }) => {
    await openAs(page, people.rector, "/estudiantes");
    await expect(page.getByRole("row")).toHaveCount(21);
    await expectAccessible(page);
  });
});
