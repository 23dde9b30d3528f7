import { type Page, test } from "@playwright/test";
import {
  page as base,
  call,
  endSession,
  enter,
  enterAndRest,
  expect,
  mend,
  newMember,
  people,
  personMenu,
  signIn,
  tokenOf,
} from "./people";

test.setTimeout(300_000);

const title = (tab: Page) => tab.getByRole("heading", { level: 1 });

// Whoever tells this story has Supabase Auth give tokens of a minute.
test("three tabs stay signed in while their tokens end @minute", async ({ context }) => {
  const tabs = [await context.newPage(), await context.newPage(), await context.newPage()] as const;
  await enter(tabs[0], people.secretary, "/estudiantes");
  for (const tab of tabs) await tab.goto(`${base}/estudiantes`);
  const end = Date.now() + 130_000;
  // A search that was made before is not asked again.
  for (let round = 0; Date.now() < end; round++) {
    await Promise.all(
      tabs.map(async (tab, number) => {
        const answer = tab.waitForResponse((one) => one.url().includes("/api/v1/students") && one.status() === 200);
        await tab.getByRole("main").getByRole("searchbox").fill(`${number} ${round}`);
        await answer;
      }),
    );
    for (const tab of tabs) await expect(tab.getByRole("dialog")).toHaveCount(0);
  }
  for (const tab of tabs) await expect(title(tab)).toContainText("Estudiantes");
});

test("a refused token is renewed once, and nobody notices", async ({ page }) => {
  await enter(page, people.secretary, "/estudiantes");
  await expect(title(page)).toContainText("Estudiantes");
  let refused = 0;
  await page.route("**/api/v1/students*", (route) =>
    refused++ === 0
      ? route.fulfill({ status: 401, contentType: "application/problem+json", body: "{}" })
      : route.continue(),
  );
  const renewals: string[] = [];
  page.on("request", (one) => {
    if (one.url().includes("grant_type=refresh_token")) renewals.push(one.url());
  });
  await page.getByRole("main").getByRole("searchbox").fill("mar");
  await expect(page).toHaveURL(/q=mar/);
  await expect.poll(() => refused).toBeGreaterThan(1);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(renewals).toHaveLength(1);
});

test("when the session ends, the same person goes on with what they typed", async ({ page }) => {
  await enterAndRest(page, people.secretary, "/mi-cuenta");
  const name = page.getByLabel("Nombre completo");
  const before = await name.inputValue();
  await name.fill(`${before} sin guardar`);
  await endSession(page);
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  const cover = page.getByRole("dialog", { name: "Su sesión terminó" });
  await expect(cover).toBeVisible();
  await expect(name).not.toBeInViewport({ ratio: 1.1 });
  await mend(page);
  await cover.getByRole("textbox", { name: "Contraseña" }).fill("athena-demo");
  await cover.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(cover).toBeHidden();
  await expect(name).toHaveValue(`${before} sin guardar`);
});

test("another person starts anew and sees nothing of before", async ({ page }) => {
  await enterAndRest(page, people.secretary, "/mi-cuenta");
  await page.getByLabel("Nombre completo").fill("Texto de otra persona");
  await page.evaluate(() => sessionStorage.setItem("draft", "secret"));
  await endSession(page);
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  const another = page.getByRole("button", { name: "Entrar con otra cuenta" });
  // Mended any earlier, the session would be renewed, and what was typed would be saved.
  await expect(another).toBeVisible();
  await mend(page);
  await another.click();
  await expect(page).toHaveURL(/\/entrar/);
  await signIn(page, people.teacher);
  await expect(page.getByRole("banner")).toBeVisible();
  await expect(page.getByText("Texto de otra persona")).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.getItem("draft"))).toBeNull();
});

test("another person in another tab starts this one anew", async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await enter(one, people.secretary, "/estudiantes");
  await two.goto(`${base}/estudiantes`);
  await expect(title(two)).toContainText("Estudiantes");
  await (await personMenu(one)).getByRole("menuitem", { name: "Salir" }).click();
  await expect(two).toHaveURL(/\/entrar/);
  await enter(one, people.teacher);
  await two.goto(`${base}/`);
  await expect(two.getByRole("banner")).toBeVisible();
  expect(await two.evaluate(() => document.body.innerText)).not.toContain(people.secretary);
});

test("signing out with a request in flight leaves nothing, nor behind the Back button", async ({ page }) => {
  await enter(page, people.secretary, "/mi-cuenta");
  await page.getByRole("navigation").getByRole("link", { name: "Estudiantes" }).click();
  await expect(page.getByRole("table").or(page.getByRole("list", { name: "Estudiantes" }))).toBeVisible();
  const inFlight = new Promise<void>((sent) => {
    page.route("**/api/v1/students?*q=tarde*", async (route) => {
      sent();
      await new Promise((wait) => setTimeout(wait, 4000));
      await route.continue().catch(() => undefined);
    });
  });
  await page.getByRole("main").getByRole("searchbox").fill("tarde");
  await inFlight;
  await (await personMenu(page)).getByRole("menuitem", { name: "Salir" }).click();
  await expect(page).toHaveURL(/\/entrar/);
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(kept).not.toContain("access_token");
  expect(kept).not.toContain("athena.school");
  await page.goBack();
  await expect(page).toHaveURL(/\/entrar/);
  await expect(page.getByLabel("Correo electrónico")).toBeVisible();
});

test("signing out without a network forgets the session all the same", async ({ page, context }) => {
  await enter(page, people.secretary);
  await context.route("**/auth/v1/**", (route) => route.abort());
  await (await personMenu(page)).getByRole("menuitem", { name: "Salir" }).click();
  await expect(page).toHaveURL(/\/entrar/);
  await expect(page.getByLabel("Correo electrónico")).toBeVisible();
});

test("whoever left the school sees nothing of it any more", async ({ page }) => {
  const email = await newMember(page, "sale", ["secretary"]);
  await page.getByRole("navigation").getByRole("link", { name: "Estudiantes", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(21);
  const token = await tokenOf(people.rector);
  const { items } = await call(token, "GET", `/admin/users?q=${encodeURIComponent(email)}`);
  const membership = items[0].memberships[0];
  await call(token, "PATCH", `/admin/users/${items[0].id}/memberships/${membership.id}`, {
    status: "inactive",
    version: membership.version,
  });
  await page.getByRole("main").getByRole("searchbox").fill("mar");
  await expect(page.getByText("Todavía no pertenece a un colegio")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("row")).toHaveCount(0);
});

test("two tabs work for two schools", async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await enter(one, people.inBoth);
  await one.getByRole("button", { name: /San Mateo/ }).click();
  await expect(one.getByRole("banner")).toContainText("San Mateo");
  await two.goto(`${base}/`);
  await two.getByRole("button", { name: /Esperanza/ }).click();
  await expect(two.getByRole("banner")).toContainText("Esperanza");
  await one.reload();
  await expect(one.getByRole("banner")).toContainText("San Mateo");
});

test("a change of school asks before it drops what is not saved", async ({ page }) => {
  await enter(page, people.inBoth, "/mi-cuenta");
  await page.getByRole("button", { name: /San Mateo/ }).click();
  await page.getByLabel("Nombre completo").fill("Sin guardar");
  await (await personMenu(page)).getByRole("menuitem", { name: /Esperanza/ }).click();
  const question = page.getByRole("dialog", { name: "Hay cambios sin guardar" });
  await question.getByRole("button", { name: "Cancelar" }).click();
  await expect(page.getByLabel("Nombre completo")).toHaveValue("Sin guardar");
  await (await personMenu(page)).getByRole("menuitem", { name: /Esperanza/ }).click();
  await question.getByRole("button", { name: "Salir sin guardar" }).click();
  await expect(page.getByRole("banner")).toContainText("Esperanza");
});

test("a shared computer keeps the session in the tab and ends it after a pause", async ({ context, page }) => {
  await page.clock.install();
  await page.goto(`${base}/`);
  await page.getByText("Este computador es compartido").click();
  await signIn(page, people.secretary);
  await expect(page.getByRole("banner")).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("access_token");
  const other = await context.newPage();
  await other.goto(`${base}/`);
  await expect(other).toHaveURL(/\/entrar/);
  await page.bringToFront();
  await page.clock.fastForward("14:30");
  await expect(page.getByRole("dialog", { name: "¿Sigue ahí?" })).toBeVisible();
  await page.getByRole("button", { name: "Seguir", exact: true }).click();
  await page.clock.fastForward("10:00");
  await expect(page.getByRole("banner")).toBeVisible();
  await page.clock.fastForward("16:00");
  await expect(page.getByText("porque nadie usó este computador compartido")).toBeVisible();
});

test("two people in two tabs of a shared computer stay apart", async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto(`${base}/`);
  await one.getByText("Este computador es compartido").click();
  await signIn(one, people.secretary);
  await expect(one.getByRole("banner")).toBeVisible();
  await two.goto(`${base}/`);
  await signIn(two, people.teacher);
  await expect(two.getByRole("banner")).toBeVisible();
  await one.bringToFront();
  await expect(await personMenu(one)).toContainText(people.secretary);
  await one.keyboard.press("Escape");
  await two.bringToFront();
  await (await personMenu(two)).getByRole("menuitem", { name: "Salir" }).click();
  await expect(two).toHaveURL(/\/entrar/);
  await one.reload();
  await expect(one.getByRole("banner")).toBeVisible();
});

for (const hours of [1, -1]) {
  test(`a device whose clock is wrong by ${hours} hour works and does not renew without end`, async ({ page }) => {
    await page.clock.install({ time: Date.now() + hours * 3_600_000 });
    const renewals: string[] = [];
    page.on("request", (one) => {
      if (one.url().includes("grant_type=refresh_token")) renewals.push(one.url());
    });
    await enter(page, people.secretary, "/estudiantes");
    await expect(title(page)).toContainText("Estudiantes");
    await page.clock.runFor(120_000);
    await page.reload();
    await expect(title(page)).toContainText("Estudiantes");
    expect(renewals).toHaveLength(0);
  });
}

test("a browser that keeps nothing signs in for the tab", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    };
    Object.defineProperty(window, "localStorage", refuse);
    Object.defineProperty(window, "sessionStorage", refuse);
  });
  const faults: Error[] = [];
  page.on("pageerror", (fault) => faults.push(fault));
  await enter(page, people.inBoth);
  await page.getByRole("button", { name: /San Mateo/ }).click();
  await expect(page.getByRole("banner")).toContainText("San Mateo");
  await (await personMenu(page)).getByRole("menuitem", { name: /Esperanza/ }).click();
  await expect(page.getByRole("banner")).toContainText("Esperanza");
  expect(faults).toEqual([]);
});
