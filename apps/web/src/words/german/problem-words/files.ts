import type { GermanCodes } from "./sentence-form.ts";

/** What can be wrong with the files of charts, and with files of any columns. */
export const FILES: GermanCodes = {
  "ambiguous-number": {
    says: "Eine Zahl kann ein Tausend oder ein Bruch sein.",
    fix: "Ein Dezimalzeichen durchgehend schreiben und keines zwischen Tausendern.",
  },
  "limit-among-numbers": {
    says: "Unter Zahlen steht eine Grenze, die keine Zahl ist.",
    fix: "Sagen, wofür sie zählt: mit --below-limit oder --above-limit.",
  },
  "not-a-date": {
    says: "Hier wird ein ganzes Datum gebraucht, das sich nur auf eine Weise lesen lässt.",
    fix: "Die Spalte durchgehend als 2024-05-17 oder 17.05.2024 schreiben.",
  },
  "not-a-count": {
    says: "Eine Zeile steht für eine ganze Zahl von Personen, ab 0.",
    fix: "Die Zahl eintragen oder die Zeile löschen.",
  },
  "not-a-weight": {
    says: "Ein Gewicht ist eine Zahl ab 0.",
    fix: "Das Gewicht eintragen; 0 lässt die Zeile aus.",
  },
  "zero-time": {
    says: "Das Modell nimmt den Logarithmus der Zeit, und 0 hat keinen.",
    fix: "Die Zeit berichtigen oder die Zeile auslassen.",
  },
  "negative-time": {
    says: "Die Beobachtungszeit oder ihr Beginn ist negativ.",
    fix: "Die Daten berichtigen, aus denen sie stammt, oder von einem früheren Nullpunkt zählen.",
  },
  "starts-at-its-end": {
    says: "Die Beobachtung beginnt an ihrem Ende oder danach.",
    fix: "Beginn oder Ende berichtigen oder die Zeile löschen.",
  },
  "unknown-event-code": {
    says: "Ein Ereignis hat zwei Kodierungen: 0 und 1, false und true, no und yes oder 1 und 2.",
    fix: "Zeilen auswählen oder eine Spalte anlegen, die für das Ereignis 1 ist und sonst 0.",
  },
  "two-of-one-pair": {
    says: "In einer Gruppe stehen zwei Zeilen derselben Person: welche zum Paar gehört, ist offen.",
    fix: "Von jeder Person eine Zeile je Gruppe behalten oder Zeilen mit --where auswählen.",
  },
  "rated-twice": {
    says: "Jemand wurde von derselben Person zweimal beurteilt.",
    fix: "Eine Beurteilung behalten oder Zeilen mit --where auswählen.",
  },
};
