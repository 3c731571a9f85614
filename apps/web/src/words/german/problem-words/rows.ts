import type { GermanCodes } from "./sentence-form.ts";

const UNKNOWN = "`unknown` (unbekannt) oder `not done` (nicht gemacht) angeben";

/** What can be wrong between the cells of a row and between rows. */
export const ROWS: GermanCodes = {
  "duplicate-key": {
    says: "Diese Nummer steht schon in einer anderen Zeile.",
    fix: "Eine der Zeilen löschen oder dieser eine eigene Nummer geben.",
    forms: [["{key} already stands in row {row:number}.", "{key} steht schon in Zeile {row}."]],
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
  "other-patient": {
    says: "Die Zeile verweist auf eine Zeile eines anderen Kindes.",
    fix: "Den Verweis oder das Pseudonym berichtigen, sodass beide dasselbe Kind nennen.",
    forms: [
      [
        "This row belongs to {patient}, but {key} ({file:file}, row {row:number}) belongs to {owner}.",
        "Diese Zeile gehört zu {patient}, aber {key} ({file}, Zeile {row}) gehört zu {owner}.",
      ],
      [
        "Correct {field:label} or patient, so that both name the same child.",
        "{field} oder das Pseudonym berichtigen, sodass beide dasselbe Kind nennen.",
      ],
    ],
  },
  "not-before": {
    says: "Zwei Angaben dieser Zeile stehen in der falschen Reihenfolge.",
    fix: "Beide mit der Akte vergleichen und eine berichtigen.",
    forms: [
      [
        "{rule:book} Here {later:label} is {one:cell}, {earlier:label} is {other:cell}.",
        "{rule} Hier: {later} {one}, {earlier} {other}.",
      ],
      [
        "Compare both with the chart and correct {later:label} or {earlier:label}.",
        "Beide mit der Akte vergleichen und {later} oder {earlier} berichtigen.",
      ],
    ],
  },
  "required-with": {
    says: "Zu einer Angabe dieser Zeile fehlt eine zweite.",
    fix: "Die fehlende Angabe eintragen.",
    forms: [
      ["{rule:book} Here {when:label} is {value:cell}.", "{rule} Hier: {when} {value}."],
      ["Enter {field:label}, or correct {when:label}.", "{field} eintragen oder {when} berichtigen."],
    ],
  },
  "required-when": {
    says: "Eine andere Angabe dieser Zeile verlangt auch diese.",
    fix: "Die fehlende Angabe eintragen.",
    forms: [
      ["{rule:book} Here {when:label} is {value:cell}.", "{rule}"],
      ["Enter {field:label}, or correct {when:label}.", "{field} eintragen oder {when} berichtigen."],
    ],
  },
  "same-content": {
    says: "Eine andere Zeile dieses Kindes sagt dasselbe.",
    fix: "Wurde es zweimal erfasst, eine Zeile löschen; stimmen beide, stehen lassen.",
    forms: [["{keys} of this child says the same: {columns}.", "{keys} dieses Kindes sagt dasselbe."]],
  },
  "before-its-cause": {
    says: "Das Datum liegt vor dem, was ihm vorausgehen muss.",
    fix: "Mit der Akte vergleichen; steht es so darin, stehen lassen.",
    forms: [
      ["{field:label} is {date:date}, before {from:label} ({start:date}).", "{field}: {date}, vor {from} ({start})."],
    ],
  },
  "far-from-visit": {
    says: "Die Probe liegt weit von der Visite, zu der sie gehört.",
    fix: "Mit der Akte vergleichen; steht es so darin, stehen lassen.",
    forms: [
      [
        "The sample was taken {days:number} days from the visit that it was read at ({day:date}).",
        "Die Probe wurde {days} Tage von der Visite genommen, zu der sie gehört ({day}).",
      ],
    ],
  },
  "no-child": {
    says: "Bei der Diagnose war es kein Kind mehr.",
    fix: "Geburt und Diagnose mit der Akte vergleichen; steht es so darin, stehen lassen.",
    forms: [
      [
        "The child was {years:number} years old at the diagnosis, born {born:date}, diagnosed {day:date}.",
        "Bei der Diagnose war das Kind {years} Jahre alt: geboren {born}, Diagnose {day}.",
      ],
    ],
  },
  "stands-for-missing": {
    says: "Dieser Wert steht in vielen Dateien für einen fehlenden.",
    fix: `${UNKNOWN}; wurde er gemessen, stehen lassen.`,
    forms: [
      [
        "{value:cell} stands for a missing value in many files.",
        "{value} steht in vielen Dateien für einen fehlenden Wert.",
      ],
    ],
  },
  "in-the-future": {
    says: "Das Datum liegt in der Zukunft.",
    fix: "Mit der Akte vergleichen und berichtigen.",
    forms: [
      ["{date:date} lies in the future (today is {today:date}).", "{date} liegt in der Zukunft (heute ist {today})."],
    ],
  },
  "before-birth": {
    says: "Das Datum liegt vor der Geburt des Kindes.",
    fix: "Das Datum oder die Geburt berichtigen.",
    forms: [
      [
        "{date:date} lies before the birth of {patient} ({born:date}). So would everything that takes its date from it: {rows:rows} and {more:number} more.",
        "{date} liegt vor der Geburt von {patient} ({born}). Ebenso alles, was sein Datum daraus nimmt: {rows} und {more} weitere.",
      ],
      [
        "{date:date} lies before the birth of {patient} ({born:date}). So would everything that takes its date from it: {rows:rows}.",
        "{date} liegt vor der Geburt von {patient} ({born}). Ebenso alles, was sein Datum daraus nimmt: {rows}.",
      ],
      [
        "{date:date} lies before the birth of {patient} ({born:date}).",
        "{date} liegt vor der Geburt von {patient} ({born}).",
      ],
      [
        "Correct the date, or born_on of {patient} (patient table, row {row:number}).",
        "Das Datum oder „Geboren“ von {patient} berichtigen (Tabelle patient, Zeile {row}).",
      ],
    ],
  },
  "after-last-contact": {
    says: "Das Datum liegt nach dem letzten Kontakt mit dem Kind.",
    fix: "Eines der beiden Daten berichtigen; wenn beide stimmen, so lassen.",
    forms: [
      [
        "{date:date} lies after the last contact with {patient} ({last:date}).",
        "{date} liegt nach dem letzten Kontakt mit {patient} ({last}).",
      ],
      [
        "Correct the date, or last_contact_on of {patient} (patient table, row {row:number}); if both are right, leave it.",
        "Das Datum oder „Letzter Kontakt“ von {patient} berichtigen (Tabelle patient, Zeile {row}); wenn beide stimmen, so lassen.",
      ],
    ],
  },
  "result-missing": {
    says: "Das Ergebnis fehlt.",
    fix: `Das Ergebnis eintragen oder ${UNKNOWN}.`,
    forms: [
      ["{analyte:book} needs a finding.", "{analyte}: Der Befund fehlt."],
      ["{analyte:book} needs a value.", "{analyte}: Der Wert fehlt."],
      [
        "Enter positive or negative, or write `unknown` or `not done`.",
        `Positiv oder negativ eintragen oder ${UNKNOWN}.`,
      ],
      [
        "Enter the result as reported, or write `unknown` or `not done`.",
        `Das Ergebnis wie berichtet eintragen oder ${UNKNOWN}.`,
      ],
    ],
  },
  "unknown-unit": {
    says: "In dieser Einheit wird die Messgröße nicht berichtet.",
    fix: "Eine der bekannten Einheiten nehmen oder den Wert vorher umrechnen.",
    forms: [
      [
        "{analyte:book} is not reported in {unit:quoted}.",
        "{analyte}: Die Einheit {unit} ist für diese Messgröße nicht bekannt.",
      ],
      [
        "Did you mean {nearest}? Known for {analyte:choice}: {units}. Else convert the result first.",
        "Ist {nearest} gemeint? Bekannt für {analyte}: {units}. Sonst den Wert vorher umrechnen.",
      ],
      [
        "Known for {analyte:choice}: {units}. Else convert the result first.",
        "Bekannt für {analyte}: {units}. Sonst den Wert vorher umrechnen.",
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
  "below-zero": {
    says: "Unter 0 kann kein Ergebnis liegen.",
    fix: "Mit dem Laborbericht vergleichen und die Grenze eintragen, die er angibt.",
    forms: [
      ["{analyte:book} cannot lie below 0.", "{analyte}: Unter 0 kann nichts liegen."],
      [
        "Compare with the laboratory's report: enter the limit that it gives.",
        "Mit dem Laborbericht vergleichen: die Grenze eintragen, die er angibt.",
      ],
    ],
  },
  "result-or-limit": {
    says: "Es ist nicht bekannt, ob die Zahl ein Ergebnis oder eine Messgrenze ist.",
    fix: "Mit dem Laborbericht vergleichen.",
    forms: [
      [
        "Whether {value:number} is the result of {analyte:book} or a limit of measurement is not known.",
        "{analyte}: Ob {value} ein Ergebnis oder eine Messgrenze ist, ist nicht bekannt.",
      ],
      [
        "Compare with the laboratory's report: leave {field:label} blank for a result, or write `unknown` as value.",
        "Mit dem Laborbericht vergleichen: {field} bei einem Ergebnis leer lassen, sonst als Wert `unknown` (unbekannt) angeben.",
      ],
    ],
  },
  "finding-not-number": {
    says: "Diese Messgröße ist positiv oder negativ; sie hat keine Zahl und keine Einheit.",
    fix: "Leeren und den Befund eintragen.",
    forms: [
      [
        "{analyte:book} is positive or negative; it has no {field:label}.",
        "{analyte} ist positiv oder negativ; {field} bleibt leer.",
      ],
      [
        "Empty {field:label}, and enter positive or negative as finding.",
        "{field} leeren und als Befund positiv oder negativ eintragen.",
      ],
    ],
  },
  "number-not-finding": {
    says: "Diese Messgröße ist eine Zahl; positiv und negativ sind für Befunde.",
    fix: "„Befund“ leeren und die Zahl als „Wert“ eintragen.",
    forms: [
      [
        "{analyte:book} is a number; positive and negative are for findings.",
        "{analyte} ist eine Zahl; positiv und negativ sind für Befunde.",
      ],
    ],
  },
  "side-of-bone": {
    says: "Die Seite passt nicht zum Knochen.",
    fix: "Die Seite oder den Knochen berichtigen.",
    forms: [
      [
        "{bone:book} has a left and a right, and side is blank.",
        "{bone}: Diesen Knochen gibt es links und rechts, und die Seite fehlt.",
      ],
      [
        "{bone:book} has a left and a right, and side is {side:cell}.",
        "{bone}: Diesen Knochen gibt es links und rechts; als Seite ist „{side}“ angegeben.",
      ],
      [
        "Write left or right; `unknown` if nobody can tell.",
        "Links (`left`) oder rechts (`right`) angeben; `unknown` (unbekannt), wenn es niemand weiß.",
      ],
      [
        "{bone:book} lies on the midline and has no {side:cell} side.",
        "{bone}: Dieser Knochen liegt in der Mittellinie und hat keine Seite „{side}“.",
      ],
      ["Write midline, or correct the bone.", "Mittellinie (`midline`) angeben oder den Knochen berichtigen."],
    ],
  },
  "drug-class": {
    says: "Die Wirkstoffklasse ist nicht die des Medikaments.",
    fix: "Die Klasse oder das Medikament berichtigen.",
    forms: [
      [
        "{drug:choice} is of the class {known:choice}, not {stated:choice}.",
        "{drug} gehört zur Klasse „{known}“, nicht „{stated}“.",
      ],
      ["Write {known}, or correct the drug.", "Als Klasse `{known}` angeben oder das Medikament berichtigen."],
    ],
  },
  "unusual-dose": {
    says: "Die Dosis ist höher als üblich.",
    fix: "Dosis und Einheit mit der Akte vergleichen; wenn es dort so steht, so lassen.",
    forms: [
      [
        "{dose:number} {unit} of {drug:choice} is more than the usual {most:number} {same}.",
        "{dose} {unit} {drug} sind mehr als die üblichen {most} {unit}.",
      ],
    ],
  },
};
