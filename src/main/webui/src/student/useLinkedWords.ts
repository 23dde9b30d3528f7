import { useTranslation } from "react-i18next";
import type { Schemas } from "@/platform/api/api";
import { told } from "@/platform/ui/notify";

/** Tells what somebody may not miss of a new link: whose data stayed as they were, and a restriction that was taken over. */
export function useLinkedWords() {
  const { t } = useTranslation();
  const labels: Record<string, string> = {
    full_name: t("guardian.name"),
    phone: t("guardian.phone"),
    email: t("guardian.email"),
    document_type: t("student.form.documentType"),
    document_number: t("student.form.documentNumber"),
  };
  return (link: Schemas["StudentGuardian"]) => {
    const { full_name: name, differences = [] } = link;
    if (differences.length) {
      const lines = differences.map(({ field, kept, sent }) =>
        t("guardian.stayed", { field: labels[field] ?? field, kept: kept || t("guardian.nothing"), sent }),
      );
      told(t("guardian.keptAsWas", { name, differences: lines.join(" ") }));
    }
    if (link.restriction) told(t("guardian.tookOver", { name }));
  };
}
