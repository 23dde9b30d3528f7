import type { components } from "./schema";

export type Problem = components["schemas"]["Problem"];
export type Violation = Problem["violations"][number];

/** What stands for a problem when no answer came: no network, or something in between that is not Athena. */
export type Failure = Problem | { code: "network"; status: 0; violations: [] };

/** What any error of a request means. Errors of the program itself are thrown on. */
export function failureOf(error: unknown): Failure {
  if (isProblem(error)) return error;
  if (error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError")) return noAnswer;
  if (error instanceof NotAthena) return noAnswer;
  throw error;
}

export class NotAthena extends Error {}

const noAnswer: Failure = { code: "network", status: 0, violations: [] };

export const isProblem = (error: unknown): error is Problem =>
  typeof error === "object" && error !== null && "code" in error && "request_id" in error && "status" in error;
