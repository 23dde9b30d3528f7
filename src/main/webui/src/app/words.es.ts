import { account } from "@/account/words.es";
import { audit } from "@/compliance/words.es";
import { home } from "@/home/words.es";
import { installation } from "@/installation/words.es";
import { person } from "@/person/words.es";
import { platform } from "@/platform/i18n/words.es";
import { school } from "@/school/words.es";
import { guardian } from "@/student/guardianWords.es";
import { importing } from "@/student/importing/words.es";
import { student } from "@/student/words.es";

export const es = {
  ...platform,
  app: {
    name: "Athena",
    menu: "Menú",
    skip: "Ir al contenido",
    light: "Usar colores claros",
    dark: "Usar colores oscuros",
    language: "English",
    signOut: "Salir",
    myAccount: "Mi cuenta",
    changeSchool: "Cambiar de colegio",
    schools: "Sus colegios",
    visiting: "Está viendo {{school}}",
    leaveSchool: "Salir del colegio",
    find: "Buscar persona, estudiante o pantalla",
    findShort: "Buscar",
    found: "Lo que se encontró",
    foundNothing: "No se encontró nada.",
    recent: "Abierto hace poco",
    screens: "Pantallas",
    keysScreen: "En esta pantalla",
    keysGeneral: "En todas partes",
    keyFind: "Buscar una persona, un estudiante o una pantalla",
    keySearch: "Ir a la búsqueda de la lista",
    keyHelp: "Ver las teclas",
    keyClose: "Cerrar",
    keys: "Teclas",
    brokenTitle: "Esta pantalla falló",
    brokenText: "El error ya quedó registrado. Vuelva a cargar la página; lo que guardó está a salvo.",
    reload: "Volver a cargar",
    notFoundTitle: "Aquí no hay nada",
    notFoundText: "La dirección está mal escrita, o lo que había se quitó.",
    goHome: "Ir al inicio",
  },
  nav: {
    home: "Inicio",
    students: "Estudiantes",
    guardians: "Acudientes",
    people: "Personas",
    school: "Colegio",
    years: "Año escolar",
    settings: "Ajustes",
    audit: "Auditoría",
    schools: "Colegios",
    service: "Servicio",
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
} as const;
