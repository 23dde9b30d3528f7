import {
  IconBuilding,
  IconHistory,
  IconHome,
  IconSchool,
  IconServer,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { Operation } from "@/platform/api/operations";

/** Where an entry stands: among a school's work, or among the platform's, which needs no school. */
type Place = "school" | "platform";

/** The entries of the menu in order; each appears to those who may call its operation. */
export const menu = [
  { to: "/", label: "home", icon: IconHome, place: "school", needs: null },
  { to: "/estudiantes", label: "students", icon: IconSchool, place: "school", needs: "listStudents" },
  { to: "/acudientes", label: "guardians", icon: IconUsersGroup, place: "school", needs: "listGuardians" },
  { to: "/personas", label: "people", icon: IconUsers, place: "school", needs: "createUser" },
  { to: "/colegio", label: "school", icon: IconSettings, place: "school", needs: "updateSettings" },
  { to: "/auditoria", label: "audit", icon: IconHistory, place: "school", needs: "listAuditLog" },
  { to: "/plataforma/colegios", label: "schools", icon: IconBuilding, place: "platform", needs: "listSchools" },
  { to: "/personas", label: "people", icon: IconUsers, place: "platform", needs: "listUsers" },
  { to: "/plataforma/servicio", label: "service", icon: IconServer, place: "platform", needs: "getDatabaseFigures" },
  { to: "/auditoria", label: "audit", icon: IconHistory, place: "platform", needs: "listAuditLog" },
] as const satisfies readonly {
  to: string;
  label: string;
  icon: unknown;
  place: Place;
  needs: Operation | null;
}[];

/** The entries for somebody who may do that, in a school or on the platform. */
export const entries = (can: (operation: Operation) => boolean, place: Place) =>
  menu.filter((entry) => entry.place === place && (entry.needs === null || can(entry.needs)));

/** Whether a screen belongs to that entry of the menu. */
export const isAt = (address: string, to: string) =>
  to === "/" ? address === "/" : `${address}/`.startsWith(`${to}/`);
