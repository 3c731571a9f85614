import { day, number, oneOf, optional, problem, several, text } from "@osteon/words";

/** What can be wrong with choices of which a study is made. */
export const CHOOSING_PROBLEMS = {
  "choice-unknown": problem(
    { what: oneOf("offer", "time-point"), given: several(text), known: optional(several(text)) },
    {
      en: (v) =>
        v.what === "offer"
          ? { says: `there is no ${v.given} to choose here`, fix: "Choose one that the page offers." }
          : { says: `The follow-up plan has no time point ${v.given}.`, fix: `Choose of ${v.known ?? ""}.` },
      de: (v) =>
        v.what === "offer"
          ? { says: `${v.given} gibt es hier nicht zu wählen.`, fix: "Etwas wählen, das die Seite anbietet." }
          : { says: `Der Nachsorgeplan hat keinen Zeitpunkt ${v.given}.`, fix: `Wählbar sind ${v.known ?? ""}.` },
    },
  ),
  "choice-value": problem(
    {
      because: oneOf("days", "no-number", "counted", "timeless", "many", "twice", "choice", "yes-no", "number"),
      of: text,
      value: optional(text),
      comparison: optional(oneOf("at-least", "at-most")),
      from: optional(day),
      to: optional(day),
      least: optional(number),
      most: optional(number),
      decimals: optional(number),
    },
    {
      en: (v) => {
        const cannot = `${v.of} cannot be "${v.value ?? ""}"`;
        switch (v.because) {
          case "days":
            return { says: `${v.from ?? ""} lies after ${v.to ?? ""}`, fix: "Swap the two days." };
          case "no-number":
            return { says: `${v.of} is no number and has no ${v.comparison ?? ""}`, fix: "Choose another comparison." };
          case "counted":
            return { says: `${v.of} is counted in days and never just that`, fix: "Choose at least or at most." };
          case "timeless":
            return { says: `${v.of} holds for the child as such and has no time`, fix: "Choose at any time." };
          case "many":
            return { says: `${v.of} is compared with more than one number`, fix: "Keep one of them." };
          case "twice":
            return { says: `${v.of} is chosen twice`, fix: "Keep one of them." };
          case "choice":
            return { says: cannot, fix: "Choose one of its values." };
          case "yes-no":
            return { says: cannot, fix: "Choose yes or no." };
          case "number":
            return {
              says: cannot,
              fix: `Type a number from ${v.least ?? ""} to ${v.most ?? ""} with at most ${v.decimals ?? ""} decimals.`,
            };
        }
      },
      de: (v) => {
        const cannot = `${v.of} kann nicht „${v.value ?? ""}“ sein.`;
        switch (v.because) {
          case "days":
            return { says: `${v.from ?? ""} liegt nach ${v.to ?? ""}.`, fix: "Die beiden Tage tauschen." };
          case "no-number":
            return {
              says: `${v.of} ist keine Zahl und kennt kein „${v.comparison === "at-least" ? "mindestens" : "höchstens"}“.`,
              fix: "Einen anderen Vergleich wählen.",
            };
          case "counted":
            return {
              says: `${v.of} wird in Tagen gezählt und ist nie genau ein Wert.`,
              fix: "„Mindestens“ oder „höchstens“ wählen.",
            };
          case "timeless":
            return { says: `${v.of} gilt für das Kind an sich und hat keine Zeit.`, fix: "„Jemals“ wählen." };
          case "many":
            return { says: `${v.of} wird mit mehr als einer Zahl verglichen.`, fix: "Eine davon behalten." };
          case "twice":
            return { says: `${v.of} ist zweimal gewählt.`, fix: "Eines davon behalten." };
          case "choice":
            return { says: cannot, fix: "Einen der Werte wählen." };
          case "yes-no":
            return { says: cannot, fix: "Ja oder Nein wählen." };
          case "number":
            return {
              says: cannot,
              fix: `Eine Zahl von ${v.least ?? ""} bis ${v.most ?? ""} schreiben, mit höchstens ${v.decimals ?? ""} Nachkommastellen.`,
            };
        }
      },
    },
  ),
  "choice-missing": problem(
    { what: oneOf("time-point", "groups-by-drug", "value", "drugs-or-classes"), of: optional(text) },
    {
      en: (v) =>
        ({
          "time-point": {
            says: "outcomes and findings are told at time points, and none is chosen",
            fix: "Choose a time point.",
          },
          "groups-by-drug": {
            says: "the time to the last stop of the drug needs groups by drugs",
            fix: "Choose groups by drug, class or plan.",
          },
          value: { says: `${v.of ?? ""} is compared with nothing`, fix: "Choose or type a value." },
          "drugs-or-classes": { says: "a group is drugs, or classes of drugs", fix: "Choose one of them." },
        })[v.what],
      de: (v) =>
        ({
          "time-point": {
            says: "Ergebnisse und Befunde werden zu Zeitpunkten gesagt, und keiner ist gewählt.",
            fix: "Einen Zeitpunkt wählen.",
          },
          "groups-by-drug": {
            says: "Die Zeit bis zum letzten Absetzen des Medikaments braucht Gruppen nach Medikamenten.",
            fix: "Gruppen nach Medikament, Klasse oder Plan wählen.",
          },
          value: { says: `${v.of ?? ""} wird mit nichts verglichen.`, fix: "Einen Wert wählen oder schreiben." },
          "drugs-or-classes": {
            says: "Eine Gruppe sind Medikamente oder Klassen von Medikamenten.",
            fix: "Eines von beiden wählen.",
          },
        })[v.what],
    },
  ),
} as const;
