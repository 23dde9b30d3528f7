// A whole session of a person, with the real client: sign in, stay signed in, work in one school, sign out.
// Prints one line of JSON per step; the test that starts it reads them.
import { createClient } from "@supabase/supabase-js";

const { SUPABASE_URL, SUPABASE_ANON_KEY, API, SCHOOL, OTHER_SCHOOL, EMAIL, PASSWORD } = process.env;
// Node 20 has no WebSocket of its own, and nothing here needs one.
const realtime = { transport: globalThis.WebSocket ?? class {} };
const supabase = createClient(SUPABASE_URL, SUPABASE_ANON_KEY, { auth: { persistSession: false, autoRefreshToken: false }, realtime });
const say = (step, result) => console.log(JSON.stringify({ step, ...result }));
const call = async (path, token, school) => {
  const response = await fetch(API + path, { headers: { Authorization: `Bearer ${token}`, "X-School-Id": school } });
  return { status: response.status, code: (await response.json()).code ?? null };
};

const wrong = await supabase.auth.signInWithPassword({ email: EMAIL, password: "not the password" });
say("wrong_password", { code: wrong.error?.code ?? null });

const signedIn = await supabase.auth.signInWithPassword({ email: EMAIL, password: PASSWORD });
if (signedIn.error) throw signedIn.error;
const first = signedIn.data.session;
say("signed_in", await call("/api/v1/auth/me", first.access_token, SCHOOL));
say("students", await call("/api/v1/students", first.access_token, SCHOOL));
say("other_school", await call("/api/v1/students", first.access_token, OTHER_SCHOOL));

const refreshed = await supabase.auth.refreshSession();
if (refreshed.error) throw refreshed.error;
const second = refreshed.data.session;
say("refreshed", { another: second.refresh_token !== first.refresh_token, ...(await call("/api/v1/auth/me", second.access_token, SCHOOL)) });
say("user", { email: (await supabase.auth.getUser()).data.user?.email ?? null });

await supabase.auth.signOut();
// The client has a name of its own for the code session_not_found.
say("signed_out", { error: (await supabase.auth.getUser(second.access_token)).error?.name ?? null });
say("refresh_refused", { code: (await supabase.auth.refreshSession({ refresh_token: second.refresh_token })).error?.code ?? null });
say("without_token", await call("/api/v1/auth/me", "", SCHOOL));
