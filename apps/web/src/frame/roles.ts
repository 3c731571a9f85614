import type { Language } from "@osteon/words";

const ROLES: Readonly<Record<string, readonly [english: string, german: string]>> = {
  administrator: ["Administrator", "Verwaltung"],
  data_manager: ["Data manager", "Datenmanagement"],
  investigator: ["Investigator", "Prüfärztin oder Prüfarzt"],
  study_nurse: ["Study nurse", "Studienpflege"],
  monitor: ["Monitor", "Monitoring"],
  statistician: ["Statistician", "Statistik"],
};

/** The roles a person can have, in the order of their rights. */
export const ROLE_NAMES = Object.keys(ROLES);

export const roleWords = (role: string, language: Language): string => ROLES[role]?.[language === "de" ? 1 : 0] ?? role;
