import { isProblem } from "@/platform/api/problem";
import { apiUrl } from "@/platform/session/config";

/** Reports of one visit are few: a screen that fails in a loop must not flood the operator. */
const MOST = 10;
let sent = 0;

/**
 * Tells the operator that the page failed. The route is the pattern of the address, never the address itself, which may hold ids;
 * what somebody typed is never part of it.
 */
export function report(error: unknown, route: string, release: string) {
  if (isProblem(error) || sent >= MOST) return;
  sent += 1;
  const fault = error instanceof Error ? error : new Error(String(error));
  const body = JSON.stringify({
    message: `${fault.name}: ${fault.message}`.slice(0, 500),
    stack: (fault.stack ?? "").slice(0, 4000),
    route: route.slice(0, 200),
    release: release.slice(0, 64),
  });
  fetch(`${apiUrl}/api/v1/page/errors`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
    keepalive: true,
  }).catch(() => undefined);
}
