import { account } from "@/account/words.es";
import { platform } from "@/platform/i18n/words.es";
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
    visiting: "Está viendo {{school}}",
    leaveSchool: "Salir del colegio",
    find: "Buscar persona, estudiante o pantalla",
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
  student,
} as const;
