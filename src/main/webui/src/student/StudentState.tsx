import "./words";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, outdated, type Schemas } from "@/platform/api/api";
import { Confirm } from "@/platform/ui/Confirm";
import { done } from "@/platform/ui/notify";

/** Deactivates or activates a student, after telling what follows from it. */
export function StudentState({ student }: { student: Schemas["Student"] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  // The question keeps its words while it closes, although the state has changed by then.
  const [stops, setStops] = useState(true);
  const deactivate = api.useMutation("delete", "/api/v1/students/{id}");
  const change = api.useMutation("patch", "/api/v1/students/{id}");
  const name = student.full_name;
  const { id, version, is_active: active } = student;
  const ask = () => {
    setStops(active);
    setAsked(true);
  };
  const confirm = async () => {
    if (stops) await deactivate.mutateAsync({ params: { path: { id }, header: { "If-Match": `"${version}"` } } });
    else await change.mutateAsync({ params: { path: { id } }, body: { is_active: true, version } });
    await outdated("/students", "/guardians");
    done(t(stops ? "student.deactivated" : "student.activated", { name }));
  };
  return (
    <>
      <Button variant="default" onClick={ask}>
        {t(active ? "student.deactivate" : "student.activate")}
      </Button>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title={t(stops ? "student.deactivateTitle" : "student.activateTitle", { name })}
        consequence={t(stops ? "student.deactivateText" : "student.activateText")}
        action={t(stops ? "student.deactivate" : "student.activate")}
        danger={stops}
        onConfirm={confirm}
      />
    </>
  );
}
