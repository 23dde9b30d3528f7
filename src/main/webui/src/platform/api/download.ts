import { fetchAsMe } from "./api";
import type { paths } from "./schema";
import { urlOf } from "./upload";

type Wanted = {
  address: keyof paths;
  query?: Record<string, string | boolean | number>;
  /** Sent as a POST, when the file is made from another one. */
  body?: Blob;
  /** Used when the service names none. */
  name: string;
};

/** Fetches a file as the person of this tab and lets the browser save it. Throws the problem of the API. */
export async function download({ address, query, body, name }: Wanted): Promise<void> {
  const answer = await fetchAsMe(
    new Request(
      urlOf(address, query),
      body ? { method: "POST", body, headers: { "Content-Type": body.type } } : { method: "GET" },
    ),
  );
  if (!answer.ok) throw await answer.json();
  save(await answer.blob(), fileNameOf(answer.headers.get("Content-Disposition")) ?? name);
}

function save(file: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser still reads it for a moment.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name that the header Content-Disposition gives a file. */
export function fileNameOf(header: string | null): string | null {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? "")?.[1];
  if (coded) return decodeURIComponent(coded);
  return /filename="?([^";]+)"?/i.exec(header ?? "")?.[1] ?? null;
}
