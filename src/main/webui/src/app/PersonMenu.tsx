import { Box, Menu, Text, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import {
  IconCheck,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconSwitchHorizontal,
  IconUserCircle,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { language, speak } from "@/platform/i18n/i18n";
import { useMe } from "@/platform/permissions/permissions";
import { changeSchool, signOut } from "@/platform/session/session";
import { Confirm } from "@/platform/ui/Confirm";
import { isUnsaved } from "@/platform/ui/form/unsaved";
import { PersonAvatar } from "./PersonAvatar";

/** Up to so many schools stand in the menu itself. */
const LISTED = 7;

/** Who is signed in, and what belongs to the person and not to a screen. */
export default function PersonMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const [going, setGoing] = useState<(() => unknown) | null>(null);
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const listed = me.memberships.length > 1 && me.memberships.length <= LISTED;
  const leave = (go: () => unknown) => (isUnsaved() ? setGoing(() => go) : go());
  return (
    <>
      <Menu width={260} position="bottom-end" defaultOpened>
        <Menu.Target>
          <PersonAvatar name={me.full_name} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)">
              {me.full_name}
            </Text>
            <Text size="xs">{me.email}</Text>
          </Menu.Label>
          <Menu.Item leftSection={<IconUserCircle size={18} />} component={Link} to="/mi-cuenta">
            {t("app.myAccount")}
          </Menu.Item>
          {listed ? (
            <>
              <Menu.Divider />
              <Menu.Label>{t("app.schools")}</Menu.Label>
              {me.memberships.map(({ school_id, school_name }) => (
                <Menu.Item
                  key={school_id}
                  aria-current={school_id === me.school_id || undefined}
                  leftSection={school_id === me.school_id ? <IconCheck size={18} aria-hidden /> : <Box w={18} />}
                  onClick={() => (school_id === me.school_id ? undefined : leave(() => changeSchool(school_id)))}
                >
                  {school_name}
                </Menu.Item>
              ))}
              <Menu.Divider />
            </>
          ) : null}
          {(me.memberships.length > 1 && !listed) || me.is_superadmin ? (
            <Menu.Item
              leftSection={<IconSwitchHorizontal size={18} />}
              onClick={() => leave(() => changeSchool(null, "/elegir-colegio"))}
            >
              {t("app.changeSchool")}
            </Menu.Item>
          ) : null}
          <Menu.Item
            leftSection={dark ? <IconSun size={18} /> : <IconMoon size={18} />}
            onClick={() => setColorScheme(dark ? "light" : "dark")}
          >
            {dark ? t("app.light") : t("app.dark")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLanguage size={18} />}
            lang={language() === "en" ? "es" : "en"}
            onClick={() => speak(language() === "en" ? "es" : "en")}
          >
            {t("app.language")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => leave(signOut)}>
            {t("app.signOut")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={going !== null}
        onClose={() => setGoing(null)}
        title={t("ui.unsavedTitle")}
        consequence={t("ui.unsavedText")}
        action={t("ui.leave")}
        onConfirm={async () => going?.()}
      />
    </>
  );
}
