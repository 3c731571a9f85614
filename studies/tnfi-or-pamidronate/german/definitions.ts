/** Drugs, day 0, how the course is read. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  "TNF-α inhibitor or pamidronate in chronic nonbacterial osteomyelitis":
    "TNF-α-Inhibitor oder Pamidronat bei chronischer nichtbakterieller Osteomyelitis",
  "Children diagnosed with CNO, whenever (from 1980-01-01 to 2059-12-31), whose consent was not withdrawn.":
    "Kinder mit der Diagnose CNO, wann auch immer gestellt (von 1980-01-01 bis 2059-12-31), deren Einwilligung nicht widerrufen wurde.",
  "All children with CNO from diagnosis, whatever the treatment; flares are read along it.":
    "Alle Kinder mit CNO ab der Diagnose, unabhängig von der Behandlung; Schübe werden entlang dieser Zeit gelesen.",
  "Children given pamidronate, from its first day; other drugs are tolerated.":
    "Kinder, die Pamidronat bekamen, ab dessen erstem Tag; andere Medikamente sind erlaubt.",
  "Children given a TNF-α inhibitor, from its first day; other drugs are tolerated.":
    "Kinder, die einen TNF-α-Inhibitor bekamen, ab dessen erstem Tag; andere Medikamente sind erlaubt.",
  "The MRI closest to day 365, within days 274 to 547 of the drug.":
    "Das MRT, das Tag 365 am nächsten liegt, innerhalb der Tage 274 bis 547 des Medikaments.",
  "Month 6 is the visit closest to day 183 of the drug, within days 137 to 273.":
    "Monat 6: die Visite, die Tag 183 des Medikaments am nächsten liegt, innerhalb der Tage 137 bis 273.",
  "Month 12 is the visit closest to day 365 of the drug, within days 274 to 547.":
    "Monat 12: die Visite, die Tag 365 des Medikaments am nächsten liegt, innerhalb der Tage 274 bis 547.",
  "The drugs may overlap in time. A child given both stands in both groups, in each from the first day of that drug; once the other drug has begun, its state is 'other drug', whether the first goes on or not.":
    "Die Medikamente können sich zeitlich überlappen. Ein Kind, das beide bekam, steht in beiden Gruppen, in jeder ab dem ersten Tag dieses Medikaments; sobald das andere begonnen ist, lautet sein Zustand „anderes Medikament“, ob das erste weiterläuft oder nicht.",
  "Begun within 14 days of each other the drugs were given together: the child stands in both groups, and in no comparison of the two.":
    "Innerhalb von 14 Tagen voneinander begonnen wurden die Medikamente zusammen gegeben: Das Kind steht in beiden Gruppen und in keinem Vergleich der beiden.",
  "Tests and curves compare each child once, in the group of the drug that it was given first: a child who stands in two groups would be compared with itself.":
    "Tests und Kurven vergleichen jedes Kind einmal, in der Gruppe des zuerst gegebenen Medikaments: Ein Kind in zwei Gruppen würde mit sich selbst verglichen.",
  "A drug has failed on the day on which the other one is begun later, or on which it is last stopped for inefficacy; who was not followed for long has not failed.":
    "Ein Medikament hat an dem Tag versagt, an dem später das andere begonnen oder es selbst zuletzt wegen fehlender Wirksamkeit beendet wird; bei kurzer Beobachtung hat es nicht versagt.",
  "The state at day 0 of a drug is that of the closest visit from 30 days before to 14 days after it.":
    "Der Zustand an Tag 0 eines Medikaments ist der bei der nächstgelegenen Visite von 30 Tagen davor bis 14 Tagen danach.",
  "The other drug is told as a state of its own; other escalations do not change what a visit shows.":
    "Das andere Medikament ist ein eigener Zustand; andere Eskalationen ändern nicht, was eine Visite zeigt.",
  "Fatigue is 1 or more on the scale from 0 to 10 at the visit of day 0.":
    "Erschöpfung ist ein Wert von 1 oder mehr auf der Skala von 0 bis 10 bei der Visite von Tag 0.",
  "Arthritis is one noticed up to day 0, or on a day that is not known; a chart that names none has none.":
    "Arthritis ist eine bis Tag 0 oder an einem unbekannten Tag bemerkte; eine Akte, die keine nennt, hat keine.",
  "Lesions at day 0 of a drug are those visible on the MRI closest to it, from 84 days before to 14 days after.":
    "Läsionen an Tag 0 eines Medikaments sind die sichtbaren auf dem nächstgelegenen MRT, von 84 Tagen davor bis 14 Tagen danach.",
  "A drug has a response from the first visit in partial or full remission after day 0 and before the other drug on.":
    "Ein Medikament spricht ab der ersten Visite in Teil- oder Vollremission nach Tag 0 und vor dem anderen Medikament an.",
  "A flare after response is the first relapse after it; without one the time ends on the day of the other drug or at the last contact.":
    "Ein Schub nach Ansprechen ist der erste Rückfall danach; ohne einen endet die Zeit am Tag des anderen Medikaments oder am letzten Kontakt.",
  "Time from day 0 to the failure of the first drug, by Kaplan-Meier, by drug; censored at the last contact.":
    "Zeit von Tag 0 bis zum Versagen des ersten Medikaments, nach Kaplan-Meier, je Medikament; zensiert am letzten Kontakt.",
  "Time from the response to the first flare, by Kaplan-Meier, by first drug, with the log-rank test; censored on the day of the other drug or at the last contact.":
    "Zeit vom Ansprechen bis zum ersten Schub, nach Kaplan-Meier, nach erstem Medikament, mit Log-Rank-Test; zensiert am Tag des anderen Medikaments oder am letzten Kontakt.",
  "Medians with quartiles (Weibull's, as SPSS reports them); percentages of those in whom it is known, with Wilson limits; shares are compared by Fisher's exact test, numbers by the rank-sum test of Wilcoxon, Mann and Whitney, curves by the log-rank test. The abstract names no test; nothing is adjusted for, neither other differences nor the number of tests.":
    "Mediane mit Quartilen (nach Weibull, wie SPSS sie angibt); Prozente derer, bei denen es bekannt ist, mit Konfidenzintervallen nach Wilson; Anteile werden mit Fishers exaktem Test verglichen, Zahlen mit dem Rangsummentest von Wilcoxon, Mann und Whitney, Kurven mit dem Log-Rank-Test. Das Abstract nennt keinen Test; für nichts ist adjustiert, weder für andere Unterschiede noch für die Zahl der Tests.",
};
