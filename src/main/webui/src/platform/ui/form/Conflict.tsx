import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/platform/ui/Dialog";
import type { Clash, Values } from "./merge";

type Props<V extends Values> = {
  clashes: Clash<V>[];
  /** The names of the fields as the form shows them. */
  labels: Record<keyof V & string, string>;
  show: (field: keyof V & string, value: unknown) => string;
  onChosen: (mine: (keyof V & string)[]) => void;
  onClose: () => void;
};

/** Both versions of what two people changed, field by field; nothing is overwritten unseen. */
export function Conflict<V extends Values>({ clashes, labels, show, onChosen, onClose }: Props<V>) {
  const { t } = useTranslation();
  const [mine, setMine] = useState<Record<string, string>>({});
  const open = clashes.filter(({ field }) => !mine[field]);
  const chosen = clashes.map(({ field }) => field).filter((field) => mine[field] === "mine");
  return (
    <Dialog opened onClose={onClose} size="lg" title={t("conflict.title")}>
      <Stack>
        <Text size="sm">{clashes.length ? t("conflict.text") : t("conflict.nothing")}</Text>
        {clashes.map((clash) => (
          <Radio.Group
            key={clash.field}
            label={labels[clash.field]}
            value={mine[clash.field] ?? null}
            onChange={(value) => setMine({ ...mine, [clash.field]: value })}
          >
            <Stack gap={6} mt={6}>
              <Radio value="mine" label={`${t("conflict.mine")}: ${show(clash.field, clash.mine)}`} />
              <Radio value="theirs" label={`${t("conflict.theirs")}: ${show(clash.field, clash.theirs)}`} />
            </Stack>
          </Radio.Group>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("ui.cancel")}
          </Button>
          <Button disabled={open.length > 0} onClick={() => onChosen(chosen)}>
            {t("conflict.keep")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
