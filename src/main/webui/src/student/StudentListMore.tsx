import "./words";
import { Button } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { type ComponentProps, lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "@/platform/permissions/permissions";

const load = () => import("./StudentListMenu");
const StudentListMenu = lazy(load);

/** The menu of the list, for those who may take it along; its code comes when somebody reaches for it. */
export function StudentListMore(props: ComponentProps<typeof StudentListMenu>) {
  const { t } = useTranslation();
  const can = useCan();
  const [wanted, setWanted] = useState(false);
  if (!can("exportStudentsCsv")) return null;
  const button = (
    <Button
      variant="default"
      aria-label={t("student.more")}
      aria-haspopup="menu"
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    >
      <IconDots size={20} />
    </Button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <StudentListMenu {...props} />
    </Suspense>
  ) : (
    button
  );
}
