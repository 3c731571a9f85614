/** German texts in which everything can be true. */
export const TRUE_GERMAN: readonly (readonly [name: string, text: string])[] = [
  [
    "Ereignisse übersteigen Patienten",
    `Ergebnisse

Bei 34 Kindern traten 71 Schübe auf. Insgesamt fanden sich 140 Läsionen, davon 84 (60 %) an den Beinen und 28 (20 %) an der Wirbelsäule.`,
  ],
  [
    "Dezimalkommas und Tausenderpunkte",
    `Ergebnisse

Die Leukozyten lagen bei 8,2 ± 2,4 GPt/l, das CRP im Median bei 4,2 mg/l (Spannweite 0,4–296,0). Fieber bestand bei 6/56 (10,7 %), eine
Arthritis bei 20/56 (35,7 %), eine Uveitis bei 5/56 (8,9 %). Ausgewertet wurden 1.204 Visiten.`,
  ],
  [
    "Anteile der bekannten Werte",
    `Ergebnisse

HLA-B27 war bei 9 von 43 untersuchten Kindern (21 %) positiv, ANA bei 5 von 34 (15 %). Nach 12 Monaten waren 20 Kinder bekannt, von denen
9 (45 %) ein Rezidiv hatten.`,
  ],
  [
    "Kaplan-Meier-Schätzungen",
    `Ergebnisse

Von 56 Kindern erlitten 33 (59 %) ein Rezidiv. Das rezidivfreie Überleben betrug nach Kaplan-Meier 85 % nach 1 Jahr und 40 % nach 5 Jahren,
die mediane Zeit bis zum Rezidiv 29 Monate.`,
  ],
  [
    "Grade, Tage und Dosen",
    `Ergebnisse

Nebenwirkungen waren meist vom Grad 2 (40 %). An Tag 7 (30 % der Dosis) wurde der Spiegel bestimmt. Prednisolon wurde mit 2 mg/kg/Tag über
5–10 Tage gegeben. Der Blutdruck lag bei 120/80 mmHg.`,
  ],
  [
    "überlappende Gruppen",
    `Ergebnisse

Von 40 Patienten hatten 31 (78 %) eine Arthritis, 22 (55 %) eine Enthesitis und 14 (35 %) beides. Gegeben wurden Methotrexat (n = 25),
Sulfasalazin (n = 12) und Adalimumab (n = 16).`,
  ],
  [
    "ungefähre Angaben",
    `Ergebnisse

Etwa 40 % der 9 Patienten besserten sich. Mehr als 50 % der 7 Kinder hatten ein Rezidiv, knapp ein Drittel wurde operiert.`,
  ],
  [
    "Jahre mit gutem Grund",
    `Methoden

Eingeschlossen wurden Patienten, die von Januar 2009 bis Dezember 2019 diagnostiziert wurden. Die Kriterien von 1997 wurden angewandt.

Ergebnisse

Die Nachbeobachtung endete 2021. Vor 2009 waren 12 Patienten anders behandelt worden. Von 2009 bis 2013 wurden 18 Patienten (41 %)
diagnostiziert, von 2014 bis 2019 weitere 26 (59 %).`,
  ],
  [
    "andere Studien",
    `Diskussion

Jansson et al. fanden bei 45 von 89 (51 %) eine Arthritis. In der Allgemeinbevölkerung tragen 8 % HLA-B27. Frühere Studien berichteten
23 % bis 47 %.`,
  ],
  [
    "Tabelle mit zwei Gruppen",
    `# Ergebnisse

Tabelle 1. Merkmale der Kinder

| Merkmal, n (%) | Früh (n = 40) | Spät (n = 44) | p |
|---|---|---|---|
| Fieber | 22 (55) | 20 (45) | 0,39 |
| Arthritis | 9 (23) | 16 (36) | 0,16 |
| Alter, Jahre, Median (Spannweite) | 9,8 (2–16) | 10,6 (3–17) | 0,44 |
| CRP, mg/l, Mittelwert ± SD | 12,1 ± 8,4 | 14,0 ± 9,9 | 0,34 |`,
  ],
  [
    "ein ganzer Text ohne Widerspruch",
    `Zusammenfassung

Untersucht wurden 44 Kinder mit systemischer Arthritis. Eine inaktive Erkrankung erreichten 31 (70 %).

Methoden

Ausgewertet wurden die Akten aller Kinder, die von 2009 bis 2019 behandelt wurden. Häufigkeiten wurden mit dem exakten Test nach Fisher verglichen.

Ergebnisse

Eingeschlossen wurden 44 Kinder, 24 Mädchen und 20 Jungen. Das mediane Alter bei Beginn betrug 5,1 Jahre (Spannweite 0,9–15,8). Fieber hatten
44/44 (100 %), ein Exanthem 37/44 (84,1 %), eine Arthritis 33/44 (75 %), eine Serositis 6/44 (13,6 %). Ein Makrophagenaktivierungssyndrom
entwickelten 5 (11,4 %) Kinder. Anakinra erhielten 26 Kinder, von denen 21 (80,8 %) binnen einer Woche fieberfrei waren; Tocilizumab erhielten
12, Canakinumab 9. Eine inaktive Erkrankung erreichten 31 (70,5 %), mit frühem Biologikum 20/24 (83,3 %), ohne 11/20 (55 %) (p = 0,053). Die
Nachbeobachtung betrug im Median 3,8 Jahre (Spannweite 0,5–9,7). Ein Kind starb.

Diskussion

Die frühe Gabe eines Biologikums ging mit einem günstigeren Verlauf einher. Der Unterschied verfehlte die Signifikanz knapp.`,
  ],
];
