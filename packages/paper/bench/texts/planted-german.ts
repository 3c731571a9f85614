import type { BenchText } from "./bench-text.ts";

/** German texts with planted errors. */
export const PLANTED_GERMAN: readonly BenchText[] = [
  {
    name: "Anteil mit falschem Nenner",
    text: `Ergebnisse

Fieber bestand bei 14 von 37 Kindern (37,8 %), ein Exanthem bei 9 von 37 (26,3 %) und eine Arthritis bei 22 von 37 (59,5 %).`,
    planted: [{ class: "impossible", quotes: "9 von 37" }],
  },
  {
    name: "Zahlwort und Prozent",
    text: `Ergebnisse

Einundzwanzig von 35 Patienten (60 %) erhielten Methotrexat, zwölf von 35 Patienten (43 %) ein Biologikum.`,
    planted: [{ class: "impossible", quotes: "zwölf von 35" }],
  },
  {
    name: "Prozentsatz einer kleinen Gruppe",
    text: `Ergebnisse. Von den 7 Patienten waren 55 % zuvor mit Kortikosteroiden behandelt worden. Alle sprachen an.`,
    planted: [{ class: "impossible", quotes: "55 %" }],
  },
  {
    name: "Median außerhalb der Spannweite",
    text: `Ergebnisse

Das Alter bei Diagnose lag im Median bei 11,2 Jahren (Spannweite 2,1–9,8). Die mediane Nachbeobachtungszeit betrug 3,4 Jahre (Spannweite 0,2–8,1).`,
    planted: [{ class: "impossible", quotes: "11.2 Jahren" }],
  },
  {
    name: "Tabelle mit Zahlendreher",
    text: `# Ergebnisse

Tabelle 1. Merkmale bei Diagnose (n = 62)

| Merkmal | n/N (%) |
|---|---|
| Uveitis | 13/62 (21,0) |
| ANA positiv | 41/62 (61,6) |
| Oligoarthritis | 29/62 (46,8) |`,
    planted: [{ class: "impossible", quotes: "41/62" }],
  },
  {
    name: "Geschlechter übersteigen das Ganze",
    text: `Methoden

Eingeschlossen wurden 48 Kinder (29 Mädchen, 21 Jungen) aus vier Zentren.`,
    planted: [{ class: "impossible", quotes: "29 Mädchen" }],
  },
  {
    name: "Ausschlüsse gehen nicht auf",
    text: `Ergebnisse

Von 130 identifizierten Patienten wurden 27 ausgeschlossen, sodass 113 verblieben.`,
    planted: [{ class: "impossible", quotes: "130 identifizierten" }],
  },
  {
    name: "Überlebenskurve steigt",
    text: `Ergebnisse

Das rezidivfreie Überleben betrug 62 % nach 1 Jahr und 70 % nach 3 Jahren.`,
    planted: [{ class: "impossible", quotes: "62 %" }],
  },
  {
    name: "Jahre vor dem Studienzeitraum",
    text: `Methoden

Retrospektiv ausgewertet wurden alle Patienten, die zwischen 2008 und 2018 behandelt wurden.

Ergebnisse

Der Anteil der Patienten mit Biopsie sank (2003–2012: 71 %, 2013–2018: 40 %).`,
    planted: [{ class: "inconsistent", quotes: "2003–2012" }],
  },
  {
    name: "p-Wert kippt das Urteil",
    text: `Methoden. Häufigkeiten wurden mit dem exakten Test nach Fisher verglichen.

Ergebnisse. Ein Rezidiv trat bei 8/20 (40 %) mit und bei 6/22 (27 %) ohne Vorbehandlung auf (p = 0,004).`,
    planted: [{ class: "inconsistent", quotes: "p = 0.004" }],
  },
  {
    name: "Odds Ratio außerhalb ihres Intervalls",
    text: `Ergebnisse

Eine späte Diagnose erhöhte das Risiko (OR 3,1; 95 %-KI 3,6–8,2), das Geschlecht nicht (OR 1,0; 95 %-KI 0,5–1,9).`,
    planted: [{ class: "impossible", quotes: "OR 3.1" }],
  },
  {
    name: "Zusammenfassung gegen Ergebnisteil",
    text: `Zusammenfassung

Eine Remission unter Etanercept innerhalb von 6 Monaten erreichten 48 %.

Ergebnisse

Eine Remission unter Etanercept innerhalb von 6 Monaten erreichten 44 % (11/25). Unerwünschte Wirkungen waren selten.`,
    planted: [{ class: "inconsistent", quotes: "48 %" }],
  },
  {
    name: "Anzahl ohne mögliches Ganzes",
    text: `Ergebnisse

Eine Koxitis hatten 3 Kinder (70 %), eine Gonarthritis 15 (47 %).`,
    planted: [{ class: "impossible", quotes: "3 Kinder (70 %" }],
  },
  {
    name: "Spaltenkopf gegen Zelle",
    text: `# Ergebnisse

Tabelle 2. Verlauf

| Merkmal, n (%) | Gruppe A (n = 40) | Gruppe B (n = 44) |
|---|---|---|
| Remission | 22 (55) | 20 (45) |
| Rezidiv | 9 (23) | 16 (36) |
| Operation | 4 (17) | 5 (11) |
| Abbruch | 2 (5) | 3 (7) |`,
    planted: [{ class: "inconsistent", quotes: "Operation" }],
  },
  {
    name: "bekannte Werte in eigener Spalte",
    text: `# Ergebnisse

Tabelle 3. Befunde

| Merkmal, n (%) | N | Schub (n = 70) | N | kein Schub (n = 33) |
|---|---|---|---|---|
| Hepatomegalie | 67 | 50 (74,6) | 33 | 16 (48,5) |
| Splenomegalie | 65 | 37 (59,6) | 33 | 16 (48,5) |
| Arthritis | 69 | 42 (60,9) | 32 | 17 (53,1) |`,
    planted: [{ class: "impossible", quotes: "37 (59.6)" }],
  },
  {
    name: "Prozentsatz aus dem Satz davor",
    text: `Ergebnisse

Von den 160 Patienten starben 48 (30 %). In 12 Fällen (25 %) war der Tumor die Ursache, bei 30 Fällen (62,5 %) wahrscheinlich. In 6 Fällen
(62,5 %) blieb die Ursache offen.`,
    planted: [{ class: "impossible", quotes: "In 6 Fällen" }],
  },
  {
    name: "Überleben und Durchschnitt in anderer Wortstellung",
    text: `Ergebnisse

Das ereignisfreie Überleben lag nach 2 Jahren bei 70 % und nach 5 Jahren bei 78 %. Das Durchschnittsalter betrug 12,3 Jahre (Spannweite 1,2 bis 11,9 Jahre).`,
    planted: [
      { class: "impossible", quotes: "70 %" },
      { class: "impossible", quotes: "12.3 Jahre" },
    ],
  },
  {
    name: "thousands with a point",
    text: `Ergebnisse

Es wurden 1.250 von 5.000 Kindern (35,5 %) angeschrieben, 12,5 % von ihnen zweimal und 11,5 % dreimal.`,
    planted: [{ class: "impossible", quotes: "250 von" }],
  },
];
