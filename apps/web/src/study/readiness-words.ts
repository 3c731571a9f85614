import { bilingual } from "../words/words.ts";

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const READINESS_WORDS = bilingual({
  title: ["Would this registry freeze?", "Ließe sich dieses Register einfrieren?"],
  freezes: [
    (queries: number) =>
      queries === 0
        ? "Yes: every rule holds, and nothing is asked."
        : `Yes: every rule holds. ${plural(queries, "value is", "values are")} asked about.`,
    (queries: number) =>
      queries === 0
        ? "Ja: Alle Regeln sind eingehalten, und nichts ist fraglich."
        : `Ja: Alle Regeln sind eingehalten. Fraglich: ${plural(queries, "Wert", "Werte")}.`,
  ],
  refused: [
    (n: number) => `No: ${plural(n, "problem stands", "problems stand")} against it.`,
    (n: number) => `Nein: ${plural(n, "Problem steht", "Probleme stehen")} dagegen.`,
  ],
  drafts: [
    (n: number) =>
      `A run leaves ${plural(n, "child", "children")} out that ${n === 1 ? "is a draft and has" : "are drafts and have"} complete rows:`,
    (n: number) =>
      `Eine Auswertung lässt ${plural(n, "Kind", "Kinder")} aus, noch Entwurf, aber mit vollständigen Zeilen:`,
  ],
  rows: [(n: number) => plural(n, "row", "rows"), (n: number) => plural(n, "Zeile", "Zeilen")],
  left: [
    (n: number) => `${plural(n, "child stays", "children stay")} out by consent.`,
    (n: number) => `Ohne Einwilligung außen vor: ${plural(n, "Kind", "Kinder")}.`,
  ],
  list: [(n: number) => `Show them (${n})`, (n: number) => `Zeigen (${n})`],
});
