import { problem, quoted, several, table, text } from "@osteon/words";

/** What is said of tables that are kept from a role, and of a rule that keeps them. */
export const KEPT_PROBLEMS = {
  "table-kept": problem(
    { centre: text, tables: several(table) },
    {
      en: (v) => ({
        says: `Kept from your role at ${v.centre}: ${v.tables}.`,
        fix: "An administrator says which roles see which tables (Administration, Kept tables).",
      }),
      de: (v) => ({
        says: `Ihrer Rolle an ${v.centre} vorenthalten: ${v.tables}.`,
        fix: "Die Verwaltung legt fest, welche Rollen welche Tabellen sehen (Verwaltung, Vorenthaltene Tabellen).",
      }),
    },
  ),
  "tables-kept": problem(
    { centre: text, tables: several(table) },
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
  "kept-no-table": problem(
    { name: quoted },
    {
      en: (v) => ({ says: `There is no table ${v.name}.`, fix: "Name tables of the chart." }),
      de: (v) => ({ says: `Die Tabelle ${v.name} gibt es nicht.`, fix: "Tabellen der Akte nennen." }),
    },
  ),
  "kept-needed": problem(
    { table },
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
    {},
    {
      en: () => ({
        says: "A role is named that has no charts to be kept from.",
        fix: "Name roles that work on charts.",
      }),
      de: () => ({
        says: "Eine der Rollen hat keine Akten, die ihr vorenthalten werden könnten.",
        fix: "Rollen nennen, die mit Akten arbeiten.",
      }),
    },
  ),
  "kept-from-all": problem(
    { table },
    {
      en: (v) => ({ says: `Nobody would see this table: ${v.table}.`, fix: "Leave one role at least that sees it." }),
      de: (v) => ({
        says: `Diese Tabelle sähe niemand mehr: ${v.table}.`,
        fix: "Mindestens eine Rolle lassen, die sie sieht.",
      }),
    },
  ),
};
