/** Headlines, flow, figures, and the names of groups, time points and states. */
export const FIGURES: Readonly<Record<string, string>> = {
  "All children, from diagnosis": "Alle Kinder, ab Diagnose",
  Antibiotics: "Antibiotika",
  NSAID: "NSAR",
  Corticosteroids: "Kortikosteroide",
  DMARD: "DMARD",
  "2 weeks": "2 Wochen",
  "3 months": "3 Monate",
  "6 months": "6 Monate",
  "12 months": "12 Monate",
  "24 months": "24 Monate",
  "Last visit": "Letzte Visite",
  unifocal: "unifokal",
  multifocal: "multifokal",
  subacute: "subakut",
  chronic: "chronisch",
  unclassified: "nicht eingeordnet",
  "Escalated or stopped for inefficacy": "Eskaliert oder wegen fehlender Wirkung beendet",
  "No visible lesion": "Keine sichtbare Läsion",
  "Remaining activity": "Restaktivität",
  "New lesion": "Neue Läsion",

  "Children with CNO": "Kinder mit CNO",
  "and {control-patients.all.n|plural:control:controls} with bacterial osteomyelitis":
    "und {control-patients.all.n|plural:Kontrolle:Kontrollen} mit bakterieller Osteomyelitis",
  "Median follow-up": "Mediane Nachbeobachtung",
  "{follow-up.all.median|number:1} years": "{follow-up.all.median|number:1} Jahre",
  "{follow-up.all.minimum|number:1} to {follow-up.all.maximum|number:1} years":
    "{follow-up.all.minimum|number:1} bis {follow-up.all.maximum|number:1} Jahre",
  "Relapsed at least once": "Mindestens ein Rückfall",
  "Median time to relapse": "Mediane Zeit bis zum Rückfall",
  "{relapse-free.all.median|number} months": "{relapse-free.all.median|number} Monate",
  "Relapse-free at 1 year": "Nach 1 Jahr rückfallfrei",
  "Relapse-free at 5 years": "Nach 5 Jahren rückfallfrei",
  "Not in remission under NSAID at 24 months": "Unter NSAR nach 24 Monaten nicht in Remission",
  "Not in remission 12 months after corticosteroids": "12 Monate nach Kortikosteroiden nicht in Remission",
  "In remission at 12 months under TNF-α inhibitors": "Unter TNF-α-Inhibitoren nach 12 Monaten in Remission",
  "In remission at 24 months after pamidronate": "24 Monate nach Pamidronat in Remission",
  Summary: "Überblick",

  "Patient flow": "Patientenfluss",
  "Children counted at each step; a child may stand in up to four treatment groups.":
    "Anzahl der Kinder in jedem Schritt; ein Kind kann in bis zu vier Behandlungsgruppen stehen.",
  "From all charts to children with CNO and controls, and to the groups of treatment that response was read in.":
    "Von allen Akten zu den Kindern mit CNO und den Kontrollen und zu den Behandlungsgruppen, in denen das Ansprechen beurteilt wurde.",
  Charts: "Akten",
  "diagnosed from January 1, 2004, to December 31, 2015": "Diagnose vom 1. Januar 2004 bis 31. Dezember 2015",
  "followed for a median of {follow-up.all.median|number:1} years ({follow-up.all.minimum|number:1} to {follow-up.all.maximum|number:1})":
    "im Median {follow-up.all.median|number:1} Jahre nachbeobachtet ({follow-up.all.minimum|number:1} bis {follow-up.all.maximum|number:1})",
  "Bacterial osteomyelitis": "Bakterielle Osteomyelitis",
  "controls for the clinical score": "Kontrollen für den klinischen Score",
  "left out of the analysis of response": "von der Auswertung des Ansprechens ausgeschlossen",
  "NSAID alone": "Nur NSAR",
  "of {nsaid.all.n|number} with NSAID": "von {nsaid.all.n|number} mit NSAR",
  ...Object.fromEntries(
    ["nsaid", "steroid", "tnf_inhibitor", "bisphosphonate"].map((group) => [
      `{response.${group}/month3.N|number} known at 3 months, {response.${group}/month12.N|number} at 12`,
      `bekannt: {response.${group}/month3.N|number} nach 3, {response.${group}/month12.N|number} nach 12 Monaten`,
    ]),
  ),

  Response: "Ansprechen",
  "Clinical outcome by treatment": "Klinisches Ergebnis nach Behandlung",
  "Children in each state at 3, 6, 12 and 24 months after the start of the line. Relapse and escalation are carried forward to 24 months; children not seen are not in the bars.":
    "Kinder in jedem Zustand 3, 6, 12 und 24 Monate nach Beginn der Therapielinie. Rückfall und Eskalation werden bis 24 Monate fortgeschrieben; nicht gesehene Kinder stehen nicht in den Balken.",
  "Stacked bars of clinical states at 3, 6, 12 and 24 months after the start of NSAID, corticosteroids, TNF-α inhibitors and bisphosphonates. The table of responses gives the same numbers.":
    "Gestapelte Balken der klinischen Zustände 3, 6, 12 und 24 Monate nach Beginn von NSAR, Kortikosteroiden, TNF-α-Inhibitoren und Bisphosphonaten. Die Tabelle des Ansprechens nennt dieselben Zahlen.",

  "Months from diagnosis": "Monate ab Diagnose",
  "Relapse-free": "Rückfallfrei",
  "Relapse-free survival": "Rückfallfreies Überleben",
  "Kaplan-Meier estimate from diagnosis to the first relapse. At risk: just before the month; censored and events: before it; the three sum to all children.":
    "Kaplan-Meier-Schätzung von der Diagnose bis zum ersten Rückfall. Unter Risiko: unmittelbar vor dem Monat; zensiert und Ereignisse: davor; die drei ergeben zusammen alle Kinder.",
  "Kaplan-Meier estimate of relapse-free survival in months from diagnosis, with pointwise 95 % log-log limits and a risk table. {relapse-free.all|curve-median-short}":
    "Kaplan-Meier-Schätzung des rückfallfreien Überlebens in Monaten ab Diagnose, mit punktweisem 95 %-KI (log-log) und Risikotabelle. {relapse-free.all|curve-median-short}",
  "{relapse-free.all.events|number} of {relapse-free.all.n|plural:child:children} relapsed":
    "{relapse-free.all.events|number} von {relapse-free.all.n|plural:Kind:Kindern} mit Rückfall",
  "Band: pointwise 95 % log-log limits; ticks: censored": "Band: punktweises 95 %-KI (log-log); Striche: zensiert",
  "29 months": "29 Monate",
  "Relapse-free survival by focality at diagnosis": "Rückfallfreies Überleben nach Fokalität bei Diagnose",
  "Relapse-free survival by presentation": "Rückfallfreies Überleben nach Verlaufsform",
  "Strata known at diagnosis.": "Bei Diagnose bekannte Untergruppen.",
  "Kaplan-Meier estimates of relapse-free survival in months from diagnosis: {groups}; the log-rank p value is given.":
    "Kaplan-Meier-Schätzungen des rückfallfreien Überlebens in Monaten ab Diagnose: {groups}; mit p-Wert des Log-Rank-Tests.",

  "Radiological response by treatment": "Radiologisches Ansprechen nach Behandlung",
  "The MRI closest to one year after the start of the line.":
    "Das MRT, das einem Jahr nach Beginn der Therapielinie am nächsten liegt.",
  "Shares of children with no visible lesion, remaining activity and new lesions on the MRI about one year after the start of each treatment.":
    "Anteile der Kinder ohne sichtbare Läsion, mit Restaktivität und mit neuen Läsionen im MRT etwa ein Jahr nach Beginn der jeweiligen Behandlung.",
  "without MRI": "ohne MRT",

  "Antibiotics before and from 2008": "Antibiotika vor und ab 2008",
  "Share of children first treated with antibiotics for suspected bacterial osteomyelitis.":
    "Anteil der Kinder, die wegen Verdachts auf bakterielle Osteomyelitis zuerst Antibiotika bekamen.",
  "Share of children with CNO who were first treated with antibiotics, by year of diagnosis, with 95 % Wilson limits.":
    "Anteil der Kinder mit CNO, die zuerst Antibiotika bekamen, nach Jahr der Diagnose, mit 95 %-KI nach Wilson.",
  "Children first treated with antibiotics": "Zuerst mit Antibiotika behandelte Kinder",
  "Diagnosed up to 2007": "Diagnose bis 2007",
  "Diagnosed from 2008 on": "Diagnose ab 2008",
};
