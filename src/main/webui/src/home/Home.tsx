import { useTranslation } from "react-i18next";
import { Screen } from "@/platform/ui/Screen";

/** What is known today, each figure with the way to its list. */
export function Home() {
  const { t } = useTranslation();
  return <Screen title={t("nav.home")}>{null}</Screen>;
}
