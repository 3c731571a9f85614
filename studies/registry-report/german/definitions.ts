import { CALENDAR } from "../tables.ts";

/** What the report counts by: cohort, time point, groups, rules, core items. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  "Yearly report of a registry of chronic nonbacterial osteomyelitis":
    "Jahresbericht eines Registers für chronische nichtbakterielle Osteomyelitis",
  "the registry's own": "die des Registers",
  [`Children diagnosed with CNO, whenever (from ${CALENDAR[0]} to ${CALENDAR[1]}), whose consent was not withdrawn.`]: `Kinder mit der Diagnose CNO, wann auch immer gestellt (von ${CALENDAR[0]} bis ${CALENDAR[1]}), deren Einwilligung nicht widerrufen wurde.`,
  "The last visit is the latest one from day 1 after diagnosis on; it is read for itself, whatever happened before.":
    "Die letzte Visite ist die späteste ab Tag 1 nach der Diagnose; sie wird für sich gelesen, was auch immer vorher war.",
  "All children with CNO from diagnosis, whatever the treatment.":
    "Alle Kinder mit CNO ab der Diagnose, unabhängig von der Behandlung.",
  'Children given a drug of the class "Nonsteroidal antiinflammatory drug (NSAID)", from its first day.':
    "Kinder, die ein nichtsteroidales Antirheumatikum (NSAR) bekamen, ab dessen erstem Tag.",
  'Children given a drug of the class "Corticosteroid", from its first day.':
    "Kinder, die ein Kortikosteroid bekamen, ab dessen erstem Tag.",
  'Children given a drug of the class "Conventional disease-modifying antirheumatic drug (DMARD)", from its first day.':
    "Kinder, die ein konventionelles Basistherapeutikum (DMARD) bekamen, ab dessen erstem Tag.",
  'Children given a drug of the class "TNF-α inhibitor", from its first day.':
    "Kinder, die einen TNF-α-Inhibitor bekamen, ab dessen erstem Tag.",
  'Children given a drug of the class "Bisphosphonate", from its first day.':
    "Kinder, die ein Bisphosphonat bekamen, ab dessen erstem Tag.",
  'Children given a drug of the class "Other antiinflammatory or bone-directed treatment", from its first day.':
    "Kinder, die eine andere antientzündliche oder knochengerichtete Behandlung bekamen, ab deren erstem Tag.",

  "The report is as of the day that the run was told; without one, of the last visit or contact of any child in these charts, since charts state no day on which they were frozen.":
    "Stand des Berichts ist der Tag, der dem Lauf genannt wurde; ohne einen solchen der Tag der letzten Visite oder des letzten Kontakts irgendeines Kindes in diesen Akten, da Akten nicht angeben, wann sie eingefroren wurden.",
  "A child is lost to follow-up where the chart says so, or where no visit was recorded for 15 months (457 days) before the day of the report; a child without any visit counts from diagnosis.":
    "Ein Kind ist aus der Nachbeobachtung verloren, wenn die Akte es sagt oder wenn in den 15 Monaten (457 Tagen) vor dem Stichtag des Berichts keine Visite dokumentiert ist; bei einem Kind ohne jede Visite zählt die Zeit ab der Diagnose.",
  "Which visits are due is read from the follow-up plan that the charts bring from their registry; without one nobody can be said to be due. Its windows count from the first day of the class of drugs begun last, or else from diagnosis. A visit is due while its window is open without one, and overdue for 180 days after it closed, unless the child was seen in a later window. Of a child without a visit for 15 months a planned visit was missed where a window closed without one since its last visit.":
    "Welche Visiten fällig sind, steht im Nachsorgeplan, den die Akten aus ihrem Register mitbringen; ohne ihn lässt sich von niemandem sagen, ob eine Visite fällig ist. Seine Fenster zählen ab dem ersten Tag der zuletzt begonnenen Wirkstoffklasse, sonst ab der Diagnose. Eine Visite ist fällig, solange ihr Fenster ohne Visite offen ist, und überfällig bis 180 Tage nach dessen Ende, wenn das Kind nicht in einem späteren Fenster gesehen wurde. Ein Kind ohne Visite seit 15 Monaten hat eine geplante Visite versäumt, wenn sich seit seiner letzten Visite ein Fenster ohne Visite schloss.",
  "A child is enrolled in the year of the first visit in the chart, and without a visit in the year of diagnosis; charts state no day of enrolment.":
    "Ein Kind ist im Jahr der ersten Visite in der Akte aufgenommen, ohne Visite im Jahr der Diagnose; einen Tag der Aufnahme geben die Akten nicht an.",
  "The number of lesions at diagnosis is known where lesions were looked for on at least one image around diagnosis; on other images nothing is known of them.":
    "Die Zahl der Läsionen bei Diagnose ist bekannt, wenn auf mindestens einer Bildgebung um die Diagnose nach Läsionen gesucht wurde; von anderen Bildern ist darüber nichts bekannt.",
  "A drug runs on the day of the report where its stop is later, or is stated as not applicable; where the stop is blank or unknown nothing is known, and such children are left out of the share.":
    "Ein Medikament läuft am Stichtag des Berichts, wenn sein Ende später liegt oder als nicht zutreffend angegeben ist; ist das Ende leer oder unbekannt, ist darüber nichts bekannt, und solche Kinder gehen in den Anteil nicht ein.",
  "A class of drugs is given in a calendar year where one of its drugs runs on a day of it; the years of a child are those from diagnosis to the last contact.":
    "Eine Wirkstoffklasse gilt in einem Kalenderjahr als gegeben, wenn eines ihrer Medikamente an einem Tag dieses Jahres läuft; die Jahre eines Kindes sind die von der Diagnose bis zum letzten Kontakt.",
  "The first class of drugs is the one begun first, whether before or after diagnosis; classes begun on one day are ordered as NSAID, corticosteroid, DMARD, TNF-α inhibitor, bisphosphonate, other.":
    "Die erste Wirkstoffklasse ist die zuerst begonnene, ob vor oder nach der Diagnose; am selben Tag begonnene Klassen stehen in der Reihenfolge NSAR, Kortikosteroid, DMARD, TNF-α-Inhibitor, Bisphosphonat, andere.",
  "Pain and both globals at the last visit are those recorded at it; an item that was not recorded there is not taken from an earlier visit.":
    "Schmerz und beide Globalurteile bei der letzten Visite sind die dort dokumentierten; was dort fehlt, wird nicht aus einer früheren Visite übernommen.",
  "Medians with quartiles (Weibull's, as SPSS reports them) and ranges; percentages of those in whom it is known, with Wilson limits. Nothing is tested, and nothing is adjusted for.":
    "Mediane mit Quartilen (nach Weibull, wie SPSS sie angibt) und Spannweiten; Prozente derer, bei denen es bekannt ist, mit Konfidenzintervallen nach Wilson. Es wird nichts getestet und für nichts adjustiert.",

  "Pain, recorded at the visit.": "Schmerz, bei der Visite dokumentiert.",
  "Patient global, recorded at the visit.": "Globalurteil Familie, bei der Visite dokumentiert.",
  "Physician global, recorded at the visit.": "Globalurteil Arzt, bei der Visite dokumentiert.",
  "Weight, recorded at the visit.": "Gewicht, bei der Visite dokumentiert.",
  "ESR, a result read at the visit.": "BSG, ein der Visite zugeordneter Laborwert.",
  "CRP, a result read at the visit.": "CRP, ein der Visite zugeordneter Laborwert.",
  "CHAQ, recorded at the visit.": "CHAQ, bei der Visite dokumentiert.",
  "Whole-body MRI, done around diagnosis.": "Ganzkörper-MRT, um die Diagnose durchgeführt.",
  "Lesion count, lesions looked for on an image around diagnosis.":
    "Zahl der Läsionen: auf einer Bildgebung um die Diagnose wurde nach Läsionen gesucht.",
  "Drugs, at least one in the chart; a child who was given none cannot be told from one of whom none was entered.":
    "Medikamente, mindestens eines in der Akte; ein Kind, das keines bekam, ist von einem, bei dem keines eingetragen wurde, nicht zu unterscheiden.",

  "A classification is met or not met where every way to know the items that are not known gives that answer; else it is undecided.":
    "Eine Klassifikation ist erfüllt oder nicht erfüllt, wenn jede mögliche Ausprägung dessen, was nicht bekannt ist, dieselbe Antwort gibt; sonst ist sie nicht entscheidbar.",
};
