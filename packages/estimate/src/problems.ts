import { problem, several, text } from "@osteon/words";

/** What counting asks about. */
export const ESTIMATE_PROBLEMS = {
  "level-not-named": problem(
    { column: text, named: several(text) },
    {
      en: (v) => ({
        says: `${v.column} has a value that the analysis does not name (${v.named}): it is counted as other`,
        fix: "Name it among the levels, or leave its rows out by where.",
      }),
      de: (v) => ({
        says: `${v.column} hat einen Wert, den die Auswertung nicht nennt (${v.named}): Er zählt als „other“.`,
        fix: "Ihn unter den Stufen nennen oder seine Zeilen mit where weglassen.",
      }),
    },
  ),
} as const;
