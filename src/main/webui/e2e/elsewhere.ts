import { call, tokenOf } from "./people";

const RECTOR = process.env.E2E_OTHER_RECTOR ?? "rector@esperanza.example";

/** Has the rector of the other school invite that person. */
export async function invite(email: string, full_name: string, roles = ["teacher"]) {
  return call(await tokenOf(RECTOR), "POST", "/admin/users", { email, full_name, roles });
}
