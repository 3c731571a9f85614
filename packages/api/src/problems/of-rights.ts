import { problem, saying, sayings, text } from "@osteon/words";

const ASK = {
  administrator: { en: "Ask an administrator.", de: "An die Administration wenden." },
  manager: { en: "Ask the data manager of your centre.", de: "An das Datenmanagement Ihres Zentrums wenden." },
} as const;
const PSEUDONYM = { en: "Check the pseudonym.", de: "Das Pseudonym prüfen." } as const;
const NUMBER = { en: "Check the number.", de: "Die Nummer prüfen." } as const;
const RESULTS = {
  en: "See its results.json.",
  de: "Die results.json des Laufs zeigt, was es gibt.",
} as const;

/** What somebody may not, and what there is not, or not for them. */
export const RIGHT_PROBLEMS = {
  "not-allowed": sayings({
    "by-role": {
      en: ["Your role does not allow this here.", "Ask an administrator if it should."],
      de: ["Ihre Rolle erlaubt das hier nicht.", "Die Administration fragen, ob sie es sollte."],
    },
    administrators: {
      en: ["Only an administrator may do this.", ASK.administrator.en],
      de: ["Das darf nur die Administration.", ASK.administrator.de],
    },
    "studies-taken-in": {
      en: ["Studies are taken in by administrators.", ASK.administrator.en],
      de: ["Studien nimmt die Administration auf.", ASK.administrator.de],
    },
    trail: {
      en: ["Your role does not read the trail here.", ASK.manager.en],
      de: ["Ihre Rolle liest den Verlauf hier nicht.", ASK.manager.de],
    },
    "write-row": {
      en: ["Your role may not write this row.", "Ask the data manager of the centre."],
      de: ["Ihre Rolle darf diese Zeile nicht schreiben.", "Das Datenmanagement des Zentrums fragen."],
    },
    exports: {
      en: ["Your role does not allow exports.", ASK.manager.en],
      de: ["Ihre Rolle erlaubt keine Exporte.", ASK.manager.de],
    },
    imports: {
      en: ["Your role does not allow imports.", "Ask an administrator for the role of a data manager."],
      de: ["Ihre Rolle erlaubt keine Importe.", "Die Administration um die Rolle im Datenmanagement bitten."],
    },
    runs: {
      en: ["Your role does not allow running studies.", ASK.manager.en],
      de: ["Ihre Rolle erlaubt es nicht, Studien zu rechnen.", ASK.manager.de],
    },
    "made-studies": {
      en: ["Your role does not allow making and running studies.", ASK.manager.en],
      de: ["Ihre Rolle erlaubt es nicht, Studien anzulegen und zu rechnen.", ASK.manager.de],
    },
    "others-study": {
      en: ["Only its author or an administrator takes a study away.", "Ask its author."],
      de: [
        "Eine Studie nimmt nur weg, wer sie angelegt hat, oder die Administration.",
        "Die Person fragen, die sie angelegt hat.",
      ],
    },
    "others-rows": {
      en: [
        "You may delete own drafts that nobody else wrote in, and own lesions; not all of these rows are.",
        "Ask an investigator or the data manager of the centre.",
      ],
      de: [
        "Löschen dürfen Sie eigene Entwürfe, in die niemand sonst schrieb, und eigene Läsionen; nicht alle diese Zeilen sind das.",
        "Prüfärztin, Prüfarzt oder Datenmanagement des Zentrums bitten.",
      ],
    },
  }),
  "not-found": sayings({
    any: {
      en: ["There is no such thing that you may do this to.", "Check the number, and whether your role allows it."],
      de: ["Es gibt nichts, womit Sie das tun dürfen.", "Die Nummer prüfen, und ob Ihre Rolle es erlaubt."],
    },
    child: {
      en: ["There is no such child that you may see.", PSEUDONYM.en],
      de: ["Ein solches Kind gibt es nicht, oder Sie dürfen es nicht sehen.", PSEUDONYM.de],
    },
    row: {
      en: ["There is no such row that you may see.", NUMBER.en],
      de: ["Eine solche Zeile gibt es nicht, oder Sie dürfen sie nicht sehen.", NUMBER.de],
    },
    visit: {
      en: ["There is no such visit that you may see.", NUMBER.en],
      de: ["Eine solche Visite gibt es nicht, oder Sie dürfen sie nicht sehen.", NUMBER.de],
    },
    identity: {
      en: ["There is no identity that you may see.", "Ask the study nurse of the centre."],
      de: ["Es gibt keine Identität, die Sie sehen dürfen.", "Die Studienassistenz des Zentrums fragen."],
    },
    "identity-to-erase": {
      en: ["There is no identity that you may erase.", "Ask the study nurse of the centre."],
      de: ["Es gibt keine Identität, die Sie löschen dürfen.", "Die Studienassistenz des Zentrums fragen."],
    },
    role: {
      en: ["There is no such role that you may end.", "Read the list again."],
      de: ["Es gibt keine solche Rolle, die Sie beenden dürfen.", "Die Liste neu laden."],
    },
    entry: {
      en: ["The list has no such entry.", "Read the list again."],
      de: ["Die Liste hat keinen solchen Eintrag.", "Die Liste neu laden."],
    },
    lock: {
      en: ["There is no such lock that you may lift.", "Read the chart again."],
      de: ["Es gibt keine solche Sperre, die Sie aufheben dürfen.", "Die Akte neu laden."],
    },
    import: {
      en: ["No such import is under way.", "It has ended, or was sent under another number."],
      de: ["Ein solcher Import läuft nicht.", "Er ist zu Ende oder wurde unter einer anderen Nummer gesendet."],
    },
    examination: {
      en: ["There is no such examination that you have to read.", "Open the list of examinations."],
      de: ["Eine solche Untersuchung haben Sie nicht zu befunden.", "Die Liste der Untersuchungen öffnen."],
    },
    run: {
      en: ["There is no such run that you may see.", "See /api/runs."],
      de: ["Einen solchen Lauf gibt es nicht, oder Sie dürfen ihn nicht sehen.", "/api/runs zeigt die Läufe."],
    },
    "run-file": {
      en: ["There is no such file in this run.", "See the run's state first."],
      de: ["Eine solche Datei hat dieser Lauf nicht.", "Zuerst den Stand des Laufs ansehen."],
    },
    "run-number": {
      en: ["The run has no such number.", RESULTS.en],
      de: ["Diese Zahl hat der Lauf nicht.", RESULTS.de],
    },
    "run-table": {
      en: ["The run has no such table.", "See the numbers of the run."],
      de: ["Diese Tabelle hat der Lauf nicht.", "Die Zahlen des Laufs ansehen."],
    },
    "run-chart": {
      en: ["The run has no such chart.", "Start the sensitivity analysis first."],
      de: ["Dieses Diagramm hat der Lauf nicht.", "Zuerst die Sensitivitätsanalyse starten."],
    },
    "both-numbers": {
      en: ["Neither run has such a number.", "See their results.json."],
      de: ["Keiner der beiden Läufe hat diese Zahl.", "Die results.json der Läufe zeigt, was es gibt."],
    },
    analysis: {
      en: ["The study has no such analysis.", RESULTS.en],
      de: ["Diese Auswertung hat die Studie nicht.", RESULTS.de],
    },
    "chosen-study": {
      en: ["No such study was made by choosing.", "See /api/studies."],
      de: ["So eine Studie wurde nicht durch Auswählen angelegt.", "/api/studies zeigt die Studien."],
    },
    "study-lock": {
      en: ["No lock of this study was taken in.", "See /api/studies."],
      de: ["Von dieser Studie wurde kein Lock aufgenommen.", "/api/studies zeigt die Studien."],
    },
  }),
  "kept-from-role": saying({
    en: [
      "This is about a table that is kept from your role.",
      "An administrator says which roles see which tables (Administration, Kept tables).",
    ],
    de: [
      "Das betrifft eine Tabelle, die Ihrer Rolle vorenthalten ist.",
      "Die Verwaltung legt fest, welche Rollen welche Tabellen sehen (Verwaltung, Vorenthaltene Tabellen).",
    ],
  }),
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
  "no-such-study": problem(
    { known: text },
    {
      en: (v) => ({ says: "There is no such study.", fix: `Studies: ${v.known}.` }),
      de: (v) => ({ says: "Diese Studie gibt es nicht.", fix: `Studien: ${v.known}.` }),
    },
  ),
  "no-token-sent": saying({
    en: ["No personal token was sent.", "Send it as `Authorization: Bearer`."],
    de: ["Es wurde kein persönliches Token gesendet.", "Es als `Authorization: Bearer` senden."],
  }),
  "token-refused": saying({
    en: [
      "This personal token is not good: it has ended or was withdrawn, its person may no longer read at its centre, or it is mistyped.",
      "See your tokens at the registry's pages, under your sign-in, and make another.",
    ],
    de: [
      "Dieses persönliche Token gilt nicht: Es ist abgelaufen oder zurückgezogen, seine Person darf an seinem Zentrum nicht mehr lesen, oder es ist vertippt.",
      "Die eigenen Tokens stehen auf den Seiten des Registers unter „Ihre Anmeldung“; dort ein neues erzeugen.",
    ],
  }),
  "too-many-tokens": saying({
    en: ["You have twenty personal tokens that are good.", "Withdraw one that no program needs any more."],
    de: ["Sie haben zwanzig persönliche Tokens, die gelten.", "Eines zurückziehen, das kein Programm mehr braucht."],
  }),
  "token-ends": saying({
    en: ["A token ends today at the earliest, in a year at the latest.", "Choose another day."],
    de: ["Ein Token endet frühestens heute und spätestens in einem Jahr.", "Einen anderen Tag wählen."],
  }),
} as const;
