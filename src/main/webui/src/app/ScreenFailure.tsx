import { Button, Container, Stack } from "@mantine/core";
import { IconBug } from "@tabler/icons-react";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { queries } from "@/platform/api/api";
import { isProblem, NotAthena } from "@/platform/api/problem";
import { Empty } from "@/platform/ui/Empty";
import { FailureAlert } from "@/platform/ui/FailureAlert";
import { ButtonLink } from "@/platform/ui/links";

/** Takes the place of a screen that failed: the API's refusal in words, or the page's own fault. */
export function ScreenFailure({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const again = () => {
    queries.removeQueries({ predicate: ({ state }) => state.status === "error" });
    router.invalidate();
  };
  if (isProblem(error) || error instanceof TypeError || error instanceof NotAthena) {
    return (
      <Container size="sm" py="xl">
        <Stack>
          <FailureAlert error={error} retry={again} />
          {isProblem(error) && error.code === "auth.second_factor_required" ? (
            <ButtonLink to="/segundo-factor">{t("app.setUpFactor")}</ButtonLink>
          ) : null}
          <ButtonLink to="/" variant="default">
            {t("app.goHome")}
          </ButtonLink>
        </Stack>
      </Container>
    );
  }
  return (
    <Empty title={t("app.brokenTitle")} hint={t("app.brokenText")} icon={<IconBug size={28} />}>
      <Button onClick={() => location.reload()}>{t("app.reload")}</Button>
    </Empty>
  );
}
