import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Operation } from "@/platform/api/operations";
import { useCan } from "@/platform/permissions/permissions";
import { Empty } from "./Empty";
import { ButtonLink } from "./links";

type Props = { operation: Operation; children: ReactNode };

/** A screen for those who may call the operation; others read who can grant it. */
export function Allowed({ operation, children }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  if (can(operation)) return <>{children}</>;
  return (
    <Empty title={t("ui.forbiddenTitle")} hint={t("ui.forbiddenText")} icon={<IconLock size={28} />}>
      <ButtonLink to="/" variant="default">
        {t("app.goHome")}
      </ButtonLink>
    </Empty>
  );
}
