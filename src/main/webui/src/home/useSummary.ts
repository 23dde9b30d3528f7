import { api, type Schemas } from "@/platform/api/api";

/** The school's figures; what the person may not read is absent. */
export type Summary = Schemas["SchoolSummary"];

export const useSummary = () => api.useQuery("get", "/api/v1/schools/me/summary");
