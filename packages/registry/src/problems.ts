import { CHECK_PROBLEMS } from "@osteon/codebook";
import { count, day, faultAmong, number, oneOf, optional, problem, quoted, saying, several, text } from "@osteon/words";

/** What an import or its undoing tells of rows, children and locks. */
const BATCH_PROBLEMS = {
  "completes-draft": problem(
    { key: text },
    {
      en: (v) => ({
        says: `${v.key} is a draft in the registry; the import completes it.`,
        fix: "Leave the row out where the draft is to stay one.",
      }),
      de: (v) => ({
        says: `${v.key} ist im Register ein Entwurf; der Import schließt ihn ab.`,
        fix: "Soll es ein Entwurf bleiben, die Zeile weglassen.",
      }),
    },
  ),
  "draft-child": problem(
    { patient: text },
    {
      en: (v) => ({
        says: `${v.patient} is a draft: the row is in no export and no run before the child is complete.`,
        fix: "Complete the child first, or afterwards.",
      }),
      de: (v) => ({
        says: `${v.patient} ist ein Entwurf: Die Zeile ist in keinem Export und keiner Auswertung, bis das Kind abgeschlossen ist.`,
        fix: "Das Kind vorher oder nachher abschließen.",
      }),
    },
  ),
  "voids-signature": problem(
    { visit: text, by: text },
    {
      en: (v) => ({
        says: `The visit ${v.visit} is signed by ${v.by}; the import voids the signature.`,
        fix: "Have it signed again after the import, or leave the row as it is.",
      }),
      de: (v) => ({
        says: `Die Visite ${v.visit} ist von ${v.by} unterschrieben; der Import hebt die Unterschrift auf.`,
        fix: "Nach dem Import neu unterschreiben lassen oder die Zeile lassen, wie sie ist.",
      }),
    },
  ),
  "older-than-registry": problem(
    { was: quoted, becomes: quoted, on: day },
    {
      en: (v) => ({
        says: `${v.was} was entered on ${v.on}, in place of ${v.becomes}: the file holds the older value.`,
        fix: "Export anew and edit that, or make sure that the correction is to be taken back.",
      }),
      de: (v) => ({
        says: `${v.was} wurde am ${v.on} anstelle von ${v.becomes} erfasst: Die Datei enthält den älteren Wert.`,
        fix: "Neu exportieren und darin ändern, oder sicherstellen, dass die Berichtigung zurückgenommen werden soll.",
      }),
    },
  ),
  "notice-kept": problem(
    { notice: quoted, centre: text, others: number },
    {
      en: (v) => ({
        says: `The file says: ${v.notice} Every export and report of ${v.centre} will say so.${v.others === "0" ? "" : ` Children at ${v.centre} that the file has not: ${v.others}.`}`,
        fix: "Import children of another kind into a centre of their own. An undo takes the notice away with them.",
      }),
      de: (v) => ({
        says: `Die Datei sagt: ${v.notice} Jeder Export und Bericht von ${v.centre} wird das sagen.${v.others === "0" ? "" : ` Kinder in ${v.centre}, die nicht in der Datei sind: ${v.others}.`}`,
        fix: "Kinder anderer Art in ein eigenes Zentrum importieren. Mit dem Rückgängigmachen geht auch der Hinweis.",
      }),
    },
  ),
  "list-left": problem(
    { codes: several(text), more: optional(count) },
    {
      en: (v) => ({
        says: `The file has entries that the registry has not: ${v.codes}${v.more === undefined ? "" : ", ..."}. An import takes charts alone; the lists of the registry stay.`,
        fix: "Where charts need them, an administrator adds them under Administration, Lists.",
      }),
      de: (v) => ({
        says: `Die Datei hat Einträge, die das Register nicht kennt: ${v.codes}${v.more === undefined ? "" : ", …"}. Ein Import nimmt nur Akten auf; die Listen des Registers bleiben.`,
        fix: "Brauchen Akten sie, werden sie unter Verwaltung, Listen angelegt.",
      }),
    },
  ),
  "plan-left": saying({
    en: [
      "The file has another follow-up plan than this registry. An import takes charts alone; the plan of the registry stays.",
      "If the other plan is to hold here too, an administrator changes it under Administration, Follow-up plan.",
    ],
    de: [
      "Die Datei hat einen anderen Nachsorgeplan als dieses Register. Ein Import nimmt nur Akten auf; der Plan des Registers bleibt.",
      "Soll der andere Plan auch hier gelten, wird er unter Verwaltung, Nachsorgeplan geändert.",
    ],
  }),
  "number-taken": problem(
    { number: text, centre: text },
    {
      en: (v) => ({
        says: `${v.number} stands for another child of ${v.centre} already.`,
        fix: "Give the row a number of its own, or correct the child.",
      }),
      de: (v) => ({
        says: `${v.number} steht an ${v.centre} schon für ein anderes Kind.`,
        fix: "Der Zeile eine eigene Nummer geben oder das Kind berichtigen.",
      }),
    },
  ),
  "which-centre": problem(
    { patient: text, centres: several(text) },
    {
      en: (v) => ({
        says: `There is a child ${v.patient} at several centres (${v.centres}); the file does not say which is meant.`,
        fix: "Pack the file with patient.csv, which names the centre of each child, or name the centre with the file (?centre=).",
      }),
      de: (v) => ({
        says: `Ein Kind ${v.patient} gibt es an mehreren Zentren (${v.centres}); die Datei sagt nicht, welches gemeint ist.`,
        fix: "Die Datei zusammen mit patient.csv packen, die das Zentrum jedes Kindes nennt, oder das Zentrum mit der Datei nennen (?centre=).",
      }),
    },
  ),
  "foreign-centre": problem(
    { centre: quoted, yours: optional(several(text)) },
    {
      en: (v) => ({
        says: `You may not import charts of ${v.centre}.`,
        fix: v.yours === undefined ? "Ask an administrator for the role of a data manager." : `Yours: ${v.yours}.`,
      }),
      de: (v) => ({
        says: `Akten von ${v.centre} dürfen Sie nicht importieren.`,
        fix:
          v.yours === undefined
            ? "Die Administration um die Rolle im Datenmanagement bitten."
            : `Ihre Zentren: ${v.yours}.`,
      }),
    },
  ),
  "import-overtaken": problem(
    { table: optional(text) },
    {
      en: (v) => ({
        says:
          v.table === undefined
            ? "The registry was changed since the dry run, so that this import would do something else."
            : `Some numbers of the table ${v.table} are taken already, or its rows were changed meanwhile. Look at the differences again.`,
        fix: "Make a dry run again.",
      }),
      de: (v) => ({
        says:
          v.table === undefined
            ? "Das Register wurde seit dem Probelauf geändert; dieser Import täte jetzt etwas anderes."
            : `Nummern der Tabelle ${v.table} sind schon vergeben, oder Zeilen wurden inzwischen geändert. Bitte die Unterschiede neu ansehen.`,
        fix: "Den Probelauf wiederholen.",
      }),
    },
  ),
  "cannot-undo": problem(
    {
      because: oneOf("changed-since", "breaks-rule", "no-such-import"),
      table: optional(text),
      key: optional(text),
      fault: optional(faultAmong(CHECK_PROBLEMS)),
    },
    {
      en: (v) => ({
        says: {
          "changed-since": "The row was changed or deleted after the import.",
          "breaks-rule":
            `Undone, the import would break a rule with what was entered since. ${v.fault?.says ?? ""}`.trim(),
          "no-such-import": "There is no such import that you may undo.",
        }[v.because],
        fix: "Look at the history of the row; undo the later change first, or mend the row by hand.",
      }),
      de: (v) => ({
        says: {
          "changed-since": `Die Zeile ${v.key ?? ""} (Tabelle ${v.table ?? ""}) wurde nach dem Import geändert oder gelöscht.`,
          "breaks-rule":
            `Rückgängig gemacht, verletzte der Import mit dem seither Erfassten eine Regel. ${v.fault?.says ?? ""}`.trim(),
          "no-such-import": "Es gibt keinen solchen Import, den Sie zurücknehmen dürfen.",
        }[v.because],
        fix: "Den Verlauf der Zeile ansehen; zuerst die spätere Änderung zurücknehmen oder die Zeile von Hand berichtigen.",
      }),
    },
  ),
  locked: problem(
    {
      scope: oneOf("any", "study", "patient", "visit", "row"),
      name: optional(text),
      by: optional(text),
      on: optional(day),
      inImport: oneOf("no", "written", "deleted"),
    },
    {
      en: (v) => {
        const what = {
          any: "This chart, visit or study",
          study: v.name === undefined ? "The study" : `The study at ${v.name}`,
          patient: v.name === undefined ? "The chart" : `The chart of ${v.name}`,
          visit: `The visit ${v.name ?? ""}`,
          row: v.name ?? "This row",
        }[v.scope];
        if (v.inImport === "deleted")
          return {
            says: `${what} is locked and cannot be deleted.`,
            fix: "Ask the data manager to lift the lock, or keep the row in the file.",
          };
        if (v.inImport === "written")
          return {
            says: `${what} is locked.`,
            fix: "Ask the data manager to lift the lock, or leave the row out.",
          };
        const says = v.by === undefined ? `${what} is locked.` : `${what} was locked by ${v.by} on ${v.on ?? ""}.`;
        return { says, fix: "Ask the data manager to lift the lock." };
      },
      de: (v) => {
        const what = {
          any: "Diese Akte, Visite oder Studie",
          study: v.name === undefined ? "Die Studie" : `Die Studie an ${v.name}`,
          patient: v.name === undefined ? "Die Akte" : `Die Akte von ${v.name}`,
          visit: `Die Visite ${v.name ?? ""}`,
          row: v.name ?? "Diese Zeile",
        }[v.scope];
        if (v.inImport === "deleted")
          return {
            says: `${what} ist gesperrt und lässt sich nicht löschen.`,
            fix: "Das Datenmanagement bitten, die Sperre aufzuheben, oder die Zeile in der Datei behalten.",
          };
        if (v.inImport === "written")
          return {
            says: `${what} ist gesperrt.`,
            fix: "Das Datenmanagement bitten, die Sperre aufzuheben, oder die Zeile weglassen.",
          };
        const says =
          v.by === undefined ? `${what} ist gesperrt.` : `${what} wurde am ${v.on ?? ""} von ${v.by} gesperrt.`;
        return { says, fix: "Das Datenmanagement bitten, die Sperre aufzuheben." };
      },
    },
  ),
  "not-deletable": problem(
    { key: text },
    {
      en: (v) => ({
        says: `You may not delete ${v.key}.`,
        fix: "Keep the row in the file, or ask an investigator of the centre.",
      }),
      de: (v) => ({
        says: `${v.key} dürfen Sie nicht löschen.`,
        fix: "Die Zeile in der Datei behalten, oder Prüfärztin oder Prüfarzt des Zentrums bitten.",
      }),
    },
  ),
} as const;

const AGAIN = {
  en: "Export the trail again and compare; if it fails again, keep the database as it is and ask who had access to it.",
  de: "Den Verlauf noch einmal exportieren und vergleichen; scheitert es wieder, die Datenbank unverändert lassen und klären, wer Zugriff hatte.",
};

/** What verifying an exported trail finds. */
const AUDIT_PROBLEMS = {
  "audit-unreadable": saying({
    en: ["This line is neither an entry nor the end of a chain.", AGAIN.en],
    de: ["Diese Zeile ist weder ein Eintrag noch das Ende einer Kette.", AGAIN.de],
  }),
  "audit-truncated": problem(
    { chain: optional(text) },
    {
      en: (v) => ({
        says:
          v.chain === undefined
            ? "The export says of no chain where it ends: its last lines are missing."
            : `The export does not say where the chain of ${v.chain} ends: its last lines are missing.`,
        fix: AGAIN.en,
      }),
      de: (v) => ({
        says:
          v.chain === undefined
            ? "Der Export sagt von keiner Kette, wo sie endet: Die letzten Zeilen fehlen."
            : `Der Export sagt nicht, wo die Kette von ${v.chain} endet: Die letzten Zeilen fehlen.`,
        fix: AGAIN.de,
      }),
    },
  ),
  "audit-empty": problem(
    { holds: oneOf("nothing", "no-entry") },
    {
      en: (v) =>
        v.holds === "nothing"
          ? {
              says: "The file is empty: there is no entry to verify, and nothing is vouched for.",
              fix: "Export it as somebody whose role reviews the trail: nobody else is told any of it.",
            }
          : { says: "The export holds no entry: a trail begins with the registry itself.", fix: AGAIN.en },
      de: (v) =>
        v.holds === "nothing"
          ? {
              says: "Die Datei ist leer: Es gibt keinen Eintrag zu prüfen, und nichts ist bestätigt.",
              fix: "Als jemand exportieren, dessen Rolle die Aufzeichnung liest: Alle anderen erhalten nichts davon.",
            }
          : {
              says: "Der Export enthält keinen Eintrag: Eine Aufzeichnung beginnt mit dem Register selbst.",
              fix: AGAIN.de,
            },
    },
  ),
  "audit-entry-changed": problem(
    { entry: number },
    {
      en: (v) => ({ says: `Entry ${v.entry} is not what was written: its hash differs.`, fix: AGAIN.en }),
      de: (v) => ({ says: `Eintrag ${v.entry} ist nicht der geschriebene: Sein Hash weicht ab.`, fix: AGAIN.de }),
    },
  ),
  "audit-out-of-order": problem(
    { entry: number, after: number },
    {
      en: (v) => ({ says: `Entry ${v.entry} stands after entry ${v.after}.`, fix: AGAIN.en }),
      de: (v) => ({ says: `Eintrag ${v.entry} steht hinter Eintrag ${v.after}.`, fix: AGAIN.de }),
    },
  ),
  "audit-gap": problem(
    { chain: text, from: number, to: number, at: oneOf("link", "end") },
    {
      en: (v) => ({
        says:
          v.at === "link"
            ? `The chain of ${v.chain} goes from link ${v.from} to ${v.to}: entries are missing.`
            : `The chain of ${v.chain} ended at link ${v.from}, the export at ${v.to}: entries are missing.`,
        fix: AGAIN.en,
      }),
      de: (v) => ({
        says:
          v.at === "link"
            ? `Die Kette von ${v.chain} springt von Glied ${v.from} zu ${v.to}: Einträge fehlen.`
            : `Die Kette von ${v.chain} endete bei Glied ${v.from}, der Export bei ${v.to}: Einträge fehlen.`,
        fix: AGAIN.de,
      }),
    },
  ),
  "audit-chain-broken": problem(
    { link: number, chain: text },
    {
      en: (v) => ({
        says: `Link ${v.link} of ${v.chain} does not follow from what stands before it: an entry was changed, removed or moved.`,
        fix: AGAIN.en,
      }),
      de: (v) => ({
        says: `Glied ${v.link} von ${v.chain} folgt nicht aus dem, was davor steht: Ein Eintrag wurde geändert, entfernt oder verschoben.`,
        fix: AGAIN.de,
      }),
    },
  ),
} as const;

/** Every code that the registry tells, with its words. */
export const REGISTRY_PROBLEMS = { ...BATCH_PROBLEMS, ...AUDIT_PROBLEMS } as const;
