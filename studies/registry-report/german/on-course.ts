import { CLASS_LABELS } from "../report/labels.ts";

/** Classes of drugs as the German report prints them. */
const CLASSES: Readonly<Record<keyof typeof CLASS_LABELS, string>> = {
  nsaid: "NSAR",
  steroid: "Kortikosteroide",
  dmard: "DMARD",
  tnf_inhibitor: "TNF-α-Inhibitor",
  bisphosphonate: "Bisphosphonat",
  other: "Andere",
};

const classes = (english: (label: string) => string, german: (label: string) => string) =>
  Object.fromEntries(
    Object.entries(CLASSES).map(([code, label]) => [
      english(CLASS_LABELS[code as keyof typeof CLASS_LABELS]),
      german(label),
    ]),
  );

/** Follow-up, treatment, disease activity, adverse effects, completeness, and the headings of the methods. */
export const COURSE: Readonly<Record<string, string>> = {
  ...classes(
    (label) => label,
    (label) => label,
  ),
  ...classes(
    (label) => `Then ${label}`,
    (label) => `Dann ${label}`,
  ),
  Pain: "Schmerz",
  "Patient global": "Globalurteil Familie",
  "Physician global": "Globalurteil Arzt",
  Weight: "Gewicht",
  ESR: "BSG",
  CRP: "CRP",
  CHAQ: "CHAQ",
  "Lesion count at diagnosis": "Zahl der Läsionen bei Diagnose",
  Drugs: "Medikamente",

  "Follow-up": "Nachbeobachtung",
  "Follow-up and treatment": "Nachbeobachtung und Behandlung",
  "In follow-up on the day of the report: {in-follow-up.all|children}; lost to follow-up: {follow-up-state.all.lost|state}; died: {follow-up-state.all.died|state}. By the follow-up plan a visit is due of {due.all|children} and overdue of {overdue.all|children}. Full remission at the last visit: {remission.all|children} in whom it is known.":
    "Am Stichtag in Nachbeobachtung: {in-follow-up.all|children}; aus der Nachbeobachtung verloren: {follow-up-state.all.lost|state}; verstorben: {follow-up-state.all.died|state}. Nach dem Nachsorgeplan ist eine Visite fällig bei {due.all|children} und überfällig bei {overdue.all|children}. Vollremission bei der letzten Visite: {remission.all|children}, soweit der Zustand bekannt ist.",
  "Ever given: NSAID {class-ever.nsaid|share}, corticosteroids {class-ever.steroid|share}, DMARD {class-ever.dmard|share}, TNF-α inhibitors {class-ever.tnf_inhibitor|share}, bisphosphonates {class-ever.bisphosphonate|share}. Reports of adverse effects: {effects.all.n|number}.":
    "Jemals gegeben: NSAR {class-ever.nsaid|share}, Kortikosteroide {class-ever.steroid|share}, DMARD {class-ever.dmard|share}, TNF-α-Inhibitoren {class-ever.tnf_inhibitor|share}, Bisphosphonate {class-ever.bisphosphonate|share}. Meldungen unerwünschter Wirkungen: {effects.all.n|number}.",
  "Follow-up on the day of the report": "Nachbeobachtung am Stichtag des Berichts",
  "In follow-up": "In Nachbeobachtung",
  "Lost to follow-up": "Aus der Nachbeobachtung verloren",
  Died: "Verstorben",
  "Why not in follow-up": "Warum nicht in Nachbeobachtung",
  "Recorded as lost": "In der Akte als nicht mehr erreichbar vermerkt",
  "No visit for 15 months, and no reason in the chart": "Seit 15 Monaten keine Visite, kein Grund in der Akte",
  "Without any visit in the chart": "Ohne jede Visite in der Akte",
  "Children who opted out are in no table.":
    "Kinder, die auf eigenen Wunsch ausgeschieden sind, stehen in keiner Tabelle.",
  "Visits due by the follow-up plan, children in follow-up":
    "Fällige Visiten nach dem Nachsorgeplan, Kinder in Nachbeobachtung",
  "By the plan that these charts bring from their registry, on the day of the report.":
    "Nach dem Plan, den diese Akten aus ihrem Register mitbringen, am Stichtag des Berichts.",
  "Children without a visit for 15 months and without a reason, by the follow-up plan":
    "Kinder ohne Visite seit 15 Monaten und ohne Grund, nach dem Nachsorgeplan",
  "A planned visit was missed where a window of the plan closed without a visit since the last one.":
    "Eine geplante Visite wurde versäumt, wenn sich seit der letzten Visite ein Fenster des Plans ohne Visite schloss.",
  "A visit is due": "Eine Visite ist fällig",
  "A visit is overdue": "Eine Visite ist überfällig",
  "No visit is expected now": "Zurzeit wird keine Visite erwartet",
  "A planned visit was missed": "Eine geplante Visite wurde versäumt",
  "No visit was planned in that time": "In dieser Zeit war keine Visite geplant",
  "These charts bring no follow-up plan: nobody can be said to be due":
    "Diese Akten bringen keinen Nachsorgeplan mit: Von niemandem lässt sich sagen, ob eine Visite fällig ist",
  "By the follow-up plan, children in follow-up": "Nach dem Nachsorgeplan, Kinder in Nachbeobachtung",
  "A visit is due, children in follow-up": "Eine Visite ist fällig, Kinder in Nachbeobachtung",
  "A visit is overdue, children in follow-up": "Eine Visite ist überfällig, Kinder in Nachbeobachtung",
  "By the follow-up plan, children without a visit for 15 months":
    "Nach dem Nachsorgeplan, Kinder ohne Visite seit 15 Monaten",
  "Time in follow-up": "Zeit in Nachbeobachtung",
  "From diagnosis to the last contact, years": "Von der Diagnose bis zum letzten Kontakt, Jahre",
  "Since the last visit, children in follow-up, months": "Seit der letzten Visite, Kinder in Nachbeobachtung, Monate",
  "Children in the registry by calendar year": "Kinder im Register nach Kalenderjahr",
  Year: "Jahr",
  "With a visit in the year": "Mit Visite in diesem Jahr",
  "From the year of diagnosis to that of the last contact.": "Vom Jahr der Diagnose bis zu dem des letzten Kontakts.",

  Treatment: "Behandlung",
  Drug: "Medikament",
  "Drugs by class": "Medikamente nach Wirkstoffklasse",
  "Ever given": "Jemals gegeben",
  "Running now, of children in follow-up": "Läuft jetzt, von den Kindern in Nachbeobachtung",
  "Adverse effect, of children given it": "Unerwünschte Wirkung, von den Kindern, die sie bekamen",
  "Any drug": "Irgendein Medikament",
  "A child may have been given several classes. Where the stop of a drug is blank or unknown, the child is left out of what runs now.":
    "Ein Kind kann mehrere Klassen bekommen haben. Ist das Ende eines Medikaments leer oder unbekannt, zählt das Kind bei dem, was jetzt läuft, nicht mit.",
  "Adverse effects of classes are no comparison: how ill a child was, and what had failed before, decided which drug it got.":
    "Die unerwünschten Wirkungen der Klassen sind kein Vergleich: Wie krank ein Kind war und was zuvor versagt hatte, bestimmte, welches Medikament es bekam.",
  "Children ever given it": "Kinder, die es jemals bekamen",
  "Running now, of those in follow-up": "Läuft jetzt, von denen in Nachbeobachtung",
  "A dash: nobody who was given it is in follow-up.": "Ein Strich: Niemand, der es bekam, ist noch in Nachbeobachtung.",
  "Drugs by class and calendar year": "Medikamente nach Wirkstoffklasse und Kalenderjahr",
  "Of the children in the registry in that year; those are left out of whom it is not known.":
    "Von den Kindern, die in diesem Jahr im Register waren; ohne die, bei denen es nicht bekannt ist.",
  "Treatment paths: the first class of drugs, and the second":
    "Therapiepfade: die erste Wirkstoffklasse und die zweite",
  "First class": "Erste Klasse",
  "None so far": "Bisher keine",
  "No drug in the chart": "Kein Medikament in der Akte",
  "A path is what was given and when, not why.": "Ein Pfad ist, was wann gegeben wurde, nicht warum.",
  "Time to the first and the second class of drugs, months": "Zeit bis zur ersten und zweiten Wirkstoffklasse, Monate",
  "From diagnosis to the first drug": "Von der Diagnose bis zum ersten Medikament",
  "From the first to the second class": "Von der ersten bis zur zweiten Klasse",
  "A negative time: the drug was begun before the diagnosis. Only children who were given the drugs have a time.":
    "Negative Zeit: Das Medikament wurde vor der Diagnose begonnen. Nur Kinder, die die Medikamente bekamen, haben eine Zeit.",

  "Disease activity": "Krankheitsaktivität",
  "Pain and globals, from 0 to 10": "Schmerz und Globalurteile, von 0 bis 10",
  "At diagnosis": "Bei Diagnose",
  "At the last visit": "Bei der letzten Visite",
  "State at the last visit": "Zustand bei der letzten Visite",
  "Full remission at the last visit": "Vollremission bei der letzten Visite",
  "Of the {state-at-last.all.N|plural:child:children} whose state at a visit after diagnosis can be read; those without such a visit, or with too few signs recorded, are left out.":
    "Gezählt: {state-at-last.all.N|plural:Kind:Kinder}, deren Zustand bei einer Visite nach der Diagnose sich ablesen lässt; ohne Kinder, die keine solche Visite haben oder bei denen zu wenige Zeichen dokumentiert sind.",

  "Adverse effects": "Unerwünschte Wirkungen",
  Reports: "Meldungen",
  "Reports, not children. Where no severity was recorded the report is in the first column only.":
    "Meldungen, nicht Kinder. Wo kein Schweregrad dokumentiert ist, steht die Meldung nur in der ersten Spalte.",

  Completeness: "Vollständigkeit",
  "Completeness of the core items": "Vollständigkeit der Kernmerkmale",
  "Of all visits": "Von allen Visiten",
  "Once in a chart": "Einmal je Akte",
  "Of all children; in a child without any visit no item of a visit is recorded.":
    "Von allen Kindern; bei einem Kind ohne jede Visite ist kein Merkmal einer Visite dokumentiert.",
  "Completeness of the core items by centre, % of children":
    "Vollständigkeit der Kernmerkmale nach Zentrum, % der Kinder",
  "Core items recorded": "Dokumentierte Kernmerkmale",
  "Share of children whose chart has the item: at the last visit, or once.":
    "Anteil der Kinder, deren Akte das Merkmal enthält: bei der letzten Visite oder einmal.",
  "Share of children whose chart has each core item, with 95 % Wilson limits. The table gives the same numbers.":
    "Anteil der Kinder, deren Akte das jeweilige Kernmerkmal enthält, mit 95 %-KI nach Wilson. Die Tabelle nennt dieselben Zahlen.",
  "Children with the item": "Kinder mit dem Merkmal",

  "Core items": "Kernmerkmale",
  "Clinical scores": "Klinische Scores",
  Statistics: "Statistik",
};
