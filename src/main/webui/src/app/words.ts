import type { AllWords } from "./laterWords";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: AllWords };
    returnNull: false;
  }
}
