import { type Page, expect as plain } from "@playwright/test";
import { PASSWORD, people } from "./story";

/** A machine that is busy answers later. */
export const expect = plain.configure({ timeout: 20_000 });

/** The page that is tested. */
export const page = process.env.E2E_PAGE ?? "http://localhost:5173";

type Mail = { kind: string; to: string; link: string; at: string };

export { people };

let config: { supabase_url: string; publishable_key: string } | null = null;

/** The stand-in for Supabase Auth that the page uses. */
export async function standIn() {
  config ??= await (await fetch(`${page}/config.json`)).json();
  return config as NonNullable<typeof config>;
}

/** The link of the newest mail to that person which is not among the older ones. */
export async function mailTo(email: string, older: readonly Mail[] = []): Promise<string> {
  const seen = new Set(older.map(({ link }) => link));
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        link = (await mails()).find((mail) => mail.to === email && !seen.has(mail.link))?.link;
        return link;
      },
      { message: `a mail to ${email}`, timeout: 20_000 },
    )
    .toBeTruthy();
  return link as string;
}

export async function mails(): Promise<Mail[]> {
  return (await fetch(`${(await standIn()).supabase_url}/standin/mails`)).json();
}

/** A code of the person's authenticator; a code works once, so the next one is waited for. */
export async function codeOf(email: string): Promise<string> {
  let code = "";
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${(await standIn()).supabase_url}/standin/code?email=${email}`);
        code = answer.ok ? (await answer.json()).code : "";
        return code;
      },
      { message: `a code of ${email}`, timeout: 65_000 },
    )
    .not.toBe("");
  return code;
}

/** Answers the question for a second factor. */
export async function giveCode(tab: Page, email: string) {
  await tab.getByLabel("Código de 6 dígitos").fill(await codeOf(email));
  await tab.getByRole("button", { name: /^(Activar|Entrar)$/ }).click();
  await expect(tab).not.toHaveURL(/segundo-factor/);
}

export async function tokenOf(email: string, password = PASSWORD): Promise<string> {
  const { supabase_url, publishable_key } = await standIn();
  const answer = await fetch(`${supabase_url}/auth/v1/token?grant_type=password`, {
    method: "POST",
    headers: { apikey: publishable_key, "Content-Type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const { access_token } = await answer.json();
  return access_token;
}

/** Sends a request to the API as that person, for their only school or the one that is named. */
export async function call(token: string, method: string, path: string, body?: object, school?: string) {
  const answer = await fetch(`${page}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      ...(school ? { "X-School-Id": school } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

/** An e-mail that nobody had before. */
export const newEmail = (name: string) =>
  `${name}.${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}@correo.example`;

/** Has a rector invite that person. */
export async function invite(email: string, full_name: string, roles = ["teacher"], rector: string = people.rector) {
  const token = await tokenOf(rector);
  return call(token, "POST", "/admin/users", { email, full_name, roles });
}

/** Accounts that a story changes are its own: invited, and entered by the mail. */
export async function newMember(tab: Page, name: string, roles = ["teacher"]) {
  const email = newEmail(name);
  await invite(email, "Lucía Peña Rojas", roles);
  await tab.goto(await mailTo(email));
  await tab.getByRole("textbox", { name: "Elija una contraseña" }).fill("una frase larga");
  await tab.getByRole("button", { name: "Aceptar", exact: true }).click();
  await expect(tab.getByRole("banner")).toContainText("Colegio");
  return email;
}

/** Signs in at the door where the page stands. */
export async function signIn(tab: Page, email: string, password = PASSWORD) {
  await tab.getByLabel("Correo electrónico").fill(email);
  await tab.getByRole("textbox", { name: "Contraseña" }).fill(password);
  await tab.getByRole("button", { name: "Entrar", exact: true }).click();
}

/** Opens the page at that address as that person. */
export async function enter(tab: Page, email: string, address = "/", password = PASSWORD) {
  await tab.goto(`${page}${address}`);
  await signIn(tab, email, password);
  await expect(tab.getByRole("button", { name: "Entrar", exact: true })).toBeHidden();
}

/** The menu of whoever is signed in. */
export async function personMenu(tab: Page) {
  await tab.locator("header").getByRole("button").last().click();
  return tab.getByRole("menu");
}

/** Ends the session at the server, as "sign out everywhere" on another device does, and makes the token of this tab worthless. */
export async function endSession(tab: Page) {
  await tab.context().route("**/auth/v1/token?grant_type=refresh_token", (route) =>
    route.fulfill({
      status: 400,
      contentType: "application/json",
      headers: { "Access-Control-Allow-Origin": "*" },
      body: JSON.stringify({ code: 400, error_code: "refresh_token_not_found", msg: "gone" }),
    }),
  );
  await tab.context().route("**/api/v1/**", (route) =>
    route.fulfill({
      status: 401,
      contentType: "application/problem+json",
      body: JSON.stringify({ code: "auth.invalid_token", status: 401, request_id: "0", violations: [] }),
    }),
  );
}

/**
 * Opens the page as that person and waits for what its frame asks after the screen. A story that ends the session would otherwise meet
 * that request first, and not the one of its own click.
 */
export async function enterAndRest(tab: Page, email: string, address: string) {
  const asked = tab.waitForResponse((answer) => answer.url().includes("/api/v1/auth/invitations"));
  await enter(tab, email, address);
  await asked;
}

/** The session may be begun again. */
export async function mend(tab: Page) {
  await tab.context().unroute("**/api/v1/**");
  await tab.context().unroute("**/auth/v1/token?grant_type=refresh_token");
}
