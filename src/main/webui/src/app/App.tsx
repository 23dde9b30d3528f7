import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queries } from "@/platform/api/api";
import { router } from "./router";
import { theme, variables } from "./theme";

type Props = { onError: (error: unknown, route: string) => void };

/** The page's providers around its screens. A screen that fails is reported with the pattern of its address. */
export function App({ onError }: Props) {
  const pattern = () => router.state.matches.at(-1)?.routeId ?? "";
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        {/* Below the header: the lower edge belongs to the buttons of a form and to the thumb. */}
        <Notifications position="top-center" mt={56} />
        <RouterProvider router={router} defaultOnCatch={(error) => onError(error, pattern())} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
