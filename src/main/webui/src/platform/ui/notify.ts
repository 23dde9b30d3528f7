import type { NotificationData } from "@mantine/notifications";
import i18next from "i18next";
import { create } from "zustand";

/** Whether something was said in this visit; what shows it weighs 10 kB and comes with the first word. */
export const useSpoken = create<{ spoken: boolean }>()(() => ({ spoken: false }));

async function say(notification: NotificationData) {
  useSpoken.setState({ spoken: true });
  const { notifications } = await import("@mantine/notifications");
  notifications.show({ ...notification, closeButtonProps: { "aria-label": i18next.t("ui.close") } });
}

/** Says that something worked; it goes away by itself. */
export const done = (message: string) => say({ message, color: "green", autoClose: 4000 });

/** Says that something did not work where no form or list can say it; it stays longer. */
export const failed = (message: string) => say({ message, color: "red", autoClose: 10_000 });

/** Says what somebody has to know and may not miss; it stays until it is closed. */
export const told = (message: string) => say({ message, color: "yellow", autoClose: false });
