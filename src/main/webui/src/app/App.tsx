import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { queries } from "@/platform/api/api";
import { useSpoken } from "@/platform/ui/notify";
import type { startRouter } from "./router";
import { theme, variables } from "./theme";

const Notices = lazy(() => import("@/platform/ui/Notices"));

type Props = { router: ReturnType<typeof startRouter>; onError: (error: unknown, route: string) => void };

/** The page's providers around its screens. A screen that fails is reported with the pattern of its address. */
export function App({ router, onError }: Props) {
  const spoken = useSpoken((state) => state.spoken);
  const pattern = () => router.state.matches.at(-1)?.routeId ?? "";
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Suspense>{spoken ? <Notices /> : null}</Suspense>
        <RouterProvider router={router} defaultOnCatch={(error) => onError(error, pattern())} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
