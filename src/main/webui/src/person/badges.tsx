import "./words";
import { Badge, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Membership } from "./invitation";
import { type Standing, standing } from "./invitation";
import { inOrder, type Role } from "./roles";

/** The roles of somebody, in words. */
export function RoleBadges({ roles, faded = false }: { roles: readonly Role[]; faded?: boolean }) {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      {inOrder(roles).map((role) => (
        <Badge key={role} variant={faded ? "outline" : "light"} color={faded ? "gray" : "athena"} fw={600}>
          {t(`person.role.${role}`)}
        </Badge>
      ))}
    </Group>
  );
}

const colors: Record<Standing, string> = {
  active: "green",
  inactive: "gray",
  declined: "orange",
  expired: "orange",
  failed: "red",
  waiting: "yellow",
  invited: "blue",
};

/** How somebody stands to the school. */
export function StandingBadge({ membership }: { membership: Membership }) {
  const { t } = useTranslation();
  const word = standing(membership);
  return (
    <Badge variant="dot" color={colors[word]} fw={600}>
      {t(`person.standing.${word}`)}
    </Badge>
  );
}
