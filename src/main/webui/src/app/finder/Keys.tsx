import { Kbd, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/platform/ui/Dialog";
import { useScreenKeys } from "@/platform/ui/keys";
import classes from "./Finder.module.css";

/** The keys of the screen that stands open, and those that work everywhere. */
export default function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const ofScreen = useScreenKeys();
  const general = [
    { key: "Ctrl K", does: t("app.keyFind") },
    { key: "/", does: t("app.keySearch") },
    { key: "?", does: t("app.keyHelp") },
    { key: "Esc", does: t("app.keyClose") },
  ];
  return (
    <Dialog opened onClose={onClose} title={t("app.keys")}>
      {ofScreen.length ? (
        <>
          <Title order={2} size="h6" mb="xs">
            {t("app.keysScreen")}
          </Title>
          <List keys={ofScreen} />
          <Title order={2} size="h6" mt="lg" mb="xs">
            {t("app.keysGeneral")}
          </Title>
        </>
      ) : null}
      <List keys={general} />
    </Dialog>
  );
}

function List({ keys }: { keys: readonly { key: string; does: string }[] }) {
  return (
    <dl className={classes.keys}>
      {keys.map(({ key, does }) => (
        <div key={key} style={{ display: "contents" }}>
          <dt>
            <Kbd size="md">{key}</Kbd>
          </dt>
          <Text size="sm" component="dd">
            {does}
          </Text>
        </div>
      ))}
    </dl>
  );
}
