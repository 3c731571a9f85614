import { bilingual } from "../words/words.ts";

/** Words about runs that are named, kept, compared and thrown away, and about studies and their runs. */
export const RUNS_WORDS = bilingual({
  noRun: [
    "There is no such run: it was thrown away, or the address is wrong.",
    "Diesen Lauf gibt es nicht: Er wurde weggeworfen, oder die Adresse stimmt nicht.",
  ],
  toStudies: ["To the studies and their runs", "Zu den Studien und ihren Läufen"],
  nameRun: ["Name this run", "Lauf benennen"],
  name: ["Name", "Name"],
  save: ["Save", "Speichern"],
  keep: ["Keep", "Aufheben"],
  letGo: ["Let go", "Freigeben"],
  kept: ["kept", "aufgehoben"],
  asOf: ["as of", "Stand"],
  asOfOf: [(study: string) => `As of which day: ${study}`, (study: string) => `Stand welchen Tages: ${study}`],
  asOfNone: ["No day: all that the charts hold.", "Ohne Tag: alles, was die Akten enthalten."],
  asOfHint: [
    "The charts as they stood at the end of that day: later visits, results and drugs are not in it.",
    "Die Akten, wie sie am Ende dieses Tages waren: Spätere Visiten, Befunde und Medikamente sind nicht dabei.",
  ],
  asOfDay: [(day: string) => `as of ${day}`, (day: string) => `Stand ${day}`],
  throwAway: ["Throw away", "Wegwerfen"],
  throwAwayTitle: ["Throw this run away?", "Diesen Lauf wegwerfen?"],
  throwAwaySays: [
    "Its report, its numbers and everything else that it wrote go. The trail keeps that it was there, and why it went.",
    "Bericht, Zahlen und alles andere, was er geschrieben hat, verschwinden. Das Protokoll behält, dass es ihn gab und warum er ging.",
  ],
  compareLead: [
    "Which numbers are not the same as in an earlier run of the study, and by which children.",
    "Welche Zahlen anders sind als in einem früheren Lauf der Studie, und durch welche Kinder.",
  ],
  earlier: ["Compare with the run", "Vergleichen mit dem Lauf"],
  choose: ["Choose a run", "Lauf wählen"],
  noOther: [
    "The study has no other finished run. Run it again once charts have changed.",
    "Die Studie hat keinen anderen fertigen Lauf. Rechnen Sie sie wieder, wenn sich Akten geändert haben.",
  ],
  nothingMoved: ["No number moved.", "Keine Zahl hat sich geändert."],
  moved: [
    (n: number) => `${n} ${n === 1 ? "number has" : "numbers have"} moved.`,
    (n: number) => `${n} ${n === 1 ? "Zahl hat" : "Zahlen haben"} sich geändert.`,
  ],
  number: ["Number", "Zahl"],
  before: ["Before", "Vorher"],
  after: ["After", "Nachher"],
  byWhom: ["By whom?", "Durch wen?"],
  byWhomOf: [
    (number: string) => `By whom ${number} moved`,
    (number: string) => `Durch wen sich ${number} geändert hat`,
  ],
  missing: ["not there", "nicht da"],
  more: [(n: number) => `Show ${n} more`, (n: number) => `${n} weitere zeigen`],
  details: [
    "Limits, tests of normality and points of curves, too",
    "Auch Grenzen, Tests auf Normalverteilung und Punkte von Kurven",
  ],
  added: ["was not counted, and is", "wurde nicht gezählt und wird es nun"],
  removed: ["was counted, and is not", "wurde gezählt und wird es nicht mehr"],
  otherwise: ["is counted otherwise", "wird anders gezählt"],
  nobody: [
    "The same children in the same cells stand behind both: the study counts them otherwise, or others of its numbers moved.",
    "Hinter beiden stehen dieselben Kinder in denselben Zellen: Die Studie rechnet anders, oder andere ihrer Zahlen haben sich geändert.",
  ],
  studyChanged: [
    "The study itself is not the same: a number may have moved by that.",
    "Die Studie selbst ist nicht dieselbe: Auch dadurch kann sich eine Zahl geändert haben.",
  ],
  studyRewritten: [
    "The study says the same about its numbers; its report, what a paper printed or its varied assumptions changed.",
    "Über ihre Zahlen sagt die Studie dasselbe; geändert hat sich ihr Bericht, was eine Arbeit gedruckt hat oder welche Annahmen sie ändert.",
  ],
  place: ["Place", "Stelle"],
  model: [(name: string) => `model ${name}`, (name: string) => `Modell ${name}`],
  wasAdded: ["added", "neu"],
  wasRemoved: ["removed", "entfernt"],
  wasChanged: ["changed", "geändert"],
  report: ["report", "Bericht"],
  published: ["printed numbers", "gedruckte Zahlen"],
  sensitivity: ["varied assumptions", "geänderte Annahmen"],
  whenever: [
    (disease: string) => `${disease}: whenever diagnosed.`,
    (disease: string) => `${disease}: wann immer diagnostiziert.`,
  ],
  countsAll: [
    (n: string) => `It counts all ${n} such children of these charts.`,
    (n: string) => `Sie zählt alle ${n} solchen Kinder dieser Akten.`,
  ],
  countsOne: ["It counts the one such child of these charts.", "Sie zählt das eine solche Kind dieser Akten."],
  countsSome: [
    (n: string, of: string) => `It counts ${n} of ${of} such children of these charts.`,
    (n: string, of: string) => `Sie zählt ${n} von ${of} solchen Kindern dieser Akten.`,
  ],
  countsNone: [
    "These charts hold no such child yet that studies may use: a run tells that there is nobody.",
    "Diese Akten haben noch kein solches Kind, das Studien zählen dürfen: Ein Lauf sagt, dass niemand da ist.",
  ],
  newestSays: [
    (when: string) => `What its newest run says of these children (${when}):`,
    (when: string) => `Was ihr neuester Lauf über diese Kinder sagt (${when}):`,
  ],
  changedSince: [
    "The study has changed since; run it again.",
    "Die Studie hat sich seither geändert; rechnen Sie sie neu.",
  ],
  takenIn: [
    (who: string, when: string) => `Taken in by ${who}, ${when}.`,
    (who: string, when: string) => `Aufgenommen von ${who}, ${when}.`,
  ],
  version: [(version: string) => `Version ${version}`, (version: string) => `Fassung ${version}`],
  runsOf: [(study: string) => `Runs of ${study}`, (study: string) => `Läufe von ${study}`],
  runsOfOthers: ["Runs of studies that are no longer here", "Läufe von Studien, die nicht mehr hier sind"],
  runStudy: [(study: string) => `Run the study: ${study}`, (study: string) => `Studie rechnen: ${study}`],
  allRuns: [(n: number) => `Show all ${n} runs`, (n: number) => `Alle ${n} Läufe zeigen`],
  where: ["Where", "Wo"],
});
