import type { GermanCodes } from "./sentence-form.ts";

/** What the database says of tables that are kept from a role, without naming them. */
export const KEPT_TABLES: GermanCodes = {
  "kept-from-role": {
    says: "Das betrifft eine Tabelle, die Ihrer Rolle vorenthalten ist.",
    fix: "Die Verwaltung legt fest, welche Rollen welche Tabellen sehen (Verwaltung, Vorenthaltene Tabellen).",
  },
  "kept-hanging": {
    says: "Wem eine Tabelle vorenthalten ist, dem sind auch die vorenthalten, deren Zeilen an ihr hängen.",
    fix: "Diese Tabellen denselben Rollen vorenthalten.",
  },
};
