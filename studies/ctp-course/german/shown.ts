import { PLANS } from "../report/labels.ts";

/** Plans as the German report prints them. */
const GERMAN_PLANS: Readonly<Record<keyof typeof PLANS, string>> = {
  methotrexate: "Methotrexat oder Sulfasalazin",
  tnf_inhibitor: "TNF-α-Inhibitor",
  bisphosphonate: "Bisphosphonat",
};

const ofPlans = (english: (code: string, label: string) => string, german: (code: string, label: string) => string) =>
  Object.fromEntries(
    Object.entries(GERMAN_PLANS).map(([code, label]) => [
      english(code, PLANS[code as keyof typeof PLANS]),
      german(code, label),
    ]),
  );

/** Headlines, tables and figures, and the headings of the methods. */
export const SHOWN: Readonly<Record<string, string>> = {
  ...ofPlans(
    (_, label) => label,
    (_, label) => label,
  ),
  ...ofPlans(
    (_, label) => `In remission at 12 months: ${label}`,
    (_, label) => `Nach 12 Monaten in Remission: ${label}`,
  ),
  ...ofPlans(
    (code) => `{eligibility.${code}.eligible|number} fulfil all conditions of entry`,
    (code) => `{eligibility.${code}.eligible|number} erfüllen alle Bedingungen`,
  ),
  "3 months": "3 Monate",
  "6 months": "6 Monate",
  "12 months": "12 Monate",
  "Further plan": "Weiterer Plan",
  Summary: "Überblick",
  "Children in a plan": "Kinder in einem Plan",
  "of {all-children.all.n|plural:child:children} with CNO": "von {all-children.all.n|plural:Kind:Kindern} mit CNO",
  "Fulfil all conditions of entry": "Erfüllen alle Bedingungen",
  "{eligible-of-all.all|n-of-N} in whom it is known": "{eligible-of-all.all|n-of-N}, bei denen es bekannt ist",

  "Children and plans": "Kinder und Pläne",
  "Each child stands in the first plan of which a drug was begun on or after diagnosis.":
    "Jedes Kind steht im ersten Plan, von dem ein Medikament am Tag der Diagnose oder danach begonnen wurde.",
  "From children with CNO to those given a drug of a plan, and to each of the three plans.":
    "Von den Kindern mit CNO zu denen, die ein Medikament eines Plans bekamen, und zu jedem der drei Pläne.",
  "Children with CNO": "Kinder mit CNO",
  "In a plan": "In einem Plan",
  "{eligible-of-all.all.n|number} fulfil all conditions of entry":
    "{eligible-of-all.all.n|number} erfüllen alle Bedingungen",
  "of {eligible-of-all.all.N|number} in whom that is known":
    "von {eligible-of-all.all.N|number}, bei denen das bekannt ist",
  "No plan drug": "Kein Medikament eines Plans",
  "begun on or after diagnosis": "am Tag der Diagnose oder danach begonnen",

  Entry: "Eintritt",
  "Children who fulfil all conditions of entry": "Kinder, die alle Bedingungen des Eintritts erfüllen",
  "All met": "Alle erfüllt",
  "One or more not met": "Eine oder mehrere nicht erfüllt",
  Undecided: "Offen",
  "Undecided: no condition is failed, and at least one is not known.":
    "Offen: Keine Bedingung ist verfehlt, und mindestens eine ist nicht bekannt.",
  "Conditions of entry, children in a plan": "Bedingungen des Eintritts, Kinder in einem Plan",
  Met: "Erfüllt",
  "Not met": "Nicht erfüllt",
  "Not known": "Nicht bekannt",
  "A child may fail several conditions; {only-one-missing.all.n|plural:child fails:children fail} a single one.":
    "Ein Kind kann mehrere Bedingungen verfehlen; {only-one-missing.all.n|plural:Kind verfehlt:Kinder verfehlen} eine einzige.",
  "What is not in the charts is not known; an MRI, an NSAID or a biopsy that is in no chart was not done.":
    "Was nicht in den Akten steht, ist nicht bekannt; MRT, NSAR oder Biopsie, die in keiner Akte stehen, gab es nicht.",
  "Children at day 0 of their plan": "Kinder an Tag 0 ihres Plans",
  Children: "Kinder",
  Girls: "Mädchen",
  "Age, years": "Alter, Jahre",
  "From diagnosis, months": "Seit der Diagnose, Monate",
  "Pain, 0 to 10": "Schmerz, 0 bis 10",
  "Patient global, 0 to 10": "Globalurteil Familie, 0 bis 10",
  "Physician global, 0 to 10": "Globalurteil Arzt, 0 bis 10",
  "CHAQ, 0 to 3": "CHAQ, 0 bis 3",
  "ESR, mm/h": "BSG, mm/h",
  "Active spinal lesion, of those with a recent MRI": "Aktive Läsion der Wirbelsäule, von denen mit aktuellem MRT",
  "Median (quartiles); n of N (%).": "Median (Quartile); n von N (%).",

  Course: "Verlauf",
  "Course in the first year, all children given a plan drug":
    "Verlauf im ersten Jahr, alle Kinder mit einem Medikament eines Plans",
  "A further plan stays a further plan; children not seen at a time point are not in the bars.":
    "Ein weiterer Plan bleibt ein weiterer Plan; zu einem Zeitpunkt nicht gesehene Kinder stehen nicht in den Balken.",
  "Stacked bars of states at 3, 6 and 12 months of each plan, all children given a plan drug. The table gives the same numbers.":
    "Gestapelte Balken der Zustände nach 3, 6 und 12 Monaten jedes Plans, alle Kinder mit einem Medikament eines Plans. Die Tabelle nennt dieselben Zahlen.",
  "State in the first year, all children given a plan drug, n (%)":
    "Zustand im ersten Jahr, alle Kinder mit einem Medikament eines Plans, n (%)",
  Known: "Bekannt",
  "Not seen or not told": "Nicht gesehen oder nicht bestimmbar",
  "Course in the first year, children who fulfil all conditions of entry":
    "Verlauf im ersten Jahr, Kinder, die alle Bedingungen erfüllen",
  "Stacked bars of states at 3, 6 and 12 months of each plan, children who fulfil all conditions of entry. The table gives the same numbers.":
    "Gestapelte Balken der Zustände nach 3, 6 und 12 Monaten jedes Plans, Kinder, die alle Bedingungen erfüllen. Die Tabelle nennt dieselben Zahlen.",
  "State in the first year, children who fulfil all conditions of entry, n (%)":
    "Zustand im ersten Jahr, Kinder, die alle Bedingungen erfüllen, n (%)",

  PedCNO: "PedCNO",
  PedCNO30: "PedCNO30",
  PedCNO50: "PedCNO50",
  PedCNO70: "PedCNO70",
  PedCNO90: "PedCNO90",
  "PedCNO, all children given a plan drug": "PedCNO, alle Kinder mit einem Medikament eines Plans",
  "Of children with at least 3 of the 5 items known at day 0 and at the time point.":
    "Von den Kindern, bei denen an Tag 0 und zum Zeitpunkt mindestens 3 der 5 Merkmale bekannt sind.",
  "PedCNO, children who fulfil all conditions of entry": "PedCNO, Kinder, die alle Bedingungen erfüllen",
  "Pain and globals in the first year, all children given a plan drug":
    "Schmerz und Globalurteile im ersten Jahr, alle Kinder mit einem Medikament eines Plans",
  "Day 0": "Tag 0",
  "Median (quartiles) of those in whom it was recorded, whatever was begun before.":
    "Median (Quartile) derer, bei denen es dokumentiert ist, was auch immer vorher begonnen wurde.",

  "Further plans": "Weitere Pläne",
  "Without a further plan, all children given a plan drug":
    "Ohne weiteren Plan, alle Kinder mit einem Medikament eines Plans",
  "Time from day 0 to a drug of another plan; censored at the last contact.":
    "Zeit von Tag 0 bis zu einem Medikament eines anderen Plans; zensiert am letzten Kontakt.",
  "Kaplan-Meier estimates of the time to a further plan: {groups}. The plans are not compared by a test.":
    "Kaplan-Meier-Schätzungen der Zeit bis zu einem weiteren Plan: {groups}. Die Pläne werden nicht durch einen Test verglichen.",
  "Months of the plan": "Monate des Plans",
  "Without a further plan": "Ohne weiteren Plan",
  "Pointwise 95 % log-log limits; ticks: censored": "Punktweises 95 %-KI (log-log); Striche: zensiert",
  "Without a further plan, children who fulfil all conditions of entry":
    "Ohne weiteren Plan, Kinder, die alle Bedingungen erfüllen",

  "Drug of a further plan": "Medikament eines weiteren Plans",
  Plans: "Pläne",
  "Conditions of entry": "Bedingungen des Eintritts",
  "Time points": "Zeitpunkte",
  State: "Zustand",
  Statistics: "Statistik",
};
