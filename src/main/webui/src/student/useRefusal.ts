import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Values } from "@/platform/ui/form/merge";
import { pathOf } from "@/platform/ui/form/place";
import { fieldWords, type KnownRefusal, refusalOf } from "./refusals";

/** Keeps the refusal that a screen of students or guardians explains, and marks the field that it is about. */
export function useRefusal() {
  const { t } = useTranslation();
  const [refusal, setRefusal] = useState<KnownRefusal | null>(null);
  /** True when it took the failure over. */
  const take = <V extends Values>(
    error: unknown,
    form: Pick<UseFormReturnType<V>, "setFieldError" | "getInputNode">,
  ) => {
    const known = refusalOf(error);
    setRefusal(known);
    const field = known?.violations[0]?.field;
    if (known && field) {
      form.setFieldError(pathOf(field), t(fieldWords[known.reason]));
      form.getInputNode(pathOf(field))?.scrollIntoView({ block: "center" });
    }
    return known !== null;
  };
  return { refusal, take, forget: () => setRefusal(null) };
}
