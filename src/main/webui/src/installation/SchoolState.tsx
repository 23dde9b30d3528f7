import "./words";
import { useTranslation } from "react-i18next";
import { client, outdated } from "@/platform/api/api";
import { Confirm } from "@/platform/ui/Confirm";
import { done } from "@/platform/ui/notify";
import type { School } from "./SchoolList";

type Props = { school: School; onClose: () => void };

/** Asks before a school is closed to its people, or opened again. */
export default function SchoolState({ school, onClose }: Props) {
  const { t } = useTranslation();
  const { id, name, is_active: active, version } = school;
  const change = async () => {
    const { error } = await client.PATCH("/api/v1/admin/schools/{id}", {
      params: { path: { id } },
      body: { is_active: !active, version },
    });
    if (error) {
      outdated("/admin/schools");
      throw error;
    }
    outdated("/admin/schools", "/auth");
    done(t("ui.saved"));
  };
  return (
    <Confirm
      opened
      danger={active}
      title={active ? t("installation.deactivateTitle", { name }) : t("installation.activateTitle", { name })}
      consequence={active ? t("installation.deactivateText") : t("installation.activateText")}
      action={active ? t("installation.deactivate") : t("installation.activate")}
      onConfirm={change}
      onClose={onClose}
    />
  );
}
