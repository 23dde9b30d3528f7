import type { Shape } from "@/platform/i18n/i18n";
import type { account as spanish } from "./words.es";

export const account: Shape<typeof spanish> = {
  title: "Sign in to Athena",
  lead: "Your school's management",
  email: "E-mail",
  password: "Password",
  enter: "Sign in",
  wrong: "The e-mail and the password do not match.",
  notConfirmed: "Confirm your e-mail first: open the link that we sent you.",
  banned: "This account is blocked. Talk to your school.",
  tooMany: "There were many attempts. Wait a few minutes.",
  failed: "Signing in did not work right now. Try again.",
  shared: "This computer is shared",
  sharedHint: "The session ends when the tab is closed or after 15 idle minutes.",
  byLink: "Sign in with a link by e-mail",
  forgot: "Forgot your password?",
  againTitle: "Your session has ended",
  againText: "Sign in again to go on where you were. What you typed is still here.",
  another: "Sign in with another account",
  chooseTitle: "Choose the school",
  chooseText: "You work in several schools. Which one do you want to open?",
  noSchoolTitle: "You do not belong to a school yet",
  noSchoolText: "Ask the head of your school to invite you with this e-mail: {{email}}.",
  platform: "Manage the platform",
};
