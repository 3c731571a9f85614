/** Bones of which both sides at an end are a typical place. */
const BOTH_SIDES = {
  humerus: "des Humerus",
  radius: "des Radius",
  ulna: "der Ulna",
  femur: "des Femurs",
  tibia: "der Tibia",
  fibula: "der Fibula",
} as const;

/** Plans, conditions of entry, how the course is read. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  "Course under the consensus treatment plans for chronic nonbacterial osteomyelitis":
    "Verlauf unter den Consensus Treatment Plans für chronische nichtbakterielle Osteomyelitis",
  "Children diagnosed with CNO, whenever (from 1980-01-01 to 2059-12-31), whose consent was not withdrawn.":
    "Kinder mit der Diagnose CNO, wann auch immer gestellt (von 1980-01-01 bis 2059-12-31), deren Einwilligung nicht widerrufen wurde.",
  "All children with CNO from diagnosis, whatever the treatment; relapses are read along it.":
    "Alle Kinder mit CNO ab der Diagnose, unabhängig von der Behandlung; Rückfälle werden entlang dieser Zeit gelesen.",
  "Methotrexate or sulfasalazine, from the first day of one of them.":
    "Methotrexat oder Sulfasalazin, ab dem ersten Tag eines der beiden.",
  "A bisphosphonate, from its first day.": "Ein Bisphosphonat, ab seinem ersten Tag.",
  "A TNF-α inhibitor with or without methotrexate or sulfasalazine, from its first day; these may be added later.":
    "Ein TNF-α-Inhibitor mit oder ohne Methotrexat oder Sulfasalazin, ab seinem ersten Tag; diese können später hinzukommen.",
  "Month 3 is the visit closest to day 91 of the plan, within days 36 to 136.":
    "Monat 3: die Visite, die Tag 91 des Plans am nächsten liegt, innerhalb der Tage 36 bis 136.",
  "Month 6 is the visit closest to day 183 of the plan, within days 137 to 273.":
    "Monat 6: die Visite, die Tag 183 des Plans am nächsten liegt, innerhalb der Tage 137 bis 273.",
  "Month 12 is the visit closest to day 365 of the plan, within days 274 to 547.":
    "Monat 12: die Visite, die Tag 365 des Plans am nächsten liegt, innerhalb der Tage 274 bis 547.",

  "A child is in the first plan of which a drug was begun on or after diagnosis; a plan whose drugs were first given before diagnosis is none of this study.":
    "Ein Kind steht im ersten Plan, von dem ein Medikament am Tag der Diagnose oder danach begonnen wurde; ein Plan, dessen Medikamente zuerst vor der Diagnose gegeben wurden, gehört nicht zu dieser Studie.",
  "Of plans begun within 14 days of each other the TNF-α inhibitor counts before the bisphosphonate, and this before methotrexate or sulfasalazine; day 0 is the first day of the plan that counts.":
    "Von Plänen, die innerhalb von 14 Tagen voneinander begonnen wurden, zählt der TNF-α-Inhibitor vor dem Bisphosphonat und dieses vor Methotrexat oder Sulfasalazin; Tag 0 ist der erste Tag des Plans, der zählt.",
  "A drug of another plan begun later is the failure of the first plan and begins a further one.":
    "Wird später ein Medikament eines anderen Plans begonnen, hat der erste Plan versagt, und ein weiterer beginnt.",
  "The state at day 0 of a plan is that of the closest visit from 30 days before to 14 days after it.":
    "Der Zustand an Tag 0 eines Plans ist der bei der nächstgelegenen Visite von 30 Tagen davor bis 14 Tagen danach.",
  "A further plan is told as a state of its own; other escalations do not change what a visit shows.":
    "Ein weiterer Plan ist ein eigener Zustand; andere Eskalationen ändern nicht, was eine Visite zeigt.",

  "At most 21 years old.": "Höchstens 21 Jahre alt.",
  "At most 21 years old": "Höchstens 21 Jahre alt",
  "Bone oedema on an MRI of the last 12 weeks.": "Knochenödem in einem MRT der letzten 12 Wochen.",
  "Bone oedema on an MRI of the last 12 weeks": "Knochenödem in einem MRT der letzten 12 Wochen",
  "The whole body was imaged, by MRI or scintigraphy.":
    "Der ganze Körper wurde abgebildet, durch MRT oder Szintigraphie.",
  "The whole body was imaged, by MRI or scintigraphy":
    "Der ganze Körper wurde abgebildet, durch MRT oder Szintigraphie",
  "Active disease after 4 weeks of NSAID, or an active spinal lesion.":
    "Aktive Erkrankung nach 4 Wochen NSAR, oder eine aktive Läsion der Wirbelsäule.",
  "Active disease after 4 weeks of NSAID, or an active spinal lesion":
    "Aktive Erkrankung nach 4 Wochen NSAR, oder eine aktive Läsion der Wirbelsäule",
  "A biopsy, or a typical place, or bowel disease, psoriasis or palmoplantar pustulosis.":
    "Eine Biopsie, oder ein typischer Ort, oder Darmerkrankung, Psoriasis oder palmoplantare Pustulose.",
  "A biopsy, or a typical place, or bowel disease, psoriasis or palmoplantar pustulosis":
    "Eine Biopsie, oder ein typischer Ort, oder Darmerkrankung, Psoriasis oder palmoplantare Pustulose",
  "A clavicle.": "Eine Klavikula.",
  ...Object.fromEntries(
    Object.entries(BOTH_SIDES).map(([bone, german]) => [
      `Metaphysis or epiphysis of the ${bone} on both sides.`,
      `Metaphyse oder Epiphyse ${german} auf beiden Seiten.`,
    ]),
  ),
  "Bone oedema is a new, active or remaining lesion on an MRI from 84 days (12 weeks) before day 0 to day 0; an MRI on which no lesion was looked for leaves it open.":
    "Knochenödem ist eine neue, aktive oder verbliebene Läsion in einem MRT von 84 Tagen (12 Wochen) vor Tag 0 bis Tag 0; ein MRT, auf dem nach keiner Läsion gesucht wurde, lässt es offen.",
  "NSAID were given for at least 28 days (4 weeks) before day 0, by one drug; a child without any in the chart was given none.":
    "NSAR wurden vor Tag 0 mindestens 28 Tage (4 Wochen) gegeben, durch ein Medikament; ein Kind ohne NSAR in der Akte bekam keines.",
  "Active disease is pain with local heat at the visit of day 0, or bone oedema; charts record no tenderness.":
    "Aktive Erkrankung ist Schmerz mit lokaler Überwärmung bei der Visite von Tag 0, oder Knochenödem; Druckschmerz steht nicht in den Akten.",
  "Malignancy, infection and contraindications are not read: the charts' diagnosis of CNO stands for the first two.":
    "Malignom, Infektion und Kontraindikationen werden nicht gelesen: Für die beiden ersten steht die Diagnose CNO der Akten.",
  "Charts often lack the conditions; a wider definition asks for the drug of a plan alone.":
    "Den Akten fehlen die Bedingungen oft; eine weitere Definition verlangt nur das Medikament eines Plans.",
  "Medians with quartiles (Weibull's, as SPSS reports them); percentages of those in whom it is known, with Wilson limits; time to a further plan by Kaplan-Meier. Plans are not tested against each other, and nothing is adjusted for.":
    "Mediane mit Quartilen (nach Weibull, wie SPSS sie angibt); Prozente derer, bei denen es bekannt ist, mit Konfidenzintervallen nach Wilson; Zeit bis zu einem weiteren Plan nach Kaplan-Meier. Die Pläne werden nicht gegeneinander getestet, und für nichts ist adjustiert.",
  "Time from day 0 to a drug of another plan, by Kaplan-Meier, by plan; censored at the last contact; all given a plan drug.":
    "Zeit von Tag 0 bis zu einem Medikament eines anderen Plans, nach Kaplan-Meier, je Plan; zensiert am letzten Kontakt; alle, die ein Medikament eines Plans bekamen.",
  "Time from day 0 to a drug of another plan, by Kaplan-Meier, by plan; censored at the last contact; eligible children.":
    "Zeit von Tag 0 bis zu einem Medikament eines anderen Plans, nach Kaplan-Meier, je Plan; zensiert am letzten Kontakt; Kinder, die alle Bedingungen erfüllen.",
};
