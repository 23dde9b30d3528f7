import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import * as v from "valibot";
import { answerArrival } from "@/app/guards";
import { setSchool } from "@/platform/session/session";

export const Route = createRootRouteWithContext<{ queries: QueryClient }>()({
  // A link of a mail names its school, because the person may have several.
  validateSearch: v.object({ school: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined) }),
  beforeLoad: ({ search, location }) => {
    answerArrival(location.pathname, location.href);
    if (search.school) setSchool(search.school);
  },
  component: Outlet,
});
