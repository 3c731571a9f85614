import { bilingual } from "../words/words.ts";

export const WAITING_WORDS = bilingual({
  chip: [
    (n: number) => (n === 1 ? "1 row waits on this device" : `${n} rows wait on this device`),
    (n: number) => (n === 1 ? "1 Zeile wartet auf diesem Gerät" : `${n} Zeilen warten auf diesem Gerät`),
  ],
  chipShort: [
    (n: number) => (n === 1 ? "1 waits" : `${n} wait`),
    (n: number) => (n === 1 ? "1 wartet" : `${n} warten`),
  ],
  title: ["What waits on this device", "Was auf diesem Gerät wartet"],
  lead: [
    "It was typed here and the registry does not have it yet. It is sent by itself as soon as the registry answers, whichever page is open.",
    "Es wurde hier eingegeben und ist noch nicht im Register. Es wird von selbst gesendet, sobald das Register antwortet, gleich welche Seite offen ist.",
  ],
  since: [(at: string) => `since ${at}`, (at: string) => `seit ${at}`],
  newRow: [(one: string) => `New: ${one}`, (one: string) => `Neu: ${one}`],
  newChild: ["New child", "Neues Kind"],
  unreachable: ["The registry has not answered yet.", "Das Register hat noch nicht geantwortet."],
  reason: [
    "A complete row was changed: open it, give a reason and save, or discard the change.",
    "Eine vollständige Zeile wurde geändert: öffnen, Grund angeben und speichern, oder die Änderung verwerfen.",
  ],
  refused: ["The registry refused it: open it and mend it.", "Das Register hat es abgelehnt: öffnen und beheben."],
  conflict: [
    "This row was saved elsewhere meanwhile: open it and choose for each field.",
    "Diese Zeile wurde inzwischen anderswo gespeichert: öffnen und je Feld wählen.",
  ],
  locked: [
    "The row was locked meanwhile: open it to compare.",
    "Die Zeile wurde inzwischen gesperrt: zum Vergleich öffnen.",
  ],
  begun: [
    "It was begun and not saved yet: open it and go on.",
    "Sie wurde begonnen und noch nicht gespeichert: öffnen und fortfahren.",
  ],
  unfinished: [
    "The pseudonym was still being typed: open it and go on.",
    "Das Pseudonym wurde noch eingegeben: öffnen und fortfahren.",
  ],
  open: ["Open", "Öffnen"],
  sendNow: ["Send now", "Jetzt senden"],
  sendAll: ["Send all now", "Alle jetzt senden"],
  discard: ["Discard", "Verwerfen"],
  sure: ["Discard it? It cannot be brought back.", "Verwerfen? Es lässt sich nicht zurückholen."],
  keep: ["Keep", "Behalten"],
  asideChip: ["Something was set aside", "Etwas liegt beiseite"],
  aside: ["Set aside on this device", "Beiseitegelegt auf diesem Gerät"],
  asideLead: [
    "Another version of Osteon kept this here, and this version has no field for it. Nothing of it was sent. Enter it where it belongs, then discard it here.",
    "Eine andere Version von Osteon hat dies hier behalten, und diese Version hat kein Feld dafür. Nichts davon wurde gesendet. Tragen Sie es ein, wo es hingehört, und verwerfen Sie es dann hier.",
  ],
  none: ["Nothing waits: the registry has everything.", "Nichts wartet: Das Register hat alles."],
  signOut: ["Sign out", "Abmelden"],
  signOutTitle: [
    (n: number) => (n === 1 ? "1 row was not sent" : `${n} rows were not sent`),
    (n: number) => (n === 1 ? "1 Zeile wurde nicht gesendet" : `${n} Zeilen wurden nicht gesendet`),
  ],
  signOutLead: [
    "Send before you sign out. What is left here stays on this device, where others who use it could find it, and is sent when you sign in here again.",
    "Senden Sie vor dem Abmelden. Was hier bleibt, steht auf diesem Gerät, wo andere, die es benutzen, es finden könnten, und wird gesendet, wenn Sie sich hier wieder anmelden.",
  ],
  sendFirst: ["Send, then sign out", "Senden, dann abmelden"],
  leave: ["Leave it here and sign out", "Hier lassen und abmelden"],
  cancel: ["Cancel", "Abbrechen"],
  notAll: [
    (n: number) => `${n === 1 ? "1 row could" : `${n} rows could`} not be sent; the list says why.`,
    (n: number) => `${n === 1 ? "1 Zeile ließ" : `${n} Zeilen ließen`} sich nicht senden; die Liste sagt, warum.`,
  ],
});
