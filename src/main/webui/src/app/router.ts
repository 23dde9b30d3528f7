import { createRouter } from "@tanstack/react-router";
import { queries } from "@/platform/api/api";
import { routeTree } from "../routeTree.gen";
import { readSearch, writeSearch } from "./addressSearch";
import { NotFound } from "./NotFound";
import { ScreenFailure } from "./ScreenFailure";

/** A router for the address at which the page stands, knowing nothing of before. */
export const startRouter = () =>
  createRouter({
    routeTree,
    context: { queries },
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: "intent",
    defaultPendingMs: 400,
    scrollRestoration: true,
    defaultErrorComponent: ScreenFailure,
    defaultNotFoundComponent: NotFound,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof startRouter>;
  }
}
