import { api } from "@/platform/api/api";
import { type Operation, operations } from "@/platform/api/operations";
import { useSession } from "@/platform/session/session";
import { holds } from "./holds";

/** The signed-in person with the permissions of the active school; read once before any screen opens. */
export function useMe() {
  const { data } = api.useSuspenseQuery("get", "/api/v1/auth/me", {}, { staleTime: 300_000 });
  return data;
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
