import type { account } from "@/account/words.es";
import type { audit } from "@/compliance/words.es";
import type { home } from "@/home/words.es";
import type { installation } from "@/installation/words.es";
import type { person } from "@/person/words.es";
import type { school } from "@/school/words.es";
import type { guardian } from "@/student/guardianWords.es";
import type { importing } from "@/student/importing/words.es";
import type { student } from "@/student/words.es";
import type { es } from "./words.es";

/** All words there are, for the compiler: a word that no feature has does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: {
      translation: typeof es & {
        account: typeof account;
        audit: typeof audit;
        home: typeof home;
        installation: typeof installation;
        person: typeof person;
        school: typeof school;
        student: typeof student;
        importing: typeof importing;
        guardian: typeof guardian;
      };
    };
    returnNull: false;
  }
}
