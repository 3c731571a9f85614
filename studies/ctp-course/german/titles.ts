const AMONG = {
  "all given a plan drug": "alle mit einem Medikament eines Plans",
  "eligible children": "Kinder, die alle Bedingungen erfüllen",
} as const;

const OF_BOTH = {
  "State in the first year of a plan": "Zustand im ersten Jahr eines Plans",
  "Full or partial remission without a further plan": "Voll- oder Teilremission ohne weiteren Plan",
  PedCNO30: "PedCNO30",
  PedCNO50: "PedCNO50",
  PedCNO70: "PedCNO70",
  PedCNO90: "PedCNO90",
  "Without a further plan": "Ohne weiteren Plan",
} as const;

/** Titles of analyses that stand nowhere in the report: where two runs are compared they name what moved. */
export const TITLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(OF_BOTH).flatMap(([title, german]) =>
      Object.entries(AMONG).map(([among, germanAmong]) => [`${title}, ${among}`, `${german}, ${germanAmong}`]),
    ),
  ),
  "Children without a plan": "Kinder ohne Plan",
  "Children, by plan": "Kinder, nach Plan",
  "Conditions of entry fulfilled, by plan": "Bedingungen des Eintritts erfüllt, nach Plan",
  "Conditions of entry fulfilled, of those decided": "Bedingungen des Eintritts erfüllt, von den entschiedenen",
  "Each condition of entry": "Jede Bedingung des Eintritts",
  "Children who fail a single condition": "Kinder, die eine einzige Bedingung verfehlen",
  "Girls, by plan": "Mädchen, nach Plan",
  "Age at day 0, by plan": "Alter an Tag 0, nach Plan",
  "From diagnosis to day 0, by plan": "Von der Diagnose bis Tag 0, nach Plan",
  "Pain at day 0, by plan": "Schmerz an Tag 0, nach Plan",
  "Patient global at day 0, by plan": "Globalurteil Familie an Tag 0, nach Plan",
  "Physician global at day 0, by plan": "Globalurteil Arzt an Tag 0, nach Plan",
  "CHAQ at day 0, by plan": "CHAQ an Tag 0, nach Plan",
  "ESR at day 0, by plan": "BSG an Tag 0, nach Plan",
  "Active spinal lesion on an MRI of the last 12 weeks, by plan":
    "Aktive Läsion der Wirbelsäule im MRT der letzten 12 Wochen, nach Plan",
  "Pain in the first year of a plan": "Schmerz im ersten Jahr eines Plans",
  "Patient global in the first year": "Globalurteil Familie im ersten Jahr",
  "Physician global in the first year": "Globalurteil Arzt im ersten Jahr",
  "Children of whom an outcome is not known, by definition and what is missing":
    "Kinder, deren Ausgang nicht bekannt ist, nach Definition und fehlender Angabe",
  "Order of the plans by the share in remission or improved at 12 months":
    "Reihenfolge der Pläne nach dem Anteil in Remission oder gebessert nach 12 Monaten",
};
