import { lazy, Suspense, useState } from "react";
import { useMe } from "@/platform/permissions/permissions";
import { PersonAvatar } from "./PersonAvatar";

const load = () => import("./PersonMenu");
const PersonMenu = lazy(load);

/** The menu of the person; its code comes when somebody reaches for it, because floating parts weigh as much as a screen. */
export function PersonButton() {
  const [wanted, setWanted] = useState(false);
  const { full_name } = useMe();
  const button = (
    <PersonAvatar
      name={full_name}
      aria-haspopup="menu"
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    />
  );
  return wanted ? (
    <Suspense fallback={button}>
      <PersonMenu />
    </Suspense>
  ) : (
    button
  );
}
