import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { Notifications } from "@mantine/notifications";

/** Shows what was said, below the header: the lower edge belongs to the buttons of a form and to the thumb. */
export default function Notices() {
  return <Notifications position="top-center" mt={56} />;
}
