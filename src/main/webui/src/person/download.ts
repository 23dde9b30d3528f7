import { client } from "@/platform/api/api";

type Template = "/api/v1/admin/users/import/template.csv" | "/api/v1/admin/users/import/template.xlsx";

/** Fetches a file as the signed-in person and hands it to the browser under that name. */
export async function downloadOf(address: Template, name: string) {
  const { data, error } = await client.GET(address, { parseAs: "blob" });
  if (error) throw error;
  const link = document.createElement("a");
  const local = URL.createObjectURL(data as unknown as Blob);
  link.href = local;
  link.download = name;
  link.click();
  // The browser has taken the address over by then.
  setTimeout(() => URL.revokeObjectURL(local), 60_000);
}
