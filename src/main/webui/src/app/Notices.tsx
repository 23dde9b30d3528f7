import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { Notifications } from "@mantine/notifications";

/** Where short messages appear. It comes after the first screen, which has nothing to say yet. */
export default function Notices() {
  // Below the header: the lower edge belongs to the buttons of a form and to the thumb.
  return <Notifications position="top-center" mt={56} />;
}
