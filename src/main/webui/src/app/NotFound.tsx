import { IconMapSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Empty } from "@/platform/ui/Empty";
import { ButtonLink } from "@/platform/ui/links";

/** An address that names nothing. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <Empty title={t("app.notFoundTitle")} hint={t("app.notFoundText")} icon={<IconMapSearch size={28} />}>
        <ButtonLink to="/">{t("app.goHome")}</ButtonLink>
      </Empty>
    </main>
  );
}
