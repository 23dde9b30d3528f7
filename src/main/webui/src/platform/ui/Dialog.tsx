import { Modal, type ModalProps } from "@mantine/core";
import { createContext, useContext, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Tells the dialog below that one stands above it, and gives the way to take that back. */
const Below = createContext<() => () => void>(() => () => undefined);

/** A dialog in the middle of the screen. Escape, its cross and a click beside it close it; of several, the uppermost. */
export function Dialog({ children, closeOnEscape = true, ...props }: ModalProps) {
  const { t } = useTranslation();
  const cover = useContext(Below);
  const [above, setAbove] = useState(0);
  const { opened } = props;
  useEffect(() => (opened ? cover() : undefined), [opened, cover]);
  // One function for all times, so that the dialogs above do not tell it again with each drawing.
  const [covered] = useState(() => () => {
    setAbove((others) => others + 1);
    return () => setAbove((others) => others - 1);
  });
  return (
    <Modal
      centered
      overlayProps={{ backgroundOpacity: 0.4 }}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      closeOnEscape={closeOnEscape && above === 0}
      {...props}
    >
      <Below.Provider value={covered}>{children}</Below.Provider>
    </Modal>
  );
}
