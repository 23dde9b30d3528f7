import type { Schemas } from "@/platform/api/api";

type NewGuardian = Schemas["NewGuardian"];

/** What a guardian may and must do for one student. */
export const flags = [
  "is_primary",
  "is_legal_representative",
  "has_custody",
  "portal_access",
  "can_pickup",
  "is_emergency_contact",
] as const;

export type Flag = (typeof flags)[number];

export type PersonValues = {
  document_type: Schemas["DocumentType"];
  document_number: string;
  full_name: string;
  phone: string;
  email: string;
};

/** A guardian as a form holds them before the school has the link. */
export type GuardianDraft = PersonValues & { relationship: string; another_person: boolean } & Record<Flag, boolean>;

export const noGuardian = (first: boolean): GuardianDraft => ({
  document_type: "CC",
  document_number: "",
  full_name: "",
  phone: "",
  email: "",
  relationship: "",
  is_primary: first,
  is_legal_representative: false,
  has_custody: false,
  portal_access: false,
  can_pickup: false,
  is_emergency_contact: first,
  another_person: false,
});

const texts = ["document_number", "full_name", "phone", "email", "relationship"] as const;

/** Whether nobody has written anything there. */
export const isBlank = (draft: Pick<GuardianDraft, (typeof texts)[number]>) =>
  texts.every((text) => !draft[text].trim());

/** What the service gets: without what is not given, and another_person only where somebody said it. */
export function guardianBody({ phone, email, another_person, ...draft }: GuardianDraft): NewGuardian {
  return {
    ...draft,
    ...(phone.trim() ? { phone } : {}),
    ...(email.trim() ? { email: email.trim() } : {}),
    ...(another_person ? { another_person } : {}),
  };
}

/** The guardians of a brother or sister, for the next child of the family. */
export const draftsOf = (links: readonly Schemas["StudentGuardian"][]): GuardianDraft[] =>
  links
    .filter((link) => link.document_number && link.is_active !== false)
    .map((link) => ({
      document_type: link.document_type ?? "CC",
      document_number: link.document_number ?? "",
      full_name: link.full_name,
      phone: link.phone ?? "",
      email: link.email ?? "",
      relationship: link.relationship,
      is_primary: link.is_primary ?? false,
      is_legal_representative: link.is_legal_representative ?? false,
      has_custody: link.has_custody ?? false,
      portal_access: link.portal_access ?? false,
      can_pickup: link.can_pickup ?? false,
      is_emergency_contact: link.is_emergency_contact ?? false,
      another_person: false,
    }));

export type Known = Pick<Schemas["Guardian"], "full_name" | "phone" | "email">;
export type PersonField = "full_name" | "phone" | "email";

const folded: Record<PersonField, (text: string) => string> = {
  full_name: (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase(),
  phone: (text) => text.replace(/\D/g, "").replace(/^57(?=\d{10}$)/, ""),
  email: (text) => text.trim().toLowerCase(),
};

/** Where somebody describes a known person otherwise than the school knows them; what is not written differs in nothing. */
export const differences = (known: Known, typed: Partial<Record<PersonField, string>>) =>
  (["full_name", "phone", "email"] as const)
    .filter((field) => typed[field]?.trim() && folded[field](typed[field]) !== folded[field](known[field] ?? ""))
    .map((field) => ({ field, kept: known[field] ?? "", sent: typed[field]?.trim() ?? "" }));
