import { Burger, Group, Text } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useMe } from "@/platform/permissions/permissions";
import { arrival, isSharedComputer, useSession } from "@/platform/session/session";
import { FinderButton } from "./finder/FinderButton";
import { FinderKeys } from "./finder/FinderKeys";
import { entries, isAt } from "./menu";
import { Offline } from "./Offline";
import { PersonButton } from "./PersonButton";
import { PhoneBar } from "./PhoneBar";
import classes from "./Shell.module.css";
import { VisitorBar } from "./VisitorBar";

// Nobody needs it in most visits.
const account = () => import("@/account");
const SignInAgain = lazy(() => account().then((all) => ({ default: all.SignInAgain })));
const IdleGuard = lazy(() => account().then((all) => ({ default: all.IdleGuard })));
const LinkFailed = lazy(() => account().then((all) => ({ default: all.LinkFailed })));
const InvitationNotice = lazy(() => account().then((all) => ({ default: all.InvitationNotice })));

/** The frame around every screen of somebody who is signed in. */
export function Shell() {
  const { t } = useTranslation();
  const [open, drawer] = useDisclosure();
  const me = useMe();
  const can = useCan();
  const address = useRouterState({ select: (state) => state.location.pathname });
  const expired = useSession((session) => session.status === "expired" || session.status === "code");
  const place = me.school_id ? "school" : "platform";
  const shown = entries(can, place);
  const school = me.memberships.find((one) => one.school_id === me.school_id)?.school_name;

  useHotkeys([["Escape", drawer.close]]);
  // A new screen is announced by its title, and the keyboard starts there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says when
  useEffect(() => {
    drawer.close();
    document.querySelector("h1")?.focus({ preventScroll: true });
  }, [address]);

  return (
    <>
      <a href="#main" className="skip">
        {t("app.skip")}
      </a>
      <div inert={expired} className={classes.shell}>
        <header className={`${classes.header} no-print`}>
          <Group wrap="nowrap" gap="sm" miw={0}>
            <Burger
              opened={open}
              onClick={drawer.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t("app.menu")}
              aria-expanded={open}
              aria-controls="menu"
            />
            <img src="/favicon.svg" alt="" width={28} height={28} />
            <Text fw={650} truncate>
              {school ?? t("app.name")}
            </Text>
          </Group>
          <Group wrap="nowrap" gap="sm">
            <FinderButton />
            <PersonButton />
          </Group>
        </header>
        <nav id="menu" className={`${classes.menu} no-print`} data-open={open || undefined} aria-label={t("app.menu")}>
          <FinderButton phone />
          {shown.map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className={classes.entry}
              data-active={isAt(address, to) || undefined}
              aria-current={address === to ? "page" : undefined}
            >
              <Icon size={20} stroke={1.7} aria-hidden />
              {t(`nav.${label}`)}
            </Link>
          ))}
        </nav>
        <main id="main" className={classes.main}>
          <VisitorBar />
          <Suspense>
            {arrival.failed ? <LinkFailed /> : null}
            <InvitationNotice />
          </Suspense>
          <Offline />
          <Outlet />
        </main>
        <PhoneBar entries={shown} address={address} onMore={drawer.open} />
      </div>
      {expired ? null : <FinderKeys />}
      <Suspense>{expired ? <SignInAgain /> : null}</Suspense>
      <Suspense>{isSharedComputer() ? <IdleGuard /> : null}</Suspense>
    </>
  );
}
