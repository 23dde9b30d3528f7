import type { es } from "./words.es";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof es };
    returnNull: false;
  }
}
