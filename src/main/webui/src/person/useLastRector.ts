import { api } from "@/platform/api/api";
import type { Membership } from "./invitation";

/** Whether the school would have no head without this one; the service refuses what would leave it so. */
export function useLastRector({ status, roles, school_id }: Membership): boolean {
  const isRector = status === "active" && roles.includes("rector");
  const { data } = api.useQuery(
    "get",
    "/api/v1/admin/users",
    {
      params: {
        query: { role: ["rector"], membership_status: "active", page_size: 2 },
        header: { "X-School-Id": school_id },
      },
      querySerializer: { array: { style: "form", explode: false } },
    },
    { enabled: isRector },
  );
  return isRector && data?.total === 1;
}
