import { useHotkeys } from "@mantine/hooks";
import { type FormEventHandler, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "@/platform/ui/keys";

type Props = { onSubmit: FormEventHandler<HTMLFormElement>; label?: string; children: ReactNode };

/** A form that Ctrl+S and Ctrl+Enter save from any field. Below an open dialog it keeps still. */
export function SaveForm({ onSubmit, label, children }: Props) {
  const { t } = useTranslation();
  useKeys([
    { key: "Ctrl S", does: t("ui.save") },
    { key: "Ctrl Enter", does: t("ui.save") },
  ]);
  const form = useRef<HTMLFormElement>(null);
  const save = () => {
    const dialog = document.querySelector("[role=dialog]");
    if (!dialog || dialog.contains(form.current)) form.current?.requestSubmit();
  };
  useHotkeys(
    [
      ["mod+S", save],
      ["mod+Enter", save],
    ],
    [],
  );
  return (
    <form ref={form} onSubmit={onSubmit} noValidate aria-label={label}>
      {children}
    </form>
  );
}
