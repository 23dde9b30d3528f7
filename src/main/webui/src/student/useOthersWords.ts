import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { told } from "@/platform/ui/notify";

/** Reminds of a guardian's other children, because a restriction is of one child alone. */
export function useOthersWords() {
  const { t } = useTranslation();
  return ({ other_links: others = [] }: Schemas["StudentGuardian"]) => {
    if (!others.length) return;
    const names = others
      .map(({ full_name: name, restricted }) =>
        t(restricted ? "guardian.restriction.otherClosed" : "guardian.restriction.otherOpen", { name }),
      )
      .join(", ");
    told(t("guardian.restriction.others", { names }));
  };
}
