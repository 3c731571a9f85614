import { pairsOf } from "@osteon/protocol";
import { COMPARED_OUTCOMES } from "./outcomes/compared-outcomes.ts";
import { OUTCOME_DEFINITIONS } from "./outcomes/outcome-definitions.ts";
import { OUTCOME_ITEMS } from "./outcomes/outcome-item.ts";

/** The German of what studies of CNO share: rules, the clinical score, units; each text by its English one. */
export const CNO_GERMAN: Readonly<Record<string, string>> = {
  years: "Jahre",
  months: "Monate",
  weeks: "Wochen",
  days: "Tage",

  "Of two visits equally close to a time point, the earlier counts.":
    "Liegen zwei Visiten gleich nah an einem Zeitpunkt, zählt die frühere.",
  "The state at the start of a line, and at diagnosis, is that of the closest visit from 30 days before to 14 days after.":
    "Der Zustand zu Beginn einer Therapielinie und bei Diagnose ist der bei der nächstgelegenen Visite von 30 Tagen davor bis 14 Tagen danach.",
  "A treatment is concomitant at the start of a line if it runs on that day or starts within 30 days after it; a later start of a higher step is an escalation.":
    "Eine Behandlung ist zu Beginn einer Therapielinie begleitend, wenn sie an diesem Tag läuft oder in den 30 Tagen danach beginnt; beginnt eine höhere Stufe später, ist das eine Eskalation.",
  "Once treatment was escalated, or stopped for inefficacy, the line counts as ineffective at every later time point up to 24 months.":
    "Wurde die Behandlung eskaliert oder wegen fehlender Wirksamkeit beendet, gilt die Therapielinie an jedem späteren Zeitpunkt bis 24 Monate als unwirksam.",
  "Fever is a temperature above 38.0 °C.": "Fieber ist eine Temperatur über 38,0 °C.",
  "A marker is elevated above the upper limit of the laboratory; where the chart gives none, CRP above 5 mg/l and ESR above 15 mm/h.":
    "Ein Entzündungswert ist erhöht, wenn er über der oberen Normgrenze des Labors liegt; nennt die Akte keine, gelten ein CRP über 5 mg/l und eine BSG über 15 mm/h.",
  "Where a laboratory gives no more than a limit of measurement (below 5, above 200), every value on that side is possible: a question that all of them answer alike is answered, any other is undecided; medians and means leave the result out.":
    "Nennt das Labor nur eine Messgrenze (unter 5, über 200), ist jeder Wert auf dieser Seite möglich: Eine Frage, die sie alle gleich beantworten, ist beantwortet, jede andere bleibt offen; Mediane und Mittelwerte lassen das Ergebnis aus.",
  "Full remission is the absence of subjective signs (pain, painful sites) and objective signs (swelling, redness, heat, fever, elevated CRP or ESR) of inflammation; a marker that was not measured is not held against it, local signs must be recorded.":
    "Vollremission ist das Fehlen subjektiver (Schmerz, schmerzhafte Stellen) und objektiver Entzündungszeichen (Schwellung, Rötung, Überwärmung, Fieber, erhöhtes CRP oder erhöhte BSG); ein nicht gemessener Entzündungswert spricht nicht dagegen, die lokalen Zeichen müssen dokumentiert sein.",
  "Partial remission is overall subjective improvement and reduction of inflammatory variables: elevated CRP or ESR lower than at the start, or fewer local signs; if nothing was elevated at the start, nothing may be now.":
    "Teilremission ist eine subjektive Besserung insgesamt mit Rückgang der Entzündung: ein erhöhtes CRP oder eine erhöhte BSG niedriger als zu Beginn, oder weniger lokale Zeichen; war zu Beginn nichts erhöht, darf auch jetzt nichts erhöht sein.",
  "Inefficacy is the absence of improvement or disease progression resulting in treatment escalation; stopping for inefficacy counts as well.":
    "Fehlende Wirksamkeit ist das Ausbleiben einer Besserung oder ein Fortschreiten der Erkrankung, das zur Therapieeskalation führt; auch das Absetzen wegen fehlender Wirksamkeit zählt.",
  "A relapse is a visit with symptoms and subjective worsening and a new lesion visible on MRI, after temporary remission: the last telling visit before it was in partial or full remission.":
    "Ein Rückfall ist eine Visite mit Symptomen und subjektiver Verschlechterung und einer neuen Läsion im MRT nach vorübergehender Remission: Bei der letzten aussagekräftigen Visite davor bestand Teil- oder Vollremission.",
  "The MRI that shows the new lesion lies between 30 days before and 60 days after the visit.":
    "Das MRT, das die neue Läsion zeigt, liegt zwischen 30 Tagen vor und 60 Tagen nach der Visite.",
  "An MRI shows a new lesion, or else remaining activity (a lesion active or remaining), or else no visible lesion.":
    "Ein MRT zeigt eine neue Läsion, andernfalls Restaktivität (eine aktive oder verbliebene Läsion), andernfalls keine sichtbare Läsion.",
  "Lesions at diagnosis are those visible from 90 days before to 30 days after diagnosis.":
    "Läsionen bei Diagnose sind die von 90 Tagen vor bis 30 Tage nach der Diagnose sichtbaren.",

  "CNO was defined using the clinical score of Jansson et al. (points from the published odds ratios).":
    "Die CNO wurde nach dem klinischen Score von Jansson et al. definiert (Punkte aus den veröffentlichten Odds Ratios).",
  "Normal blood cell count.": "Normales Blutbild.",
  "Symmetric bone lesions: the same paired bone on both sides.":
    "Symmetrische Knochenläsionen: derselbe paarige Knochen auf beiden Seiten.",
  "A lesion with marginal sclerosis.": "Eine Läsion mit Randsklerose.",
  "Normal body temperature.": "Normale Körpertemperatur.",
  "A vertebral, clavicular or sternal lesion.": "Eine Läsion an Wirbelsäule, Klavikula oder Sternum.",
  "More than one radiologically proven lesion.": "Mehr als eine radiologisch gesicherte Läsion.",
  "CRP of 10 mg/l or more.": "CRP von mindestens 10 mg/l.",
  "A score of 39 or more: probable CNO.": "Score von mindestens 39: CNO wahrscheinlich.",
  "A score of 29 or more: uncertain diagnosis.": "Score von mindestens 29: Diagnose unsicher.",

  "Clinical score of Jansson et al.: 39 points or more, probable CNO.":
    "Klinischer Score von Jansson et al.: 39 Punkte oder mehr, wahrscheinliche CNO.",
  "Diagnostic score of Kostik et al. (NBODS): more than 17 points, nonbacterial osteomyelitis.":
    "Diagnostischer Score von Kostik et al. (NBODS): mehr als 17 Punkte, nichtbakterielle Osteomyelitis.",

  "Radiological lesions are those visible on the MRI closest to day 0, from 84 days before to 14 days after it, and on the MRI of the same kind closest to the time point within its window.":
    "Radiologische Läsionen sind die sichtbaren auf dem MRT, das Tag 0 am nächsten liegt, von 84 Tagen davor bis 14 Tagen danach, und auf dem MRT derselben Art, das dem Zeitpunkt in seinem Fenster am nächsten liegt.",
  "PedCNO reads five items at day 0 and at the time point: ESR, radiological lesions, physician global, patient global and CHAQ. A response is an improvement by the stated share in at least 3, while of the others at most 1 is worse by more than 30 per cent. An item that was 0 cannot improve, and is worse once it is above 0. With fewer than 3 items known at both times nothing is estimated.":
    "PedCNO liest fünf Merkmale an Tag 0 und zum Zeitpunkt: BSG, radiologische Läsionen, Globalurteil Arzt, Globalurteil Familie und CHAQ. Ansprechen ist eine Besserung um den genannten Anteil in mindestens 3, während von den übrigen höchstens 1 um mehr als 30 Prozent schlechter ist. Ein Merkmal, das 0 war, kann sich nicht bessern und ist schlechter, sobald es über 0 liegt. Sind weniger als 3 Merkmale zu beiden Zeiten bekannt, wird nichts geschätzt.",
  ...Object.fromEntries(
    [30, 50, 70, 90].map((percent) => [
      `PedCNO${percent}: an improvement by at least ${percent} per cent.`,
      `PedCNO${percent}: eine Besserung um mindestens ${percent} Prozent.`,
    ]),
  ),

  ...Object.fromEntries(
    OUTCOME_DEFINITIONS.flatMap(({ title, wellTitle }) => [
      [title.en, title.de],
      [wellTitle.en, wellTitle.de],
      [`${title.en}.`, `${title.de}.`],
    ]),
  ),
  ...Object.fromEntries(
    pairsOf(COMPARED_OUTCOMES.map(({ id }) => id)).map(([first, second]) => {
      const [one, other] = [first, second].map((name) => COMPARED_OUTCOMES.find(({ id }) => id === name)?.wellTitle);
      return [`Agreement: ${one?.en}; ${other?.en}`, `Übereinstimmung: ${one?.de}; ${other?.de}`];
    }),
  ),
  "Children of whom an outcome is not known, by definition and what is missing":
    "Kinder, von denen ein Outcome nicht bekannt ist, nach Definition und dem, was fehlt",
  ...Object.fromEntries(Object.values(OUTCOME_ITEMS).map(({ title }) => [title.en, title.de])),
  Remission: "Remission",
  PedCNO: "PedCNO",
  CDAS: "CDAS",
  MRI: "MRT",
  "The clinical disease activity score (CDAS) adds pain, patient global and the number of clinical lesions of one visit, without a cap; where one of the three is not recorded there is no score.":
    "Der klinische Aktivitätsscore (CDAS) ist die Summe aus Schmerz, Globalurteil der Familie und Anzahl klinischer Läsionen einer Visite, ohne Obergrenze; ist eines der drei nicht dokumentiert, gibt es keinen Score.",
  "CDAS has improved where it is at least 2.5 lower than at day 0; a score that was lower than 2.5 at day 0, as 0, cannot improve.":
    "Der CDAS hat sich gebessert, wenn er mindestens 2,5 niedriger ist als an Tag 0; ein Score, der an Tag 0 unter 2,5 lag, etwa 0, kann sich nicht bessern.",
  "Severe disease is a physician global of 4 or more.":
    "Eine schwere Erkrankung ist ein Globalurteil des Arztes von 4 oder mehr.",
  "Low pain is pain of at most 1 on the scale from 0 to 10.":
    "Geringer Schmerz ist ein Schmerz von höchstens 1 auf der Skala von 0 bis 10.",
  "Inactive by MRI: of the MRIs within the window of the time point the whole-body MRI closest to it shows no lesion that is new, active or remaining. Without a whole-body MRI the closest regional one can show activity, never its absence. An MRI on which no lesion was looked for is passed over.":
    "Inaktiv im MRT: Von den MRT im Fenster des Zeitpunkts zeigt das Ganzkörper-MRT, das ihm am nächsten liegt, keine neue, aktive oder verbliebene Läsion. Ohne Ganzkörper-MRT kann das nächstgelegene regionale Aktivität zeigen, nie ihr Fehlen. Ein MRT, auf dem nach keiner Läsion gesucht wurde, wird übergangen.",
};
