import { Button, Group, type ModalProps } from "@mantine/core";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/platform/ui/Dialog";
import { Unsaved } from "./Unsaved";
import { UnsavedGuard } from "./UnsavedGuard";

const Leave = createContext<() => void>(() => undefined);

type Props = Omit<ModalProps, "opened"> & {
  /** Whether somebody wrote what is not saved. */
  unsaved: () => boolean;
};

/**
 * A dialog in which somebody writes. Escape, Cancel, its cross and a click beside it close it when nothing would be lost, and ask once
 * when something would; so does the way to another screen.
 */
export function FormDialog({ unsaved, onClose, children, ...props }: Props) {
  const [asked, setAsked] = useState(false);
  const leave = () => (unsaved() ? setAsked(true) : onClose());
  return (
    <Dialog {...props} opened onClose={leave}>
      <UnsavedGuard unsaved={unsaved} />
      <Leave.Provider value={leave}>{children}</Leave.Provider>
      {asked ? <Unsaved onStay={() => setAsked(false)} onLeave={onClose} /> : null}
    </Dialog>
  );
}

/** The lower edge of such a dialog: Cancel, and the button that saves. */
export function DialogActions({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={useContext(Leave)}>
        {t("ui.cancel")}
      </Button>
      {children}
    </Group>
  );
}
