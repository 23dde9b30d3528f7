import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { giveCode } from "./people";
import { enter, expect, expectAccessible, expectInConsole, expectNoSidewaysScroll, people, test } from "./story";

/** Which screens a role opens, by the files of `src/routes`. A parameter is found in the list that leads to the screen, and what a
 * long paper is narrowed by stands behind a question mark. */
const SCREENS: Record<keyof typeof people | "nobody", readonly string[]> = {
  nobody: ["entrar", "recuperar", "clave", "invitacion"],
  secretary: [
    "_in/index",
    "_in/estudiantes.index",
    "_in/estudiantes.nuevo",
    "_in/estudiantes.importar",
    "_in/estudiantes.importaciones",
    "_in/estudiantes.$studentId.index",
    "_in/estudiantes.$studentId.editar",
    "_in/estudiantes.$studentId.acudientes.nuevo",
    "_in/estudiantes.$studentId.acudientes.$linkId",
    "_in/acudientes.index",
    "_in/acudientes.$guardianId.index",
    "_in/acudientes.$guardianId.editar",
    "imprimir.estudiantes.index?q=mar",
    "imprimir.estudiantes.$studentId",
  ],
  rector: [
    "_in/index",
    "_in/personas.index",
    "_in/personas.nueva",
    "_in/personas.importar",
    "_in/personas.acudientes",
    "_in/personas.$userId",
    "_in/colegio.index",
    "_in/colegio.anios.index",
    "_in/colegio.anios.nuevo",
    "_in/colegio.anios.$yearId",
    "_in/auditoria",
  ],
  coordinator: ["_in/index", "_in/estudiantes.index"],
  teacher: ["_in/index", "_in/estudiantes.index", "_in/estudiantes.$studentId.index"],
  guardian: ["_in/index", "_in/estudiantes.$studentId.index", "_in/mi-cuenta"],
  student: ["_in/index", "_in/mi-cuenta"],
  inBoth: ["elegir-colegio"],
  superadmin: ["segundo-factor", "_in/plataforma.colegios", "_in/plataforma.servicio", "_in/personas.index"],
  otherRector: [],
};

/** Frames of other screens; account.spec.ts opens the last one, which needs two accounts. */
const ELSEWHERE = ["__root", "_in", "_in/colegio", "otra-cuenta"];

/** The list in which a parameter's row is found. */
const LISTS: Record<string, { address: string; row: RegExp }> = {
  $studentId: { address: "/estudiantes", row: /^\/estudiantes\/[0-9a-f-]{36}$/ },
  $guardianId: { address: "/acudientes", row: /^\/acudientes\/[0-9a-f-]{36}$/ },
  $userId: { address: "/personas", row: /^\/personas\/[0-9a-f-]{36}$/ },
  $yearId: { address: "/colegio/anios", row: /^\/colegio\/anios\/[0-9a-f-]{36}$/ },
  $linkId: { address: "/estudiantes/$studentId?tab=acudientes", row: /^\/estudiantes\/.+\/acudientes\/[0-9a-f-]{36}$/ },
};

const files = readdirSync("src/routes", { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".tsx"))
  .map((name) => name.replace(/\.tsx$/, ""));

/** The address of a route's file, with its parameters. */
function pattern(screen: string) {
  const [file = "", search] = screen.split("?");
  const parts = file
    .replace(/^_in\//, "")
    .split(".")
    .filter((part) => part !== "index");
  return `/${parts.join("/")}${search ? `?${search}` : ""}`;
}

/** The address with the first row of each list in place of its parameter. */
async function address(page: Page, route: string, found: Map<string, string>): Promise<string> {
  let filled = route;
  for (const parameter of route.match(/\$\w+/g) ?? []) {
    if (!found.has(parameter)) found.set(parameter, await first(page, parameter, found));
    filled = filled.replace(parameter, found.get(parameter) as string);
  }
  return filled;
}

async function first(page: Page, parameter: string, found: Map<string, string>) {
  const { address: list, row } = LISTS[parameter] as (typeof LISTS)[string];
  await page.goto(await address(page, list, found));
  let path: string | undefined;
  await expect
    .poll(async () => {
      const links = await page.getByRole("main").getByRole("link").all();
      const paths = await Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
      path = paths.find((one) => row.test(one.split("?")[0] as string));
      return path;
    })
    .toBeTruthy();
  return (path as string).split("?")[0]?.split("/").at(-1) as string;
}

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** The screen as it stands, on a desk and on a phone, by day and by night. At night nothing but the colours is another. */
async function looks(page: Page) {
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "light" });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, ["color-contrast"]);
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: "light" });
}

test("a new screen is named here or tells why it is not", () => {
  const named = [...Object.values(SCREENS).flat(), ...ELSEWHERE].map((screen) => screen.split("?")[0] as string);
  expect(files.filter((file) => !named.includes(file))).toEqual([]);
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});

for (const [role, routes] of Object.entries(SCREENS) as [keyof typeof SCREENS, readonly string[]][]) {
  if (routes.length === 0) continue;
  test(`every screen of ${role} fits and is readable: desk and phone, light and dark`, async ({ page }) => {
    test.setTimeout(480_000);
    // A link that was spent answers so.
    expectInConsole(page, /40[0-9]/);
    const found = new Map<string, string>();
    if (role !== "nobody") {
      await page.goto(pattern(routes[0] as string));
      await enter(page, people[role]);
      await expect(page).not.toHaveURL(/\/entrar/);
    }
    for (const route of routes) {
      await test.step(route, async () => {
        if (new URL(page.url()).pathname !== pattern(route))
          await page.goto(await address(page, pattern(route), found));
        await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
        await looks(page);
        if (route === "segundo-factor") await giveCode(page, people.superadmin);
      });
    }
  });
}
