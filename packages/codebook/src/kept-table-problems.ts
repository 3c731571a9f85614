import { file, oneOf, optional, problem, quoted, saying, several, text } from "@osteon/words";

const ADMINISTRATION = {
  en: "An administrator says which roles see which tables (Administration, Kept tables).",
  de: "Die Verwaltung legt fest, welche Rollen welche Tabellen sehen (Verwaltung, Vorenthaltene Tabellen).",
};

/** What is said of tables that are kept from a role. */
export const KEPT_TABLE_PROBLEMS = {
  "table-kept": problem(
    { centre: optional(text), tables: optional(several(file)) },
    {
      en: (v) => ({
        says:
          v.tables === undefined
            ? "This is about a table that is kept from your role."
            : `Kept from your role at ${v.centre ?? ""}: ${v.tables}.`,
        fix: ADMINISTRATION.en,
      }),
      de: (v) => ({
        says:
          v.tables === undefined
            ? "Diese Tabelle ist Ihrer Rolle vorenthalten."
            : `Ihrer Rolle an ${v.centre ?? ""} vorenthalten: ${v.tables}.`,
        fix: ADMINISTRATION.de,
      }),
    },
  ),
  "tables-kept": problem(
    { centre: text, tables: several(file) },
    {
      en: (v) => ({
        says: `This is made of whole charts, and from your role at ${v.centre} these tables are kept: ${v.tables}.`,
        fix: "Ask somebody whose role sees them: nothing is made of a part of the charts.",
      }),
      de: (v) => ({
        says: `Das entsteht aus ganzen Akten, und Ihrer Rolle an ${v.centre} sind diese Tabellen vorenthalten: ${v.tables}.`,
        fix: "Jemanden bitten, dessen Rolle sie sieht: Aus einem Teil der Akten wird nichts gemacht.",
      }),
    },
  ),
  "kept-hanging": saying({
    en: [
      "Who is kept from a table is kept from those whose rows hang on its rows.",
      "Keep those tables from the same roles.",
    ],
    de: [
      "Wem eine Tabelle vorenthalten ist, dem sind auch die vorenthalten, deren Zeilen an ihr hängen.",
      "Diese Tabellen denselben Rollen vorenthalten.",
    ],
  }),
  "kept-no-table": problem(
    { table: quoted },
    {
      en: (v) => ({ says: `There is no table ${v.table}.`, fix: "Name tables of the chart." }),
      de: (v) => ({ says: `Eine Tabelle ${v.table} gibt es nicht.`, fix: "Tabellen der Akte nennen." }),
    },
  ),
  "kept-needed": problem(
    { table: file },
    {
      en: (v) => ({
        says: `Everybody who sees charts needs this table: ${v.table}.`,
        fix: "Leave it: every row is of a child, and signatures and locks are of visits.",
      }),
      de: (v) => ({
        says: `Diese Tabelle brauchen alle, die Akten sehen: ${v.table}.`,
        fix: "Sie lassen: Jede Zeile gehört zu einem Kind, und Unterschriften und Sperren gelten Visiten.",
      }),
    },
  ),
  "kept-no-role": problem(
    { roles: several(oneOf("data_manager", "investigator", "study_nurse", "monitor", "statistician")) },
    {
      en: (v) => ({ says: "A role is named that has no charts to be kept from.", fix: `Roles: ${v.roles}.` }),
      de: (v) => ({
        says: "Eine der Rollen hat keine Akten, die ihr vorenthalten werden könnten.",
        fix: `Rollen: ${v.roles}.`,
      }),
    },
  ),
  "kept-from-all": problem(
    { table: file },
    {
      en: (v) => ({
        says: `Nobody would see this table: ${v.table}.`,
        fix: "Leave one role at least that sees it.",
      }),
      de: (v) => ({
        says: `Diese Tabelle sähe niemand mehr: ${v.table}.`,
        fix: "Mindestens eine Rolle lassen, die sie sieht.",
      }),
    },
  ),
} as const;
