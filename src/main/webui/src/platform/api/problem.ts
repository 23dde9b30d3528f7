import type { components } from "./schema";

/** What the service refuses; `retry_after` are the seconds of its header, when it says how long to wait. */
export type Problem = components["schemas"]["Problem"] & { retry_after?: number };
export type Violation = Problem["violations"][number];

/** What stands for a problem when Athena did not answer: no network, or something in between answered in its place. */
export type NoAnswer = { code: "network" | "away"; status: 0; violations: [] };
export type Failure = Problem | NoAnswer;

/** What any error of a request means. Errors of the program itself are thrown on. */
export function failureOf(error: unknown): Failure {
  if (isProblem(error)) return error;
  if (error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError")) {
    return { code: "network", status: 0, violations: [] };
  }
  if (error instanceof NotAthena) return { code: "away", status: 0, violations: [] };
  throw error;
}

/** The network is there, and something that is not Athena answered in its place, such as a proxy. */
export class NotAthena extends Error {}

/** Whether nobody knows what became of a request: it may have arrived. */
export const isUnanswered = (error: unknown) => failureOf(error).status === 0;

export const isProblem = (error: unknown): error is Problem =>
  typeof error === "object" && error !== null && "code" in error && "request_id" in error && "status" in error;

/** The problem in the body of a refusal. Whoever refuses without one stands between the page and Athena. */
export function problemOf(body: string, retryAfter: string | null): Problem {
  const problem = parsed(body);
  if (!isProblem(problem)) throw new NotAthena();
  const seconds = secondsOf(retryAfter);
  return seconds === null ? problem : { ...problem, retry_after: seconds };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The header Retry-After, which is a number of seconds or a date. */
export function secondsOf(header: string | null, now = Date.now()): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}
