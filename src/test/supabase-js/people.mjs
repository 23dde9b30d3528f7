// What the page does with the real client, against the stand-in alone: a second factor, three tabs, links with PKCE, sign-outs.
// Prints one line of JSON per step; the test that starts it reads them.
import { createClient } from "@supabase/supabase-js";

const { SUPABASE_URL, SUPABASE_ANON_KEY, EMAIL, PASSWORD } = process.env;
const say = (step, result) => console.log(JSON.stringify({ step, ...result }));
const standIn = async (path) => (await fetch(SUPABASE_URL + "/standin/" + path)).json();
const memory = (items = new Map()) => ({
  getItem: (key) => items.get(key) ?? null,
  setItem: (key, value) => void items.set(key, value),
  removeItem: (key) => void items.delete(key),
});
// Node 20 has no WebSocket of its own, and nothing here needs one.
const realtime = { transport: globalThis.WebSocket ?? class {} };
const client = (options = {}) =>
  createClient(SUPABASE_URL, SUPABASE_ANON_KEY, { auth: { autoRefreshToken: false, storage: memory(), ...options }, realtime }).auth;
const signIn = async (auth, password = PASSWORD) => {
  const { data, error } = await auth.signInWithPassword({ email: EMAIL, password });
  if (error) throw error;
  return data.session;
};
const must = async (answer) => {
  const { data, error } = await answer;
  if (error) throw error;
  return data;
};
const code = async () => (await standIn("code?email=" + EMAIL)).code;
const level = async (auth) => await must(auth.mfa.getAuthenticatorAssuranceLevel());

// Three tabs share a storage, and refresh at once. The client discards the answers that another tab was faster than.
const shared = memory();
const tabs = [0, 1, 2].map(() => client({ storage: shared }));
const began = await signIn(tabs[0]);
for (const round of [1, 2, 3]) {
  const { refresh_token } = (await must(tabs[0].getSession())).session;
  const answers = await Promise.all(tabs.map((tab) => tab.refreshSession({ refresh_token })));
  const users = await Promise.all(tabs.map((tab) => tab.getUser()));
  say("tabs_" + round, {
    refused: answers.filter(({ error }) => error && error.name !== "AuthRefreshDiscardedError").length,
    rotated: (await must(tabs[1].getSession())).session.refresh_token !== refresh_token,
    signed_in: users.filter(({ error }) => !error).length,
  });
}
// Three that share none get the same token, because the answer to the first may have been lost.
const { refresh_token } = (await must(tabs[0].getSession())).session;
const apart = await Promise.all([0, 1, 2].map(() => client().refreshSession({ refresh_token })));
say("apart", { tokens: [...new Set(apart.map(({ data }) => data.session?.refresh_token))].length, errors: apart.filter(({ error }) => error).length });
say("stale_tab", { code: (await client().refreshSession({ refresh_token: began.refresh_token })).error?.code ?? null });

// A link with PKCE: the client that asked exchanges the code, once.
const page = client({ flowType: "pkce" });
await must(page.signInWithOtp({ email: EMAIL, options: { emailRedirectTo: "http://127.0.0.1:9/entrar" } }));
const [{ link }] = await standIn("mails");
const back = new URL((await fetch(link, { redirect: "manual" })).headers.get("location"));
const exchanged = await page.exchangeCodeForSession(back.searchParams.get("code"));
say("pkce", { error: exchanged.error?.code ?? null, email: exchanged.data.session?.user.email ?? null });
const spent = new URL((await fetch(link, { redirect: "manual" })).headers.get("location"));
say("spent_link", { query: spent.searchParams.get("error_code"), fragment: new URLSearchParams(spent.hash.slice(1)).get("error_code") });
say("strange_code", { code: (await page.exchangeCodeForSession(crypto.randomUUID())).error?.code ?? null });

// The second factor.
const events = [];
const strong = client();
strong.onAuthStateChange((event) => void events.push(event));
const first = await signIn(strong);
const weak = client();
await signIn(weak);
const factor = await must(strong.mfa.enroll({ factorType: "totp", friendlyName: "Celular" }));
say("enrolled", { qr: factor.totp.qr_code.slice(0, 30), uri: factor.totp.uri.slice(0, 15) });
say("same_name", { code: (await strong.mfa.enroll({ factorType: "totp", friendlyName: "Celular" })).error?.code ?? null });
say("wrong_code", { code: (await strong.mfa.challengeAndVerify({ factorId: factor.id, code: "x" })).error?.code ?? null });
await must(strong.mfa.challengeAndVerify({ factorId: factor.id, code: await code() }));
say("strong", {
  ...(await level(strong)),
  same_session: (await must(strong.getClaims())).claims.session_id === JSON.parse(atob(first.access_token.split(".")[1])).session_id,
  factors: (await must(strong.mfa.listFactors())).totp.length,
  verified: events.includes("MFA_CHALLENGE_VERIFIED"),
  weak_session: (await weak.getUser()).error?.name ?? null,
});
await signIn(weak);
say("weak", { ...(await level(weak)), change: (await weak.updateUser({ password: "another-password" })).error?.code ?? null });
await must(strong.mfa.unenroll({ factorId: factor.id }));
await must(strong.refreshSession());
say("unenrolled", await level(strong));

// Sign-outs.
const left = client();
await signIn(left);
await must(strong.signOut({ scope: "others" }));
say("others", { left: (await left.getUser()).error?.name ?? null, own: (await strong.getUser()).error ?? null });
await signIn(left);
await must(strong.signOut({ scope: "local" }));
say("local", { left: (await left.getUser()).error ?? null, own: (await strong.getSession()).data.session });
say("weak_password", { reasons: (await left.updateUser({ password: "abc" })).error?.reasons ?? null });
