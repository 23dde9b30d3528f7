import { failureOf } from "@/platform/api/problem";

/** Why the service refused with 409, in its own word; none for any other failure. */
export function reasonOf(error: unknown): string | null {
  const failure = failureOf(error);
  return "reason" in failure && typeof failure.reason === "string" ? failure.reason : null;
}
