import type { GermanCodes } from "./sentence-form.ts";

/** What is said of tables that are kept from a role. */
export const KEPT_TABLES: GermanCodes = {
  "table-kept": {
    says: "Diese Tabelle ist Ihrer Rolle vorenthalten.",
    fix: "Die Verwaltung legt fest, welche Rollen welche Tabellen sehen (Verwaltung, Vorenthaltene Tabellen).",
    forms: [["Kept from your role at {centre}: {tables:tables}.", "Ihrer Rolle an {centre} vorenthalten: {tables}."]],
  },
  "tables-kept": {
    says: "Dafür braucht es alle Tabellen, und einige sind Ihrer Rolle vorenthalten.",
    fix: "Jemanden bitten, dessen Rolle sie sieht: Aus einem Teil der Akten wird nichts gemacht.",
    forms: [
      [
        "This is made of whole charts, and from your role at {centre} these tables are kept: {tables:tables}.",
        "Das entsteht aus ganzen Akten, und Ihrer Rolle an {centre} sind diese Tabellen vorenthalten: {tables}.",
      ],
    ],
  },
  "kept-hanging": {
    says: "Wem eine Tabelle vorenthalten ist, dem sind auch die vorenthalten, deren Zeilen an ihr hängen.",
    fix: "Diese Tabellen denselben Rollen vorenthalten.",
  },
  "kept-no-table": { says: "Diese Tabelle gibt es nicht.", fix: "Tabellen der Akte nennen." },
  "kept-needed": {
    says: "Diese Tabelle brauchen alle, die Akten sehen.",
    fix: "Sie lassen: Jede Zeile gehört zu einem Kind, und Unterschriften und Sperren gelten Visiten.",
    forms: [
      [
        "Everybody who sees charts needs this table: {tables:tables}.",
        "Diese Tabelle brauchen alle, die Akten sehen: {tables}.",
      ],
    ],
  },
  "kept-no-role": {
    says: "Eine der Rollen hat keine Akten, die ihr vorenthalten werden könnten.",
    fix: "Rollen nennen, die mit Akten arbeiten.",
  },
  "kept-from-all": {
    says: "Diese Tabelle sähe niemand mehr.",
    fix: "Mindestens eine Rolle lassen, die sie sieht.",
    forms: [["Nobody would see this table: {tables:tables}.", "Diese Tabelle sähe niemand mehr: {tables}."]],
  },
};
