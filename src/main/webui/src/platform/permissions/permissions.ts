import { api } from "@/platform/api/api";
import { type Operation, operations } from "@/platform/api/operations";
import { useSession } from "@/platform/session/session";

/** The signed-in person with the permissions of the active school; read once before any screen opens. */
export function useMe() {
  const { data } = api.useSuspenseQuery("get", "/api/v1/auth/me", {}, { staleTime: 300_000 });
  return data;
}

const covers = [
  ["read:", "read:all"],
  ["write:", "write:all"],
  ["delete:", "delete:all"],
] as const;
/** What the wide permissions do not cover (the reads and writes of a person's own rows). */
const own = /^read:own_/;

/** Whether one of those permissions is held, as the service decides it. */
export function holds(held: readonly string[], needed: readonly string[]): boolean {
  return (
    needed.length === 0 ||
    needed.some(
      (one) =>
        held.includes(one) ||
        (!own.test(one) && covers.some(([kind, wide]) => one.startsWith(kind) && held.includes(wide))),
    )
  );
}

/** Asks whether the person may call an operation, so that no button leads to a refusal. */
export function useCan(): (operation: Operation) => boolean {
  const { permissions } = useMe();
  return (operation) => holds(permissions, operations[operation]);
}

/** Whether the person works in a school of which they are not a member: a superadmin who looks. */
export function useIsVisitor(): boolean {
  const me = useMe();
  const { schoolId } = useSession.getState();
  return me.is_superadmin && schoolId !== null && !me.memberships.some((one) => one.school_id === schoolId);
}
