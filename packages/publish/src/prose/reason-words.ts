import type { Reason } from "@osteon/stats";
import type { Language, Pair } from "@osteon/words";

/** Why there is no number, in words that a reader of a report understands. `nobody` is said of an empty group. */
const REASONS: Readonly<Record<Reason | "nobody" | "not-collected", Pair>> = {
  nobody: { en: "no such child", de: "kein solches Kind" },
  "not-collected": { en: "not collected then", de: "damals nicht erfasst" },
  "no-values": { en: "no value is known", de: "kein Wert ist bekannt" },
  "one-value": { en: "one value is known", de: "nur ein Wert ist bekannt" },
  "no-variation": { en: "all values are equal", de: "alle Werte sind gleich" },
  "too-few-values": { en: "too few values are known", de: "zu wenige Werte sind bekannt" },
  "too-many-values": { en: "too many values for this method", de: "zu viele Werte für diese Methode" },
  "empty-margin": { en: "a row or column of the table is empty", de: "eine Zeile oder Spalte der Tafel ist leer" },
  "one-group": { en: "nobody stands in the other group", de: "in der anderen Gruppe ist niemand" },
  "no-events": { en: "it happened to nobody", de: "bei keinem Kind eingetreten" },
  "not-reached": { en: "not reached within follow-up", de: "in der Beobachtungszeit nicht erreicht" },
  "beyond-follow-up": { en: "nobody was followed so long", de: "niemand wurde so lange beobachtet" },
  "survival-zero": { en: "nobody is left", de: "niemand ist übrig" },
  ties: { en: "too many values are equal", de: "zu viele Werte sind gleich" },
  "too-many-tables": { en: "too many tables for this method", de: "zu viele Tafeln für diese Methode" },
  unbounded: { en: "it has no bound", de: "ohne Grenze" },
  collinear: { en: "two of the variables say the same", de: "zwei der Variablen sagen dasselbe" },
  "constant-at-risk": {
    en: "it never differs among those it is compared with",
    de: "unter den jeweils Verglichenen ohne Unterschied",
  },
  "monotone-likelihood": {
    en: "a variable separates those with and without events",
    de: "eine Variable trennt Kinder mit und ohne Ereignis",
  },
  "not-identified": { en: "the data say nothing about it", de: "die Daten sagen nichts darüber" },
  "no-root": { en: "no such value was found", de: "kein solcher Wert wurde gefunden" },
  "no-method": { en: "the method has no form for such data", de: "die Methode hat keine Form für solche Daten" },
  separation: { en: "a variable separates the groups", de: "eine Variable trennt die Gruppen" },
  "not-proportional": { en: "the hazards are not proportional", de: "die Hazards sind nicht proportional" },
};

/** The words for a code; a code of another version is said as it is. */
export function reasonWords(because: string | undefined, language: Language = "en"): string {
  return (
    Object.entries(REASONS).find(([code]) => code === because)?.[1][language] ?? (because ?? "").replaceAll("-", " ")
  );
}
