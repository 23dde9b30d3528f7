import { mkdirSync } from "node:fs";
import { expect, openAs, people, test } from "./story";

/** Where the README finds its pictures. */
const folder = "../../../docs/images";

/** Makes the pictures of the README: npm run screens, against dev mode or wherever E2E_PAGE points. */
test.describe("@screens", () => {
  test.beforeAll(() => mkdirSync(folder, { recursive: true }));

  test("home of a rector", async ({ page }) => {
    await openAs(page, people.rector, "/");
    await expect(
      page
        .getByRole("main")
        .getByRole("link", { name: /estudiantes/i })
        .first(),
    ).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expect(page.locator(".mantine-Skeleton-root")).toHaveCount(0);
    await page.screenshot({ path: `${folder}/home.png` });
  });

  test("students", async ({ page }) => {
    await openAs(page, people.secretary, "/estudiantes?q=a");
    await expect(page.getByRole("row")).toHaveCount(21);
    await page.screenshot({ path: `${folder}/students.png` });
  });

  test("people in the dark", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await openAs(page, people.rector, "/personas");
    await expect(page.getByRole("row").nth(3)).toBeVisible();
    await page.screenshot({ path: `${folder}/people-dark.png` });
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

    test("a student", async ({ page }) => {
      await openAs(page, people.secretary, "/estudiantes");
      await page.getByRole("listitem").getByRole("link").first().click();
      await expect(page.getByRole("tab").first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `${folder}/student-phone.png` });
    });
  });
});
