import type { components } from "@/platform/api/schema";
import { faults } from "./faults.es.gen";

type Code = components["schemas"]["ViolationCode"];

/** The sentences for faults that no file can have. */
const ofForms: Record<Exclude<Code, keyof typeof faults>, string> = {
  second_primary: "Un estudiante tiene un solo acudiente principal.",
  restriction_in_force: "La restricción está vigente. Se levanta con un motivo, no cambiando sus fechas.",
  restriction_stands: "Esta persona tiene una restricción más fuerte, que se conserva.",
  lift_without_reason: "Escriba el motivo para levantar la restricción.",
  reason_without_lift: "El motivo solo acompaña el levantamiento de una restricción.",
  pending_status: "La persona todavía no tiene cuenta; su estado cambia cuando acepte la invitación.",
  not_a_nit: "No es un NIT. Escríbalo con su dígito de verificación, por ejemplo 900123456-8.",
};

/** A sentence for every fault of a field; a code without one does not compile. */
export const sentences: Record<Code, string> = { ...faults, ...ofForms };
