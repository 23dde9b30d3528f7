import { notifications } from "@mantine/notifications";

/** Says that something worked; it goes away by itself. */
export const done = (message: string) => notifications.show({ message, color: "green", autoClose: 4000 });

/** Says that something did not work where no form or list can say it; it stays longer. */
export const failed = (message: string) => notifications.show({ message, color: "red", autoClose: 10_000 });

/** Says what somebody has to know and may not miss; it stays until it is closed. */
export const told = (message: string) => notifications.show({ message, color: "yellow", autoClose: false });
