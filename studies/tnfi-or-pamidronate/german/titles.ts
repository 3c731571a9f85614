const AT_FIRST_DRUG = {
  "Girls, by first drug": "Mädchen, nach erstem Medikament",
  "Age at day 0, by first drug": "Alter an Tag 0, nach erstem Medikament",
  "From diagnosis to day 0, by first drug": "Von der Diagnose bis Tag 0, nach erstem Medikament",
  "Fatigue at day 0, by first drug": "Fatigue an Tag 0, nach erstem Medikament",
  "Arthritis up to day 0, by first drug": "Arthritis bis Tag 0, nach erstem Medikament",
  "Lesions on the MRI of day 0, by first drug": "Läsionen im MRT von Tag 0, nach erstem Medikament",
  "CRP at day 0, by first drug": "CRP an Tag 0, nach erstem Medikament",
  "ESR at day 0, by first drug": "BSG an Tag 0, nach erstem Medikament",
  "Pain at day 0, by first drug": "Schmerz an Tag 0, nach erstem Medikament",
  "Physician global at day 0, by first drug": "Globalurteil Arzt an Tag 0, nach erstem Medikament",
  "Fatigue and the first drug": "Fatigue und das erste Medikament",
  "Arthritis and the first drug": "Arthritis und das erste Medikament",
} as const;

const AT_FAILURE = {
  "Failure of the first drug": "Versagen des ersten Medikaments",
  "Girls, by failure of pamidronate": "Mädchen, nach Versagen von Pamidronat",
  "Age at day 0, by failure of pamidronate": "Alter an Tag 0, nach Versagen von Pamidronat",
  "Lesions on the MRI of day 0, by failure of pamidronate": "Läsionen im MRT von Tag 0, nach Versagen von Pamidronat",
  "CRP at day 0, by failure of pamidronate": "CRP an Tag 0, nach Versagen von Pamidronat",
  "Female sex and failure of pamidronate": "Weibliches Geschlecht und Versagen von Pamidronat",
  "Lesions and failure of pamidronate": "Läsionen und Versagen von Pamidronat",
  "CRP and failure of pamidronate": "CRP und Versagen von Pamidronat",
} as const;

/** Titles of analyses that stand nowhere in the report: where two runs are compared they name what moved. */
export const TITLES: Readonly<Record<string, string>> = {
  ...AT_FIRST_DRUG,
  ...AT_FAILURE,
  "Children given pamidronate or a TNF-α inhibitor": "Kinder mit Pamidronat oder einem TNF-α-Hemmer",
  "Children given neither drug": "Kinder mit keinem der beiden Medikamente",
  "Children given both drugs one after the other": "Kinder mit beiden Medikamenten nacheinander",
  "Drugs given, and their order": "Gegebene Medikamente und ihre Reihenfolge",
  "Children given the drug, whatever was given before": "Kinder mit dem Medikament, was immer vorher gegeben wurde",
  "Children by the drug given first": "Kinder nach dem zuerst gegebenen Medikament",
  "State under each drug": "Zustand unter jedem Medikament",
  "Full or partial remission without the other drug, all given the drug":
    "Voll- oder Teilremission ohne das andere Medikament, alle mit dem Medikament",
  "Full or partial remission without the other drug, by first drug":
    "Voll- oder Teilremission ohne das andere Medikament, nach erstem Medikament",
  "Pain under each drug": "Schmerz unter jedem Medikament",
  "Physician global under each drug": "Globalurteil Arzt unter jedem Medikament",
  "Flare after response, all given the drug": "Schub nach Ansprechen, alle mit dem Medikament",
};
