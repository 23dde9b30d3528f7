import { api } from "@/platform/api/api";

/** The schools that have invited whoever is signed in. */
export const useInvitations = (enabled = true) =>
  api.useQuery(
    "get",
    "/api/v1/auth/invitations",
    { params: { query: { page_size: 200 } } },
    { staleTime: 300_000, enabled },
  );
