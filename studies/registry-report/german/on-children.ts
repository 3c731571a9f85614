import { ORPHA } from "../report/labels.ts";

/** Summary, enrolment, diagnosis, imaging. */
export const CHILDREN: Readonly<Record<string, string>> = {
  unknown: "unbekannt",
  Summary: "Überblick",
  Children: "Kinder",
  "Children with CNO": "Kinder mit CNO",
  Girls: "Mädchen",
  "{controls.all.n|plural:chart of a control is:charts of controls are} not in this report":
    "{controls.all.n|plural:Kontrollakte ist:Kontrollakten sind} nicht in diesem Bericht",
  "Median age at diagnosis": "Medianes Alter bei Diagnose",
  "{age-at-diagnosis.all.median|number:1} years": "{age-at-diagnosis.all.median|number:1} Jahre",
  "Median delay to diagnosis": "Mediane Zeit bis zur Diagnose",
  "{delay.all.median|number:1} months": "{delay.all.median|number:1} Monate",
  "Whole-body MRI at diagnosis": "Ganzkörper-MRT bei Diagnose",
  "Day of the report": "Stichtag des Berichts",
  "As of": "Stand",
  [[
    `The registry holds {children.all.n|plural:child:children} with chronic nonbacterial osteomyelitis (${ORPHA}).`,
    "Girls: {girls.all|share}. Age at diagnosis: {age-at-diagnosis.all|median-quartiles}.",
    "Delay from onset to diagnosis: {delay.all|median-quartiles}.",
  ].join(" ")]: [
    `Das Register umfasst {children.all.n|plural:Kind:Kinder} mit chronischer nichtbakterieller Osteomyelitis (${ORPHA}).`,
    "Mädchen: {girls.all|share}. Alter bei Diagnose: {age-at-diagnosis.all|median-quartiles}.",
    "Zeit vom Symptombeginn bis zur Diagnose: {delay.all|median-quartiles}.",
  ].join(" "),
  "Whole-body MRI at diagnosis: {whole-body-mri.all|children}. Lesions at diagnosis: {lesions.all|median-quartiles:0}. Spinal lesion at diagnosis: {spine.all|children}.":
    "Ganzkörper-MRT bei Diagnose: {whole-body-mri.all|children}. Läsionen bei Diagnose: {lesions.all|median-quartiles:0}. Läsion der Wirbelsäule bei Diagnose: {spine.all|children}.",

  Enrolment: "Aufnahme",
  "Children in the registry": "Kinder im Register",
  "Children counted at each step, as of the day of the report.":
    "Anzahl der Kinder in jedem Schritt, am Stichtag des Berichts.",
  "From all charts to children with CNO, and to those in follow-up, lost to follow-up and dead.":
    "Von allen Akten zu den Kindern mit CNO und zu denen in Nachbeobachtung, aus der Nachbeobachtung verlorenen und verstorbenen.",
  Charts: "Akten",
  [ORPHA]: ORPHA,
  "followed for a median of {follow-up.all.median|number:1} years":
    "im Median {follow-up.all.median|number:1} Jahre nachbeobachtet",
  Controls: "Kontrollen",
  "not in this report": "nicht in diesem Bericht",
  "last seen a median of {since-last-visit.all.median|number:1} months ago":
    "zuletzt gesehen: im Median vor {since-last-visit.all.median|number:1} Monaten",
  "Enrolment by year": "Aufnahme nach Jahr",
  "Year of enrolment": "Jahr der Aufnahme",
  "A row for each that these charts have.": "Eine Zeile je Ausprägung, die in diesen Akten vorkommt.",
  Centres: "Zentren",
  Centre: "Zentrum",
  "Age at diagnosis, years: median (quartiles)": "Alter bei Diagnose, Jahre: Median (Quartile)",
  "Delay, months: median (quartiles)": "Zeit bis zur Diagnose, Monate: Median (Quartile)",
  "Centres differ in whom they see and since when; the rows are no comparison of their care.":
    "Zentren unterscheiden sich darin, wen sie sehen und seit wann; die Zeilen sind kein Vergleich ihrer Versorgung.",
  "Enrolment by centre and year": "Aufnahme nach Zentrum und Jahr",
  "Centre, year of enrolment": "Zentrum, Jahr der Aufnahme",

  Diagnosis: "Diagnose",
  [`New diagnoses by calendar year (${ORPHA})`]: `Neue Diagnosen nach Kalenderjahr (${ORPHA})`,
  "Year of diagnosis": "Jahr der Diagnose",
  Sex: "Geschlecht",
  "Age and delay to diagnosis": "Alter und Zeit bis zur Diagnose",
  "Median (quartiles)": "Median (Quartile)",
  Range: "Spannweite",
  Known: "Bekannt",
  "Not known": "Nicht bekannt",
  "Age at onset, years": "Alter bei Symptombeginn, Jahre",
  "Age at diagnosis, years": "Alter bei Diagnose, Jahre",
  "Delay from onset to diagnosis, months": "Vom Symptombeginn bis zur Diagnose, Monate",

  Imaging: "Bildgebung",
  "Imaging at diagnosis": "Bildgebung bei Diagnose",
  "95 % Wilson limits": "95 %-KI (Wilson)",
  "More than one lesion": "Mehr als eine Läsion",
  "Spinal lesion": "Läsion der Wirbelsäule",
  "Spinal lesion, children with whole-body MRI": "Läsion der Wirbelsäule, Kinder mit Ganzkörper-MRT",
  "Jansson score of 39 or more": "Jansson-Score von mindestens 39",
  "Of the children in whom it is known: lesions where they were looked for, the score where each of its items is known.":
    "Von den Kindern, bei denen es bekannt ist: Läsionen, wo nach ihnen gesucht wurde; der Score, wo jedes seiner Merkmale bekannt ist.",
  "Lesions and score at diagnosis": "Läsionen und Score bei Diagnose",
  Lesions: "Läsionen",
  "Jansson score, points": "Jansson-Score, Punkte",

  "Classification at diagnosis": "Klassifikation bei Diagnose",
  Met: "Erfüllt",
  "Not met": "Nicht erfüllt",
  Undecided: "Nicht entscheidbar",
  "Jansson score, 39 points or more: probable CNO": "Jansson-Score, 39 Punkte oder mehr: wahrscheinliche CNO",
  "NBODS (Kostik), more than 17 points: nonbacterial osteomyelitis":
    "NBODS (Kostik), mehr als 17 Punkte: nichtbakterielle Osteomyelitis",
  "Undecided: the items that are not known would decide.":
    "Nicht entscheidbar: Was nicht bekannt ist, würde entscheiden.",
};
