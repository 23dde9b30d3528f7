import "./words";
import { Button, Menu } from "@mantine/core";
import { IconDots, IconFileTypeCsv, IconFileTypeXls, IconPrinter } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDownload } from "@/platform/ui/useDownload";

type Props = { search: { q: string; sort: string; show: "true" | "false" | "any" } };

/** What the list of students gives besides its rows: files and paper, of the search that stands on the screen. */
export default function StudentListMenu({ search }: Props) {
  const { t } = useTranslation();
  const { get, busy } = useDownload();
  const navigate = useNavigate();
  const query = { ...(search.q.trim() ? { q: search.q.trim() } : {}), sort: search.sort, is_active: search.show };
  const print = () => navigate({ to: "/imprimir/estudiantes", search: { ...search, page: 1 } as never });
  return (
    <Menu defaultOpened position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={busy} aria-label={t("student.more")}>
          <IconDots size={20} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileTypeXls size={18} />}
          onClick={() => get({ address: "/api/v1/students/export.xlsx", query, name: "estudiantes.xlsx" })}
        >
          {t("student.excel")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileTypeCsv size={18} />}
          onClick={() => get({ address: "/api/v1/students/export.csv", query, name: "estudiantes.csv" })}
        >
          {t("student.csv")}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter size={18} />} onClick={print}>
          {t("student.printList")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
