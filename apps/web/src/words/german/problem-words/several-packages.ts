import type { GermanCodes } from "./sentence-form.ts";

/** Codes that packages tell which do not yet tell them by code. */
export const SHARED: GermanCodes = {
  "key-shape": {
    says: "Diese Nummer oder dieser Name lässt sich nicht überall lesen.",
    fix: "Buchstaben, Ziffern und einfache Zeichen, die man sieht, höchstens 64, wie A-001; kein / oder \\ und kein Wort wie NA.",
  },
  "list-shipped": {
    says: "Dieser Eintrag kommt mit Osteon und ist überall derselbe.",
    fix: "Ihn lassen, wie er kam; einen eigenen Eintrag daneben anlegen oder ihn stilllegen.",
    forms: [
      [
        "{code} comes with Osteon with {column} {was}, not {is}.",
        "{code} kommt mit Osteon mit {column} {was}, nicht {is}.",
      ],
    ],
  },
  "missing-reason": {
    says: "Hier steht nicht in bekannter Weise, warum der Wert fehlt.",
    fix: "`not done` (nicht gemacht), `unknown` (unbekannt) oder `not applicable` (trifft nicht zu) schreiben, oder leer lassen, wenn noch nicht erfasst.",
    forms: [
      [
        "{cell:quoted} does not say in a known way why the value is missing.",
        "{cell} sagt nicht in bekannter Weise, warum der Wert fehlt.",
      ],
      ["Write `{token}`.", "`{token}` schreiben."],
    ],
  },
  "no-such-row": {
    says: "Die Zeile verweist auf eine, die es nicht gibt, oder andere verweisen noch auf sie.",
    fix: "Die Verweise der Zeile prüfen.",
    forms: [
      ["{file:file} has no row {key}.", "In {file} gibt es keine Zeile {key}."],
      [
        "Correct the number, or add the row {key} to {file:file}.",
        "Die Nummer berichtigen oder die Zeile {key} in {file} ergänzen.",
      ],
    ],
  },
  "not-a-number": {
    says: "Hier wird eine Zahl gebraucht.",
    fix: "Nur die Zahl eintragen, in Dateien mit Dezimalpunkt.",
    forms: [
      ["{cell:quoted} is not a number.", "{cell} ist keine Zahl."],
      ["{cell:quoted} is a titre, and here its reciprocal is kept.", "{cell} ist ein Titer; hier steht der Kehrwert."],
      ["Write {reciprocal:number}.", "{reciprocal} schreiben."],
      ["Write a whole number alone.", "Nur eine ganze Zahl eintragen."],
      [
        "Write a number with a decimal point alone, in {unit:unit}, perhaps {bare}.",
        "Nur eine Zahl in {unit} eintragen, in Dateien mit Dezimalpunkt, vielleicht {bare}.",
      ],
      [
        "Write a number with a decimal comma alone, in {unit:unit}, perhaps {bare}.",
        "Nur eine Zahl in {unit} eintragen, mit Dezimalkomma, vielleicht {bare}.",
      ],
      [
        "Write a number with a decimal comma alone, in {unit:unit}.",
        "Nur eine Zahl in {unit} eintragen, mit Dezimalkomma.",
      ],
      ["Write a number with a decimal comma alone.", "Nur eine Zahl eintragen, mit Dezimalkomma."],
      ["Write a number with a decimal point alone.", "Nur eine Zahl eintragen, in Dateien mit Dezimalpunkt."],
      [
        "Write a number with a decimal point alone, in {unit:unit}.",
        "Nur eine Zahl in {unit} eintragen, in Dateien mit Dezimalpunkt.",
      ],
    ],
  },
  "number-without-unit": {
    says: "Zu dieser Zahl fehlt eine Einheit, in der sie berichtet wird.",
    fix: "Die Einheit des Laborberichts eintragen oder die Zahl leeren.",
    forms: [
      [
        "{analyte:choice} has a {field:label} but no unit that it is reported in: {unit:quoted}.",
        "{analyte}: Zu {field} fehlt eine Einheit, in der berichtet wird; angegeben ist {unit}.",
      ],
      [
        "{analyte:book} has a {field:label} but no unit that it is reported in.",
        "{analyte}: Zu {field} fehlt eine Einheit, in der berichtet wird.",
      ],
      [
        "Enter the unit of the laboratory report, or empty {field:label}.",
        "Die Einheit des Laborberichts eintragen oder {field} leeren.",
      ],
    ],
  },
  "own-field-kept": {
    says: "Ein Feld behält Tabelle, Art, Nachkommastellen und Einheit: Was erfasst ist, hieße sonst etwas anderes.",
    fix: "Das Feld stilllegen und ein anderes hinzufügen.",
  },
  required: {
    says: "Dieses Feld ist leer, wird aber in jeder Zeile gebraucht.",
    fix: "Den Wert eintragen.",
    forms: [
      ["{field:label} is blank, and every row needs it.", "{field} ist leer, wird aber in jeder Zeile gebraucht."],
      [
        "{field:label} is {found:quoted}, and every row needs it.",
        "{field} ist {found}, aber jede Zeile braucht einen Wert.",
      ],
      ["Enter it: {says:book}", "Eintragen: {says}"],
    ],
  },
  "twin-key": {
    says: "Es gibt einen Namen, der genauso aussieht: nur Groß- und Kleinschreibung, Breite, ähnliche oder unsichtbare Zeichen sind anders.",
    fix: "Ist es derselbe, einen behalten; sind es zwei, einem einen Namen geben, der nicht zu verwechseln ist.",
    forms: [
      [
        "It looks like {other:quoted}, which is there too: only case, width, zeros, look-alike letters or what nobody sees differ.",
        "Es sieht aus wie {other}, das auch da ist: Nur Groß- und Kleinschreibung, Breite, Nullen, ähnliche oder unsichtbare Zeichen sind anders.",
      ],
    ],
  },
  "plan-left": {
    says: "Die Datei hat einen anderen Nachsorgeplan als dieses Register. Ein Import nimmt nur Akten auf; der Plan des Registers bleibt.",
    fix: "Soll der andere Plan auch hier gelten, wird er unter Verwaltung, Nachsorgeplan geändert.",
  },
  "no-such-time-point": {
    says: "Der Nachsorgeplan hat diesen Zeitpunkt nicht.",
    fix: "Einen Zeitpunkt des Plans wählen; er kann inzwischen geändert worden sein.",
  },
  "list-left": {
    says: "Die Datei hat Einträge, die das Register nicht kennt. Ein Import nimmt nur Akten auf; die Listen des Registers bleiben.",
    fix: "Brauchen Akten sie, werden sie unter Verwaltung, Listen angelegt.",
  },
  "list-unit-used": {
    says: "In dieser Einheit sind Ergebnisse erfasst: Was sie bedeuten, lässt sich nicht ändern.",
    fix: "Den Laborwert stilllegen und einen anderen daneben anlegen.",
  },
  "unknown-own-field": {
    says: "Die Studie braucht ein Feld, das kein Register hinzugefügt haben kann.",
    fix: "Tabelle und Namen angeben, wie patient.own_influenza, und bei Zahlen mit Nachkommastellen 1 bis 6.",
  },
  "own-field-differs": {
    says: "Die Studie nimmt ein eigenes Feld des Registers für eine andere Art, als es in den Akten hat.",
    fix: "Im Protokoll der Studie needs.own berichtigen.",
  },
  "own-field-value": {
    says: "Ein eigenes Feld des Registers nimmt diesen Wert nicht auf.",
    fix: "Die Zeile neu lesen: Das Feld wurde geändert oder stillgelegt, oder es muss beantwortet werden.",
  },
};
