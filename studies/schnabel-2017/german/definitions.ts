import { JANSSON_TABLES } from "@osteon/cno";
import { POINTS } from "../report/labels.ts";

const score = Object.values(JANSSON_TABLES.score_item.rows).map(({ points }) => points);
const [blood, symmetric, sclerosis, temperature, place, several, crp] = score;

/** Who is counted, when, in which lines, by which rules. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  "Treatment response and longterm outcomes in children with chronic nonbacterial osteomyelitis":
    "Therapieansprechen und Langzeitverlauf bei Kindern mit chronischer nichtbakterieller Osteomyelitis",
  "Children diagnosed with CNO between January 1, 2004, and December 31, 2015.":
    "Kinder, bei denen zwischen dem 1. Januar 2004 und dem 31. Dezember 2015 eine CNO diagnostiziert wurde.",
  "Children with bacterial osteomyelitis of the same centre serve as controls for the clinical score; their period is not stated, the CNO cohort's is taken.":
    "Kinder mit bakterieller Osteomyelitis desselben Zentrums dienen als Kontrollen für den klinischen Score; ihr Zeitraum ist nicht angegeben, angenommen wird der der CNO-Kohorte.",
  "Two weeks is the visit closest to day 14, within days 7 to 35.":
    "Zwei Wochen: die Visite, die Tag 14 am nächsten liegt, innerhalb der Tage 7 bis 35.",
  "Month 3 is the visit closest to day 91, within days 36 to 136.":
    "Monat 3: die Visite, die Tag 91 am nächsten liegt, innerhalb der Tage 36 bis 136.",
  "Month 6 is the visit closest to day 183, within days 137 to 273.":
    "Monat 6: die Visite, die Tag 183 am nächsten liegt, innerhalb der Tage 137 bis 273.",
  "Month 12 is the visit closest to day 365, within days 274 to 547.":
    "Monat 12: die Visite, die Tag 365 am nächsten liegt, innerhalb der Tage 274 bis 547.",
  "Month 24 is the visit closest to day 730, within days 548 to 912.":
    "Monat 24: die Visite, die Tag 730 am nächsten liegt, innerhalb der Tage 548 bis 912.",
  "The last visit is the latest one from day 1 of the line on; it is read for itself, whatever happened before.":
    "Die letzte Visite ist die späteste ab Tag 1 der Therapielinie; sie wird für sich gelesen, was auch immer vorher war.",

  "All children with CNO from diagnosis, whatever the treatment ('independent of therapy').":
    "Alle Kinder mit CNO ab der Diagnose, unabhängig von der Behandlung („independent of therapy“).",
  "The MRI closest to day 365, within days 60 to 400 of the line.":
    "Das MRT, das Tag 365 am nächsten liegt, innerhalb der Tage 60 bis 400 der Therapielinie.",
  "Children treated with antibiotics for suspected bacterial osteomyelitis, from the first antibiotic.":
    "Kinder, die wegen Verdachts auf bakterielle Osteomyelitis Antibiotika bekamen, ab dem ersten Antibiotikum.",
  "Children exclusively treated with NSAID: no other antiinflammatory treatment at the start of the NSAID.":
    "Ausschließlich mit NSAR behandelte Kinder: keine andere antientzündliche Behandlung zu Beginn der NSAR.",
  "The whole-body MRI closest to day 365, within days 60 to 400 of the NSAID.":
    "Das Ganzkörper-MRT, das Tag 365 am nächsten liegt, innerhalb der Tage 60 bis 400 der NSAR-Behandlung.",
  "Children given corticosteroids; concomitant NSAID are tolerated.":
    "Kinder, die Kortikosteroide bekamen; begleitende NSAR sind zugelassen.",
  "Children given MTX or SSZ are excluded from the analysis of response.":
    "Kinder, die MTX oder SSZ bekamen, sind von der Auswertung des Ansprechens ausgeschlossen.",
  "Children given a TNF-α inhibitor; concomitant NSAID are tolerated.":
    "Kinder, die einen TNF-α-Inhibitor bekamen; begleitende NSAR sind zugelassen.",
  "Children given pamidronate; concomitant NSAID are tolerated.":
    "Kinder, die Pamidronat bekamen; begleitende NSAR sind zugelassen.",

  "Time to relapse runs from diagnosis to the first relapse; children without one are censored at the last contact.":
    "Die Zeit bis zum Rückfall läuft von der Diagnose bis zum ersten Rückfall; Kinder ohne Rückfall sind am letzten Kontakt zensiert.",
  "The spine one year after diagnosis is read on the MRI closest to day 365, within days 183 to 547, among those that looked at a vertebral lesion.":
    "Die Wirbelsäule ein Jahr nach der Diagnose wird auf dem MRT beurteilt, das Tag 365 am nächsten liegt, innerhalb der Tage 183 bis 547, unter denen, die eine Wirbelläsion abbilden.",
  "Subacute: symptoms of 2 weeks (day 14) to 3 months; chronic: 3 months (day 91) or longer. Shorter histories fit neither and are the children without a definite class.":
    "Subakut: Symptome seit 2 Wochen (Tag 14) bis 3 Monaten; chronisch: seit 3 Monaten (Tag 91) oder länger. Kürzere Verläufe passen zu keinem von beiden und sind nicht eingeordnet.",
  "CRMO: at least one relapse and more than one lesion, in a child with a definite class of presentation.":
    "CRMO: mindestens ein Rückfall und mehr als eine Läsion bei einem Kind mit eingeordneter Verlaufsform.",
  "Multifocal: more than one lesion on any imaging; Table 1's unifocal children are those with one lesion at diagnosis.":
    "Multifokal: mehr als eine Läsion auf irgendeiner Bildgebung; unifokal in Tabelle 1 sind Kinder mit einer Läsion bei Diagnose.",
  "A normal blood count has leukocytes and thrombocytes within the laboratory's limits; the differential count is left out, since three quarters of the children have monocytosis.":
    "Beim normalen Blutbild liegen Leukozyten und Thrombozyten in den Normgrenzen des Labors; das Differenzialblutbild bleibt außer Betracht, da drei Viertel der Kinder eine Monozytose haben.",
  "Mean and SD where the Kolmogorov-Smirnov test, as SPSS 21 printed it, does not reject a normal distribution at 0.05; else median and range.":
    "Mittelwert und SD, wenn der Kolmogorow-Smirnow-Test, wie ihn SPSS 21 ausgab, eine Normalverteilung zum Niveau 0,05 nicht verwirft; sonst Median und Spannweite.",
  "Percentages are rounded half up, for display only.": "Prozente sind kaufmännisch gerundet, nur für die Darstellung.",
  "Antibiotic use is compared between children diagnosed up to 2007 and from 2008 on.":
    "Der Einsatz von Antibiotika wird zwischen Kindern mit Diagnose bis 2007 und ab 2008 verglichen.",

  "Time points": "Zeitpunkte",
  "Lines of treatment": "Therapielinien",
  Outcome: "Zielgröße",
  Imaging: "Bildgebung",
  Strata: "Untergruppen",
  Statistics: "Statistik",
  [POINTS]: [
    `Normales Blutbild: ${blood} Punkte. Symmetrische Knochenläsionen, derselbe paarige Knochen auf beiden Seiten: ${symmetric} Punkte.`,
    `Eine Läsion mit Randsklerose: ${sclerosis} Punkte. Normale Körpertemperatur: ${temperature} Punkte.`,
    `Eine Läsion an Wirbelsäule, Klavikula oder Sternum: ${place} Punkte. Mehr als eine radiologisch gesicherte Läsion: ${several} Punkte.`,
    `CRP von mindestens 10 mg/l: ${crp} Punkte.`,
  ].join(" "),
  "Percentages with Wilson limits, beside them Clopper-Pearson limits; relapse-free survival by Kaplan-Meier with log-log, log and plain limits (R: survfit with conf.type), groups by the log-rank test; two by two tables by chi-square with and without correction and Fisher's exact test; ranks by Wilcoxon-Mann-Whitney and Spearman; area under the ROC curve with DeLong limits. All tests are two-sided.":
    "Prozente mit Konfidenzintervallen nach Wilson, daneben nach Clopper-Pearson; rückfallfreies Überleben nach Kaplan-Meier mit Konfidenzintervallen auf log-log-, log- und linearer Skala (R: survfit mit conf.type), Gruppen mit dem Log-Rank-Test; Vierfeldertafeln mit dem Chi-Quadrat-Test ohne und mit Korrektur und dem exakten Test nach Fisher; Ränge nach Wilcoxon-Mann-Whitney und Spearman; Fläche unter der ROC-Kurve mit Konfidenzintervall nach DeLong. Alle Tests sind zweiseitig.",
};
