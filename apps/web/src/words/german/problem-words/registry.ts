import type { GermanCodes } from "./sentence-form.ts";

const AUDIT_FIX =
  "Den Verlauf noch einmal exportieren und vergleichen; scheitert es wieder, die Datenbank unverändert lassen und klären, wer Zugriff hatte.";

/** What the registry says of rows, imports and its trail. */
export const REGISTRY: GermanCodes = {
  "notice-kept": {
    says: "Die Datei sagt etwas über ihre Akten, das von nun an jeder Export und Bericht des Zentrums sagt.",
    fix: "Kinder anderer Art in ein eigenes Zentrum importieren. Mit dem Rückgängigmachen geht auch der Hinweis.",
    forms: [
      [
        "The file says: {notice:quoted} Every export and report of {centre} will say so. Children at {centre2} that the file has not: {others:number}.",
        "Die Datei sagt: {notice} Jeder Export und Bericht von {centre} wird das sagen. Kinder in {centre2}, die nicht in der Datei sind: {others}.",
      ],
      [
        "The file says: {notice:quoted} Every export and report of {centre} will say so.",
        "Die Datei sagt: {notice} Jeder Export und Bericht von {centre} wird das sagen.",
      ],
    ],
  },
  "completes-draft": {
    says: "Im Register ist die Zeile ein Entwurf; der Import schließt sie ab.",
    fix: "Soll es ein Entwurf bleiben, die Zeile weglassen.",
  },
  "draft-child": {
    says: "Das Kind ist ein Entwurf: Die Zeile ist in keinem Export und keiner Auswertung, bis es abgeschlossen ist.",
    fix: "Das Kind vorher oder nachher abschließen.",
  },
  "voids-signature": {
    says: "Die Visite ist unterschrieben; der Import hebt die Unterschrift auf.",
    fix: "Nach dem Import neu unterschreiben lassen oder die Zeile lassen, wie sie ist.",
  },
  "older-than-registry": {
    says: "Die Datei enthält einen älteren Wert: Er wurde im Register inzwischen berichtigt.",
    fix: "Neu exportieren und darin ändern, oder sicherstellen, dass die Berichtigung zurückgenommen werden soll.",
  },
  "not-seen": {
    says: "Zeilen werden nur so gelöscht, wie ein Probelauf sie gezeigt hat.",
    fix: "Einen Probelauf machen und seinen `plan` mit der Datei senden.",
  },
  "import-ended": {
    says: "Der Import wurde beendet; nichts davon wurde übernommen.",
    fix: "Die Datei noch einmal senden.",
  },
  conflict: {
    says: "Jemand anderes hat gespeichert, seit Sie gelesen haben.",
    fix: "Neu laden und Ihre Änderung wiederholen.",
    forms: [
      [
        "Someone else saved the row since you read it.",
        "Jemand anderes hat die Zeile gespeichert, seit Sie sie gelesen haben.",
      ],
      ["Someone else saved it since you read it.", "Jemand anderes hat gespeichert, seit Sie gelesen haben."],
      ["{who} saved the row since you read it.", "{who} hat die Zeile gespeichert, seit Sie sie gelesen haben."],
      [
        "Look at the fields that differ, and save again with the version you then read.",
        "Die abweichenden Felder ansehen und mit der dann gelesenen Fassung noch einmal speichern.",
      ],
      ["Read it again before you delete it.", "Vor dem Löschen neu laden."],
    ],
  },
  taken: {
    says: "Das gibt es schon.",
    fix: "Vor dem Schreiben neu laden.",
    forms: [
      ["This number is taken.", "Diese Nummer ist vergeben."],
      ["Leave the number out: the registry gives one.", "Die Nummer weglassen: Das Register vergibt eine."],
      ["It is locked already.", "Es ist schon gesperrt."],
      ["Lift the lock before you set another.", "Zuerst die Sperre aufheben, dann eine neue setzen."],
    ],
  },
  "row-moved": {
    says: "Eine Zeile behält ihre Nummer, ihr Kind und ihr Zentrum.",
    fix: "Die Zeile löschen und dort erfassen, wo sie hingehört.",
  },
  "no-longer-blind": {
    says: "Vor dem Rückzug Ihrer Befundung waren andere schon zu sehen: eine neue wäre nicht mehr verblindet.",
    fix: "Bitten Sie jemand anderen, die Untersuchung zu befunden.",
  },
  "still-a-draft": {
    says: "Ein Entwurf lässt sich nicht unterschreiben.",
    fix: "Zuerst die Visite abschließen.",
  },
  "already-so": { says: "Die Rückfrage ist schon in diesem Stand.", fix: "Die Rückfrage neu laden." },
  "words-needed": {
    says: "Die Nachricht fehlt.",
    fix: "Eine Nachricht schreiben; nur eine beantwortete Rückfrage wird ohne geschlossen.",
  },
  "reason-needed": {
    says: "Das wird nur mit einem Grund geändert oder weggenommen.",
    fix: "Den Grund angeben.",
  },
  "rule-broken": {
    says: "Die Zeile verletzt eine Regel des Codebuchs.",
    fix: "Als Entwurf speichern oder die Werte berichtigen.",
  },
  locked: {
    says: "Diese Akte, Visite oder Studie ist gesperrt.",
    fix: "Das Datenmanagement bitten, die Sperre aufzuheben.",
    forms: [
      ["The study was locked by {who} on {on:date}.", "Die Studie wurde am {on} von {who} gesperrt."],
      ["The chart was locked by {who} on {on:date}.", "Die Akte wurde am {on} von {who} gesperrt."],
      ["The visit {visit} was locked by {who} on {on:date}.", "Die Visite {visit} wurde am {on} von {who} gesperrt."],
    ],
  },
  "removal-overtaken": {
    says: "Es ginge etwas anderes verloren als gezählt: Inzwischen wurden Zeilen geschrieben.",
    fix: "Noch einmal ansehen, was verloren geht, und dann löschen.",
  },
  "import-overtaken": {
    says: "Das Register wurde seit dem Probelauf geändert; dieser Import täte jetzt etwas anderes.",
    fix: "Den Probelauf wiederholen.",
    forms: [
      [
        "Some numbers of the table {table} are taken already, or its rows were changed meanwhile. Look at the differences again.",
        "Nummern der Tabelle {table} sind schon vergeben, oder Zeilen wurden inzwischen geändert. Bitte die Unterschiede neu ansehen.",
      ],
    ],
  },
  "cannot-undo": {
    says: "Eine Zeile wurde nach dem Import geändert oder gelöscht.",
    fix: "Den Verlauf der Zeile ansehen; zuerst die spätere Änderung zurücknehmen oder die Zeile von Hand berichtigen.",
    forms: [
      [
        "The row was changed or deleted after the import.",
        "Die Zeile {value} (Tabelle {column}) wurde nach dem Import geändert oder gelöscht.",
      ],
      ["There is no such import that you may undo.", "Es gibt keinen solchen Import, den Sie zurücknehmen dürfen."],
    ],
  },
  "which-centre": {
    says: "Dieses Pseudonym gibt es an mehreren Zentren; die Datei sagt nicht, welches gemeint ist.",
    fix: "Die Datei zusammen mit patient.csv packen, die das Zentrum jedes Kindes nennt, oder das Zentrum mit der Datei nennen (?centre=).",
    forms: [
      [
        "There is a child {patient} at {centres}; the file does not say which is meant.",
        "Ein Kind {patient} gibt es an mehreren Zentren ({centres}); die Datei sagt nicht, welches gemeint ist.",
      ],
    ],
  },
  "number-taken": {
    says: "Diese Nummer hat schon ein anderes Kind dieses Zentrums.",
    fix: "Der Zeile eine eigene Nummer geben oder das Kind berichtigen.",
    forms: [
      [
        "{number} stands for another child of {centre} already.",
        "{number} steht an {centre} schon für ein anderes Kind.",
      ],
    ],
  },
  "numbers-shared": {
    says: "Mehrere Zentren haben dieselbe Nummer; in einem Aktenordner steht eine Nummer einmal.",
    fix: "Ein Zentrum nach dem anderen ausleiten, oder mit dem Zentrum vor jeder Nummer.",
    forms: [
      [
        "The table {table} has a row {number} at {centres}; a chart folder holds a number once.",
        "Die Tabelle {table} hat eine Zeile {number} an mehreren Zentren ({centres}); in einem Aktenordner steht eine Nummer einmal.",
      ],
    ],
  },
  "foreign-centre": {
    says: "Akten dieses Zentrums dürfen Sie nicht importieren.",
    fix: "Die Administration um die Rolle im Datenmanagement bitten.",
    forms: [
      ["You may not import charts of {centre:quoted}.", "Akten von {centre} dürfen Sie nicht importieren."],
      ["Yours: {centres}.", "Ihre Zentren: {centres}."],
    ],
  },
  "audit-empty": {
    says: "Die Datei enthält keinen Eintrag: Es gibt nichts zu prüfen, und nichts ist bestätigt.",
    fix: "Als jemand exportieren, dessen Rolle die Aufzeichnung liest: Alle anderen erhalten nichts davon.",
  },
  "audit-entry-changed": {
    says: "Ein Eintrag ist nicht der geschriebene: Sein Hash weicht ab.",
    fix: AUDIT_FIX,
    forms: [
      [
        "Entry {seq:number} is not what was written: its hash differs.",
        "Eintrag {seq} ist nicht der geschriebene: Sein Hash weicht ab.",
      ],
    ],
  },
  "audit-out-of-order": {
    says: "Ein Eintrag steht hinter einem späteren.",
    fix: AUDIT_FIX,
    forms: [["Entry {seq:number} stands after entry {last:number}.", "Eintrag {seq} steht hinter Eintrag {last}."]],
  },
  "audit-gap": {
    says: "Glieder einer Kette fehlen.",
    fix: AUDIT_FIX,
    forms: [
      [
        "The chain of {chain} goes from link {from:number} to {to:number}: entries are missing.",
        "Die Kette von {chain} springt von Glied {from} zu {to}: Einträge fehlen.",
      ],
      [
        "The chain of {chain} ended at link {end:number}, the export at {link:number}: entries are missing.",
        "Die Kette von {chain} endete bei Glied {end}, der Export bei {link}: Einträge fehlen.",
      ],
    ],
  },
  "audit-chain-broken": {
    says: "Ein Glied folgt nicht aus dem vorigen.",
    fix: AUDIT_FIX,
    forms: [
      [
        "Link {link:number} of {chain} does not follow from what stands before it: an entry was changed, removed or moved.",
        "Glied {link} von {chain} folgt nicht aus dem, was davor steht: Ein Eintrag wurde geändert, entfernt oder verschoben.",
      ],
    ],
  },
  "audit-truncated": { says: "Der Export sagt nicht, wo eine Kette endet: Die letzten Zeilen fehlen.", fix: AUDIT_FIX },
  "audit-unreadable": { says: "Eine Zeile ist weder ein Eintrag noch das Ende einer Kette.", fix: AUDIT_FIX },
};
