import { Menu, Text, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconLanguage, IconLogout, IconMoon, IconSun, IconSwitchHorizontal } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { language, speak } from "@/platform/i18n/i18n";
import { useMe } from "@/platform/permissions/permissions";
import { changeSchool, signOut } from "@/platform/session/session";
import { PersonAvatar } from "./PersonAvatar";

/** Who is signed in, and what belongs to the person and not to a screen. */
export default function PersonMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  return (
    <Menu width={240} position="bottom-end" defaultOpened>
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
        {me.memberships.length > 1 || me.is_superadmin ? (
          <Menu.Item
            leftSection={<IconSwitchHorizontal size={18} />}
            onClick={() => changeSchool(null, "/elegir-colegio")}
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
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => signOut()}>
          {t("app.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
