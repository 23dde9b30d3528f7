import { isProblem } from "@/platform/api/problem";
import type { components } from "@/platform/api/schema";
import { apiUrl } from "@/platform/session/config";

/** Reports of one visit are few: a screen that fails in a loop must not flood the operator. */
const MOST = 10;
let sent = 0;

type Report = components["schemas"]["PageErrorData"];

/** What is not shown, and line breaks: the service takes one line. A cut may leave half of a character. */
const HIDDEN = /[\s\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]+/gu;

const line = (text: string, most: number) => text.slice(0, most).replace(HIDDEN, " ");

/** A stack keeps its lines; the service takes no NUL and no half of a character. */
const lines = (text: string, most: number) => text.slice(0, most).replace(/[\0\p{Cs}]/gu, " ");

/** What is told of an error, within what the service takes. An empty text is left out. */
export function reportOf(error: unknown, route: string, release: string): Report {
  const fault = error instanceof Error ? error : new Error(String(error));
  return {
    message: line(`${fault.name}: ${fault.message}`, 500),
    ...(fault.stack?.trim() ? { stack: lines(fault.stack, 4000) } : {}),
    ...(route ? { route: line(route, 200) } : {}),
    ...(/^[\w.+-]{1,64}$/.test(release) ? { release } : {}),
  };
}

/**
 * Tells the operator that the page failed. The route is the pattern of the address, never the address itself, which may hold ids;
 * what somebody typed is never part of it.
 */
export function report(error: unknown, route: string, release: string) {
  if (isProblem(error) || sent >= MOST) return;
  sent += 1;
  const body = JSON.stringify(reportOf(error, route, release));
  fetch(`${apiUrl}/api/v1/page/errors`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
    keepalive: true,
  }).catch(() => undefined);
}
