import type { GermanCodes } from "./sentence-form.ts";

const COMPARE = "Mit der Akte vergleichen; wenn es dort so steht, so lassen.";
const WRITE_DAY = "Den Tag als Jahr-Monat-Tag schreiben, wie 2009-05-17.";
const WRITE_PART = "Schreiben, was bekannt ist: 2009, 2009-05 oder 2009-05-17.";
const SERIAL = "Als Tageszahl einer Tabellenkalkulation hieße es";

/** What can be wrong with a single cell. */
export const CELLS: GermanCodes = {
  "key-shape": {
    says: "Diese Nummer oder dieser Name lässt sich nicht überall lesen.",
    fix: "Buchstaben, Ziffern und einfache Zeichen, die man sieht, höchstens 64, wie A-001; kein / oder \\ und kein Wort wie NA.",
  },
  "rounded-key": {
    says: "So kürzt eine Tabellenkalkulation eine lange Zahl: Mehrere Nummern können zu dieser geworden sein.",
    fix: "Mit der Liste vergleichen, aus der die Nummern stammen; ist es diese, so lassen.",
    forms: [
      [
        "{cell} is how a spreadsheet shortens a long number: several numbers may have become this one.",
        "{cell}: So kürzt eine Tabellenkalkulation eine lange Zahl; mehrere Nummern können zu dieser geworden sein.",
      ],
    ],
  },
  "lost-character": {
    says: "Der Text enthält ein Steuerzeichen oder einen halben Buchstaben; Dateien behalten das nicht.",
    fix: "Den Text neu tippen.",
  },
  "line-break": {
    says: "Der Text hat mehrere Zeilen; ein Text einer Akte ist eine Zeile.",
    fix: "In eine Zeile schreiben. In einer CSV-Datei ist vielleicht ein Anführungszeichen in dieser Zeile offen, das die folgenden Zeilen in diese Zelle nimmt: schließen oder verdoppeln.",
    forms: [
      [
        "The text has {lines:number} lines; a text of a chart is one line.",
        "Der Text hat {lines} Zeilen; ein Text einer Akte ist eine Zeile.",
      ],
    ],
  },
  "implausible-limit": {
    says: "Diese Grenze erreicht kein Ergebnis; vermutlich ist die Einheit eine andere.",
    fix: "Mit dem Befund des Labors vergleichen, auch die Einheit.",
    forms: [
      [
        "{limit:label} is {value:number} {unit:unit}; results of {analyte:book} do not reach that.",
        "{limit}: {value} {unit}; so hoch ist kein Ergebnis von {analyte}.",
      ],
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
  "stray-space": {
    says: "Vor oder nach dem Wert steht ein Leerzeichen.",
    fix: "Das Leerzeichen entfernen.",
    forms: [
      ["Empty the cell.", "Die Zelle leeren."],
      ["Write {cell:quoted}.", "Nur {cell} schreiben."],
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
  "unknown-choice": {
    says: "Der Wert gehört nicht zur Auswahl.",
    fix: "Einen Wert der Auswahl nehmen.",
    forms: [
      ["{cell:quoted} is not one of the choices.", "{cell} gehört nicht zur Auswahl."],
      ["Did you mean {nearest}? Allowed: {all}.", "Ist {nearest} gemeint? Erlaubt: {all}."],
      ["Allowed: {all}.", "Erlaubt: {all}."],
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
  "decimal-comma": {
    says: "Die Zahl ist mit einem Komma geschrieben.",
    fix: "Einen Dezimalpunkt schreiben.",
    forms: [
      ["{cell} is written with a comma.", "{cell} ist mit einem Komma geschrieben."],
      [
        "Write {mended}, or {whole} if the comma separates thousands.",
        "{mended} schreiben, oder {whole}, wenn das Komma Tausender trennt.",
      ],
      ["Write {mended}.", "{mended} schreiben."],
    ],
  },
  "number-format": {
    says: "Die Zahl ist nicht aus Ziffern und einem Punkt geschrieben.",
    fix: "Nur Ziffern und einen Dezimalpunkt schreiben.",
    forms: [
      [
        "{cell:quoted} is not written as digits and a point.",
        "{cell} ist nicht aus Ziffern und einem Punkt geschrieben.",
      ],
      [
        "{cell} may mean {decimal} or {thousands}: decimals and thousands cannot be told apart.",
        "{cell} kann {decimal} oder {thousands} bedeuten: Nachkommastellen und Tausender lassen sich nicht unterscheiden.",
      ],
      [
        "Look it up in the chart and write {decimal} or {thousands}.",
        "In der Akte nachsehen und {decimal} oder {thousands} schreiben.",
      ],
      ["Write {number}.", "{number} schreiben."],
    ],
  },
  "limit-not-value": {
    says: "Hier steht nur, dass der Wert jenseits einer Messgrenze liegt.",
    fix: "Nie die Messgrenze als Ergebnis eintragen: bei Laborwerten das Zeichen davor angeben, sonst `unknown` (unbekannt).",
    forms: [
      [
        "{cell:quoted} says only that the value lies below {limit}.",
        "{cell} sagt nur, dass der Wert unter {limit} liegt.",
      ],
      [
        "{cell:quoted} says only that the value lies above {limit}.",
        "{cell} sagt nur, dass der Wert über {limit} liegt.",
      ],
      [
        "Write {code:choice} as {field:label}, and the limit alone here.",
        "Bei {field} {code} angeben und hier die Grenze allein.",
      ],
      [
        "There is no place for limits of measurement here: never write the limit as the result. Write `unknown`, unless the study says how such results are entered.",
        "Für Messgrenzen gibt es hier keinen Platz: nie die Grenze als Ergebnis eintragen. `unknown` (unbekannt) angeben, wenn die Studie nichts anderes sagt.",
      ],
    ],
  },
  "maybe-thousands": {
    says: "Der Punkt dieser Zahl trennt vielleicht Tausender.",
    fix: "Mit dem Befund des Labors vergleichen; wenn es dort so steht, so lassen.",
    forms: [
      [
        "{analyte:book} of {value:number} {unit:unit} may be {thousands:number} {unit2:unit}, its point one between thousands.",
        "{analyte}: {value} {unit} ist vielleicht {thousands} {unit2}, der Punkt also einer zwischen Tausendern.",
      ],
    ],
  },
  "too-many-decimals": {
    says: "Die Zahl hat zu viele Nachkommastellen.",
    fix: "Runden.",
    forms: [
      [
        "{cell:number} has {many:number} decimals; this field keeps {kept:number}.",
        "{cell} hat {many} Nachkommastellen; dieses Feld behält {kept}.",
      ],
      ["Round it to 1 decimal.", "Auf 1 Nachkommastelle runden."],
      ["Round it to {kept:number} decimals.", "Auf {kept} Nachkommastellen runden."],
      ["{cell:number} is not a whole number.", "{cell} ist keine ganze Zahl."],
      ["Write a whole number, without decimals.", "Eine ganze Zahl ohne Nachkommastellen eintragen."],
    ],
  },
  "impossible-value": {
    says: "Dieser Wert ist nicht möglich.",
    fix: "Mit der Akte vergleichen und den Wert berichtigen, oder `unknown` (unbekannt) angeben.",
    forms: [
      ...limitForms("cannot be: possible is", "ist nicht möglich: möglich ist"),
      [
        "In {units:either} it would be plausible: check the unit. {rest}",
        "In {units} wäre es plausibel: bitte die Einheit prüfen. Sonst mit der Akte vergleichen und den Wert berichtigen, oder `unknown` (unbekannt) angeben.",
      ],
    ],
  },
  "implausible-value": {
    says: "Dieser Wert ist ungewöhnlich.",
    fix: COMPARE,
    forms: [
      ...limitForms("is unusual: plausible is", "ist ungewöhnlich: plausibel ist"),
      [
        "In {units:either} it would be plausible: check the unit. {rest}",
        `In {units} wäre es plausibel: bitte die Einheit prüfen. ${COMPARE}`,
      ],
    ],
  },
  "date-format": {
    says: "Das Datum ist nicht als Jahr-Monat-Tag geschrieben.",
    fix: WRITE_DAY,
    forms: [
      [
        "{cell} may mean {readings:either}: it is a moment of another time zone.",
        "{cell} kann {readings} bedeuten: Es ist ein Zeitpunkt in einer anderen Zeitzone.",
      ],
      [
        "{cell} may mean {readings:either}: day and month cannot be told apart.",
        "{cell} kann {readings} bedeuten: Tag und Monat lassen sich nicht unterscheiden.",
      ],
      ["Look it up in the chart and write {readings:either}.", "In der Akte nachsehen und {readings} schreiben."],
      ["{cell:quoted} is not a date.", "{cell} ist kein Datum."],
      ["{cell} is not written as year-month-day.", "{cell} ist nicht als Jahr-Monat-Tag geschrieben."],
      ["Write the day as year-month-day, like 2009-05-17.", WRITE_DAY],
      ["Write what is known as 2009, 2009-05 or 2009-05-17.", WRITE_PART],
      [
        "Write the day as year-month-day, like 2009-05-17. As the day number of a spreadsheet it would mean {day:date}.",
        `${WRITE_DAY} ${SERIAL} {day}.`,
      ],
      [
        "Write what is known as 2009, 2009-05 or 2009-05-17. As the day number of a spreadsheet it would mean {day:date}.",
        `${WRITE_PART} ${SERIAL} {day}.`,
      ],
      ["Write {iso}.", "{iso} schreiben."],
    ],
  },
  "impossible-date": {
    says: "Diesen Tag gibt es nicht.",
    fix: "Das Datum nachsehen.",
    forms: [
      [
        "The year of {date:date} lies outside {first:number} to {last:number}.",
        "Das Jahr von {date} liegt außerhalb von {first} bis {last}.",
      ],
      ["Correct the year.", "Das Jahr berichtigen."],
      ["The calendar has no {cell}.", "Den {cell} gibt es im Kalender nicht."],
      ["Look the date up. Write the day as year-month-day, like 2009-05-17.", `Das Datum nachsehen. ${WRITE_DAY}`],
      ["Look the date up. Write what is known as 2009, 2009-05 or 2009-05-17.", `Das Datum nachsehen. ${WRITE_PART}`],
    ],
  },
  "day-needed": {
    says: "Hier wird der Tag gebraucht.",
    fix: "Den Tag nachsehen und eintragen.",
    forms: [
      [
        "{date:date} is only a year, and here the day is needed.",
        "{date} ist nur ein Jahr; hier wird der Tag gebraucht.",
      ],
      [
        "{date:date} is only a month, and here the day is needed.",
        "{date} ist nur ein Monat; hier wird der Tag gebraucht.",
      ],
      [
        "Look the day up and write it like {iso}; if nobody knows it and the field is not required, write `unknown`.",
        "Den Tag nachsehen und wie {iso} schreiben; kennt ihn niemand und ist das Feld nicht nötig, `unknown` (unbekannt) angeben.",
      ],
    ],
  },
  "too-long": {
    says: "Der Text ist zu lang.",
    fix: "Den Text kürzen.",
    forms: [
      ["The text has {many:number} letters.", "Der Text hat {many} Zeichen."],
      ["The pseudonym has {many:number} letters.", "Das Pseudonym hat {many} Zeichen."],
      ["Shorten it to {most:number} letters.", "Auf {most} Zeichen kürzen."],
    ],
  },
};

/** A value beyond its limits: of an analyte in its own unit or another, or of a field with or without a unit. */
function limitForms(english: string, german: string): readonly (readonly [string, string])[] {
  const range = [`${english} {low:number} to {high:number}.`, `${german} {low} bis {high}.`];
  const shown = [
    [
      "{analyte:book} of {value:number} {unit:unit} ({own:number} {ownUnit:unit})",
      "{analyte}: {value} {unit} ({own} {ownUnit})",
    ],
    ["{analyte:book} of {value:number} {unit:unit}", "{analyte}: {value} {unit}"],
    ["{value:number} {unit:unit}", "{value} {unit}"],
    ["{value:number}", "{value}"],
  ];
  return shown.map(([one, other]) => [`${one} ${range[0]}`, `${other} ${range[1]}`] as const);
}
