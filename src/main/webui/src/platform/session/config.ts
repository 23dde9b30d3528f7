import * as v from "valibot";

const schema = v.object({
  supabase_url: v.string(),
  publishable_key: v.string(),
  release: v.fallback(v.string(), ""),
});

/** Where everything is. The service tells it at run time, so that one build serves every environment. */
export type Config = v.InferOutput<typeof schema> & { api_url: string };

/** The API's address: the page's own, unless the build names another one. It ends without a slash. */
export const apiUrl = (import.meta.env.VITE_API_URL ?? "").replace(/\/$/, "");

export async function readConfig(): Promise<Config> {
  const answer = await fetch(`${apiUrl}/config.json`, { cache: "no-store" });
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  return { ...v.parse(schema, await answer.json()), api_url: apiUrl };
}
