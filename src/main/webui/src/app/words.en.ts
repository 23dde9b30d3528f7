import { account } from "@/account/words.en";
import { audit } from "@/compliance/words.en";
import { home } from "@/home/words.en";
import { installation } from "@/installation/words.en";
import { person } from "@/person/words.en";
import type { Shape } from "@/platform/i18n/i18n";
import { platform } from "@/platform/i18n/words.en";
import { school } from "@/school/words.en";
import { guardian } from "@/student/guardianWords.en";
import { importing } from "@/student/importing/words.en";
import { student } from "@/student/words.en";
import type { es } from "./words.es";

export const en: Shape<typeof es> = {
  ...platform,
  app: {
    name: "Athena",
    menu: "Menu",
    skip: "Skip to content",
    light: "Use light colours",
    dark: "Use dark colours",
    language: "Español",
    signOut: "Sign out",
    myAccount: "My account",
    changeSchool: "Change school",
    schools: "Your schools",
    visiting: "You are looking at {{school}}",
    leaveSchool: "Leave the school",
    find: "Find a person, a student or a screen",
    findShort: "Search",
    found: "What was found",
    foundNothing: "Nothing was found.",
    recent: "Opened lately",
    screens: "Screens",
    keysScreen: "On this screen",
    keysGeneral: "Everywhere",
    keyFind: "Find a person, a student or a screen",
    keySearch: "Go to the search of the list",
    keyHelp: "Show the keys",
    keyClose: "Close",
    keys: "Keys",
    brokenTitle: "This screen failed",
    brokenText: "The error has been recorded. Load the page again; what you saved is safe.",
    reload: "Load again",
    notFoundTitle: "There is nothing here",
    notFoundText: "The address is misspelt, or what was here has been removed.",
    goHome: "Go to the start",
  },
  nav: {
    home: "Home",
    students: "Students",
    guardians: "Guardians",
    people: "People",
    school: "School",
    years: "School year",
    settings: "Settings",
    audit: "Audit log",
    schools: "Schools",
    service: "Service",
  },
  account,
  person,
  school,
  guardian,
  student,
  importing,
  audit,
  installation,
  home,
};
