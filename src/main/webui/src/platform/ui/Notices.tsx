import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { Notifications } from "@mantine/notifications";

/** Shows what was said in the lower corner, above the buttons of a form and, on a phone, above the bar of the menu. */
export default function Notices() {
  return <Notifications position="bottom-right" />;
}
