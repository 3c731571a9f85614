import type { Me, Role } from "@osteon/api";
import type { Language } from "@osteon/words";

const ROLES: Readonly<Record<Role, readonly [english: string, german: string]>> = {
  administrator: ["Administrator", "Verwaltung"],
  data_manager: ["Data manager", "Datenmanagement"],
  investigator: ["Investigator", "Prüfärztin oder Prüfarzt"],
  study_nurse: ["Study nurse", "Studienpflege"],
  monitor: ["Monitor", "Monitoring"],
  statistician: ["Statistician", "Statistik"],
  image_reader: ["Reader of images", "Bildbefundung"],
};

/** The roles a person can have, in the order of their rights. */
export const ROLE_NAMES: readonly Role[] = [
  "administrator",
  "data_manager",
  "investigator",
  "study_nurse",
  "monitor",
  "statistician",
  "image_reader",
];

/** A role by its name; nothing where it is another word. */
export const roleNamed = (name: string): Role | undefined => ROLE_NAMES.find((role) => role === name);

export function roleWords(name: string, language: Language): string {
  const role = roleNamed(name);
  return role === undefined ? name : ROLES[role][language === "de" ? 1 : 0];
}

/** The roles of a person with their centres, each once. */
export const rolesInWords = ({ rights }: Me, language: Language): string =>
  [
    ...new Set(rights.map(({ role, centre }) => `${roleWords(role, language)}${centre === null ? "" : `, ${centre}`}`)),
  ].join(" · ");
