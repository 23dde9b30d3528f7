import { apiUrl } from "@/platform/session/config";
import { whilePresent } from "@/platform/session/session";
import { headersAsMe, PATIENCE, renewing } from "./api";
import { problemOf } from "./problem";
import type { paths } from "./schema";

export type Upload = {
  address: keyof paths;
  query?: Record<string, string | boolean>;
  body: Blob;
  /** The same for a repetition of a request whose answer was lost. */
  idempotencyKey?: string;
  /** Told the share of the body that has left, from 0 to 1. */
  onProgress?: (share: number) => void;
};

type Answer = { status: number; text: string; retryAfter: string | null };

/**
 * Sends a file as the body of a POST, with its own type, and gives the answer. Throws the problem of the API. `fetch` cannot tell how
 * much of a body has left.
 */
export async function upload<A>(what: Upload): Promise<A> {
  const { status, text, retryAfter } = await renewing(() => post(what));
  if (status >= 200 && status < 300) return JSON.parse(text) as A;
  throw problemOf(text, retryAfter);
}

function post({ address, query, body, idempotencyKey, onProgress }: Upload): Promise<Answer> {
  const left = whilePresent();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", urlOf(address, query));
    request.timeout = PATIENCE;
    headersAsMe({
      "Content-Type": body.type,
      ...(idempotencyKey ? { "Idempotency-Key": idempotencyKey } : {}),
    }).forEach((value, name) => {
      request.setRequestHeader(name, value);
    });
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onload = () =>
      resolve({
        status: request.status,
        text: request.responseText,
        retryAfter: request.getResponseHeader("Retry-After"),
      });
    request.onerror = () => reject(new TypeError("no answer"));
    request.ontimeout = () => reject(new DOMException("no answer in time", "TimeoutError"));
    request.onabort = () => reject(new DOMException("left", "AbortError"));
    left.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

/** The whole address of an operation. */
export function urlOf(address: string, query: Record<string, string | boolean | number> = {}): string {
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return `${apiUrl || location.origin}${address}${words.size ? `?${words}` : ""}`;
}
