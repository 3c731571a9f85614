/** Headlines, tables and figures, sentences, and the headings of the methods. */
export const SHOWN: Readonly<Record<string, string>> = {
  Flare: "Schub",
  p: "p",
  Pamidronate: "Pamidronat",
  "TNF-α inhibitor": "TNF-α-Inhibitor",
  "6 months": "6 Monate",
  "12 months": "12 Monate",
  "Pamidronate alone": "Nur Pamidronat",
  "TNF-α inhibitor alone": "Nur TNF-α-Inhibitor",
  "Pamidronate, then TNF-α inhibitor": "Pamidronat, dann TNF-α-Inhibitor",
  "TNF-α inhibitor, then pamidronate": "TNF-α-Inhibitor, dann Pamidronat",
  "Both begun together": "Beide zusammen begonnen",
  Failed: "Versagt",
  "Not failed": "Nicht versagt",
  "Other drug begun": "Anderes Medikament begonnen",

  Summary: "Überblick",
  "Children given one of the drugs": "Kinder mit einem der Medikamente",
  "of {all-children.all.n|plural:child:children} with CNO": "von {all-children.all.n|plural:Kind:Kindern} mit CNO",
  "Given both, one after the other": "Beide nacheinander",
  "{drug-order.all.pamidronate_first|number} of them pamidronate first":
    "davon {drug-order.all.pamidronate_first|number} zuerst Pamidronat",
  "In remission at 6 months: Pamidronate": "Nach 6 Monaten in Remission: Pamidronat",
  "In remission at 6 months: TNF-α inhibitor": "Nach 6 Monaten in Remission: TNF-α-Inhibitor",
  "Failure of pamidronate given first": "Versagen von Pamidronat als erstem",
  "Children and drugs": "Kinder und Medikamente",
  "Each child stands once; the drugs may overlap in time.":
    "Jedes Kind steht einmal; die Medikamente können sich zeitlich überlappen.",
  "From children with CNO to those given pamidronate or a TNF-α inhibitor, one of them, both one after the other, or both together.":
    "Von den Kindern mit CNO zu denen, die Pamidronat oder einen TNF-α-Inhibitor bekamen, eines davon, beide nacheinander oder beide zusammen.",
  "Children with CNO": "Kinder mit CNO",
  "Given one of the drugs": "Mit einem der Medikamente",
  "or both": "oder beiden",
  "Neither drug": "Keines davon",
  alone: "allein",
  "Both drugs": "Beide",
  "{drug-order.all.pamidronate_first|number} pamidronate first":
    "{drug-order.all.pamidronate_first|number} zuerst Pamidronat",
  "{drug-order.all.tnf_inhibitor_first|number} TNF-α inhibitor first":
    "{drug-order.all.tnf_inhibitor_first|number} zuerst TNF-α-Inhibitor",
  "{drug-order.all.together|number} together, within 14 days":
    "{drug-order.all.together|number} zusammen, innerhalb von 14 Tagen",

  "In words": "In Worten",
  "Of {all-children.all.n|plural:child:children} with CNO {given-either.all.n|number} had been given pamidronate or a TNF-α inhibitor: {drug-order.all.pamidronate_alone|number} pamidronate alone, {drug-order.all.tnf_inhibitor_alone|number} a TNF-α inhibitor alone, {given-both-in-turn.all.n|number} one after the other and {drug-order.all.together|number} both together.":
    "Von {all-children.all.n|plural:Kind:Kindern} mit CNO bekamen {given-either.all.n|number} Pamidronat oder einen TNF-α-Inhibitor: {drug-order.all.pamidronate_alone|number} nur Pamidronat, {drug-order.all.tnf_inhibitor_alone|number} nur einen TNF-α-Inhibitor, {given-both-in-turn.all.n|number} beide nacheinander und {drug-order.all.together|number} beide zusammen.",
  "Fatigue at day 0: {start-fatigue.tnf_inhibitor|share} of those given a TNF-α inhibitor first, {start-fatigue.pamidronate|share} of those given pamidronate first ({fatigue-and-drug.all.fisher-p|p}). Arthritis: {start-arthritis.tnf_inhibitor|share} and {start-arthritis.pamidronate|share} ({arthritis-and-drug.all.fisher-p|p}).":
    "Erschöpfung an Tag 0: {start-fatigue.tnf_inhibitor|share} derer, die zuerst einen TNF-α-Inhibitor bekamen, {start-fatigue.pamidronate|share} derer, die zuerst Pamidronat bekamen ({fatigue-and-drug.all.fisher-p|p}). Arthritis: {start-arthritis.tnf_inhibitor|share} und {start-arthritis.pamidronate|share} ({arthritis-and-drug.all.fisher-p|p}).",
  "Pamidronate given first had failed in {first-failed.pamidronate|children}. Girls among those whom it failed: {pamidronate-girls.failed|share}, among the others {pamidronate-girls.not_failed|share} ({sex-and-failure.all.fisher-p|p}); lesions: {lesions-and-failure.all.p|p}; CRP: {crp-and-failure.all.p|p}.":
    "Pamidronat als erstes versagte bei {first-failed.pamidronate|children}. Mädchen unter denen, bei denen es versagte: {pamidronate-girls.failed|share}, unter den übrigen {pamidronate-girls.not_failed|share} ({sex-and-failure.all.fisher-p|p}); Läsionen: {lesions-and-failure.all.p|p}; CRP: {crp-and-failure.all.p|p}.",

  "What steered to a drug": "Was zu einem Medikament führte",
  "Children at day 0 of their first drug": "Kinder an Tag 0 ihres ersten Medikaments",
  Children: "Kinder",
  Girls: "Mädchen",
  "Age, years": "Alter, Jahre",
  "From diagnosis, months": "Seit der Diagnose, Monate",
  Fatigue: "Erschöpfung",
  Arthritis: "Arthritis",
  "Lesions on the MRI": "Läsionen im MRT",
  "CRP, mg/l": "CRP, mg/l",
  "ESR, mm/h": "BSG, mm/h",
  "Pain, 0 to 10": "Schmerz, 0 bis 10",
  "Physician global, 0 to 10": "Globalurteil Arzt, 0 bis 10",
  "Median (quartiles); n of N (%); Fisher's exact test. Each child once, by the drug given first; {drug-order.all.together|plural:child:children} given both together left out.":
    "Median (Quartile); n von N (%); Fishers exakter Test. Jedes Kind einmal, nach dem zuerst gegebenen Medikament; ohne {drug-order.all.together|plural:Kind:Kinder} mit beiden zusammen.",

  Course: "Verlauf",
  "State under each drug, all children given it": "Zustand unter jedem Medikament, alle Kinder, die es bekamen",
  "A child given both stands in both, from the first day of each; once the other drug is begun it stays other drug. Children not seen are not in the bars.":
    "Ein Kind mit beiden steht in beiden, ab dem ersten Tag von jedem; ist das andere Medikament begonnen, bleibt es dabei. Nicht gesehene Kinder stehen nicht in den Balken.",
  "Stacked bars of states at 6 and 12 months of each drug. The table gives the same numbers.":
    "Gestapelte Balken der Zustände nach 6 und 12 Monaten jedes Medikaments. Die Tabelle nennt dieselben Zahlen.",
  "State under each drug, all children given it, n (%)":
    "Zustand unter jedem Medikament, alle Kinder, die es bekamen, n (%)",
  Known: "Bekannt",
  "Not seen or not told": "Nicht gesehen oder nicht bestimmbar",
  "Remission, pain and physician global": "Remission, Schmerz und Globalurteil Arzt",
  "In remission, all given the drug": "In Remission, alle mit dem Medikament",
  "In remission, by first drug": "In Remission, nach erstem Medikament",
  "Full or partial remission without the other drug, n of N (%) of those in whom it is known; median (quartiles) of those in whom it was recorded.":
    "Voll- oder Teilremission ohne das andere Medikament, n von N (%) derer, bei denen es bekannt ist; Median (Quartile) derer, bei denen es dokumentiert ist.",

  MRI: "MRT",
  "MRI at 12 months of each drug": "MRT nach 12 Monaten jedes Medikaments",
  "The MRI closest to day 365 of the drug, all children given it.":
    "Das MRT, das Tag 365 des Medikaments am nächsten liegt, alle Kinder, die es bekamen.",
  "Shares of children with no visible lesion, remaining activity, new lesions, or the other drug begun before, about 12 months after the start of each drug.":
    "Anteile der Kinder ohne sichtbare Läsion, mit Restaktivität, mit neuen Läsionen oder mit dem anderen Medikament, etwa 12 Monate nach Beginn jedes Medikaments.",
  "No visible lesion": "Keine sichtbare Läsion",
  "Remaining activity": "Restaktivität",
  "New lesion": "Neue Läsion",
  "without MRI": "ohne MRT",

  Flares: "Schübe",
  "Without a flare after response to the first drug": "Ohne Schub nach Ansprechen auf das erste Medikament",
  "Time from the first remission to the first relapse; censored on the day of the other drug or at the last contact.":
    "Zeit von der ersten Remission bis zum ersten Rückfall; zensiert am Tag des anderen Medikaments oder am letzten Kontakt.",
  "Kaplan-Meier estimates of the time from response to flare, by the drug given first: {groups}.":
    "Kaplan-Meier-Schätzungen der Zeit vom Ansprechen bis zum Schub, nach dem zuerst gegebenen Medikament: {groups}.",
  "Months since response": "Monate seit dem Ansprechen",
  "Without a flare": "Ohne Schub",
  "Pointwise 95 % log-log limits; ticks: censored": "Punktweises 95 %-KI (log-log); Striche: zensiert",
  "Flares after response": "Schübe nach Ansprechen",
  "Flared, of all with a response to the drug": "Schub, von allen mit Ansprechen auf das Medikament",
  "Response to the first drug": "Ansprechen auf das erste Medikament",
  ...Object.fromEntries(
    [6, 12, 24].map((months) => [
      `Without a flare ${months} months after response, %`,
      `Ohne Schub ${months} Monate nach Ansprechen, %`,
    ]),
  ),
  "n of N (%); Kaplan-Meier estimates.": "n von N (%); Kaplan-Meier-Schätzungen.",

  Failure: "Versagen",
  "Without failure of the first drug": "Ohne Versagen des ersten Medikaments",
  "Time from day 0 to the other drug, or to the stop for inefficacy; censored at the last contact.":
    "Zeit von Tag 0 bis zum anderen Medikament oder zum Absetzen wegen fehlender Wirksamkeit; zensiert am letzten Kontakt.",
  "Kaplan-Meier estimates of the time to failure of the drug given first: {groups}.":
    "Kaplan-Meier-Schätzungen der Zeit bis zum Versagen des zuerst gegebenen Medikaments: {groups}.",
  "Months of the drug": "Monate des Medikaments",
  "Without failure": "Ohne Versagen",
  "Children given pamidronate first, by its failure": "Kinder mit Pamidronat als erstem, nach dessen Versagen",
  "At day 0 of pamidronate. Median (quartiles); n of N (%); Fisher's exact test, rank-sum test. No p value is adjusted for the others.":
    "An Tag 0 von Pamidronat. Median (Quartile); n von N (%); Fishers exakter Test, Rangsummentest. Kein p-Wert ist für die anderen adjustiert.",

  Drugs: "Medikamente",
  "Day 0": "Tag 0",
  "Time points": "Zeitpunkte",
  State: "Zustand",
  Statistics: "Statistik",
};
