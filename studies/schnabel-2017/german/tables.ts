const NORMALITY =
  "Mean and SD where the Kolmogorov-Smirnov test, as SPSS 21 printed it, does not reject a normal distribution at 0.05; else median and range.";

/** Tables: Table 1 with the variables in it, normality, survival, response, predictors, score. */
export const TABLES: Readonly<Record<string, string>> = {
  "Table 1": "Tabelle 1",
  "Baseline characteristics of children with CNO (n = {cno-patients.all.n|number})":
    "Ausgangsmerkmale der Kinder mit CNO (n = {cno-patients.all.n|number})",
  "Demographic characteristics": "Demographische Merkmale",
  "Female/male": "Weiblich/männlich",
  "Age at symptom onset": "Alter bei Symptombeginn",
  "Age at diagnosis": "Alter bei Diagnose",
  "Delay in diagnosis": "Zeit bis zur Diagnose",
  "Clinical characteristics": "Klinische Merkmale",
  "Painful localizations per patient": "Schmerzhafte Lokalisationen je Kind",
  "Local inflammatory signs (swelling, redness, heat)": "Lokale Entzündungszeichen (Schwellung, Rötung, Überwärmung)",
  "Loss of function (reduced range, abnormal gait)":
    "Funktionseinschränkung (Beweglichkeit eingeschränkt, Gangbild auffällig)",
  "Fever above 38.0 °C": "Fieber über 38,0 °C",
  "Arthritis distant to CNO lesions": "Arthritis fern der CNO-Läsionen",
  "Inflammatory bowel disease": "Chronisch-entzündliche Darmerkrankung",
  Sequelae: "Folgeschäden",
  "Radiological characteristics": "Radiologische Merkmale",
  "Radiological lesions per patient": "Radiologische Läsionen je Kind",
  "Unifocal manifestation at diagnosis": "Unifokal bei Diagnose",
  "Inflammation markers": "Entzündungswerte",
  Leukocytes: "Leukozyten",
  Thrombocytes: "Thrombozyten",
  Neutrophils: "Neutrophile",
  Lymphocytes: "Lymphozyten",
  Monocytes: "Monozyten",
  CRP: "CRP",
  ESR: "BSG",
  "HLA-B27 and autoantibodies": "HLA-B27 und Autoantikörper",
  "HLA-B27 positive": "HLA-B27-positiv",
  "ANA positive": "ANA-positiv",
  [`Mean ± SD or median (range) as the protocol's rule says: ${NORMALITY}`]:
    "Mittelwert ± SD oder Median (Spannweite) nach der Regel des Protokolls: Mittelwert und SD, wenn der Kolmogorow-Smirnow-Test, wie ihn SPSS 21 ausgab, eine Normalverteilung zum Niveau 0,05 nicht verwirft; sonst Median und Spannweite.",
  "Limits of shares: Wilson. Known: children in whom the variable is known.":
    "Konfidenzintervalle der Anteile: Wilson. Bekannt: Kinder, bei denen das Merkmal bekannt ist.",
  "Normality tests, and what each rule would print": "Tests auf Normalverteilung, und was jede Regel drucken würde",
  "KS: Kolmogorov-Smirnov with estimated mean and SD and without correction, as SPSS 21 printed it; its p is too large. Lilliefors: the same distance, corrected; p above 0.1 is given as 0.10.":
    "KS: Kolmogorow-Smirnow mit geschätztem Mittelwert und geschätzter SD ohne Korrektur, wie SPSS 21 ihn ausgab; sein p ist zu groß. Lilliefors: derselbe Abstand, korrigiert; p über 0,1 steht als 0,10.",
  "A rule keeps mean ± SD where its p is at least 0.05.":
    "Eine Regel behält Mittelwert ± SD, wo ihr p mindestens 0,05 ist.",

  "Clinical outcome by treatment and time point, n (%)": "Klinisches Ergebnis nach Behandlung und Zeitpunkt, n (%)",
  Known: "Bekannt",
  "Not seen": "Nicht gesehen",
  "Percentages are of the children whose state is known at the time point. At the last visit only that visit counts.":
    "Prozente beziehen sich auf die Kinder, deren Zustand zum Zeitpunkt bekannt ist. Bei der letzten Visite zählt nur diese.",

  Relapse: "Rückfall",
  "Relapse-free survival by Kaplan-Meier": "Rückfallfreies Überleben nach Kaplan-Meier",
  Estimate: "Schätzwert",
  "95 % limits, log-log": "95 %-KI, log-log",
  "95 % limits, log": "95 %-KI, log",
  "95 % limits, plain": "95 %-KI, linear",
  "Relapsed / children": "Mit Rückfall / Kinder",
  "Median time to relapse, months": "Mediane Zeit bis zum Rückfall, Monate",
  ...Object.fromEntries(
    [12, 24, 36, 48, 60].map((month) => [
      `Relapse-free at ${month} months, %`,
      `Nach ${month} Monaten rückfallfrei, %`,
    ]),
  ),
  "Median follow-up, months (reverse Kaplan-Meier)": "Mediane Nachbeobachtung, Monate (umgekehrter Kaplan-Meier)",
  "Relapse-free survival, unifocal and multifocal at diagnosis: log-rank p":
    "Rückfallfreies Überleben, unifokal und multifokal bei Diagnose: p im Log-Rank-Test",
  "Relapse-free survival, subacute and chronic presentation: log-rank p":
    "Rückfallfreies Überleben, subakute und chronische Verlaufsform: p im Log-Rank-Test",
  "R's survfit defaults to log limits, SAS to log-log; SPSS prints none. Where the curve is flat at one half the median is the midpoint, as R prints it.":
    "survfit in R rechnet ohne weitere Angabe auf der log-Skala, SAS auf der log-log-Skala; SPSS gibt kein Intervall aus. Verläuft die Kurve bei ein Halb waagrecht, ist der Median die Mitte dieser Strecke, wie R ihn ausgibt.",
  "NE: not estimable; an upper limit is not reached within follow-up.":
    "NE: nicht schätzbar; eine obere Grenze ist in der Beobachtungszeit nicht erreicht.",

  Radiology: "Radiologie",
  "Radiological response by treatment, n (%)": "Radiologisches Ansprechen nach Behandlung, n (%)",
  "With MRI": "Mit MRT",
  "Without MRI": "Ohne MRT",

  Children: "Kinder",
  "Wilson limits": "95 %-KI (Wilson)",
  "Clopper-Pearson limits": "95 %-KI (Clopper-Pearson)",
  "Chi-square without correction": "Chi-Quadrat-Test ohne Korrektur",
  "Chi-square with Yates' correction": "Chi-Quadrat-Test mit Yates-Korrektur",
  "Fisher's exact test": "Exakter Test nach Fisher",

  Predictors: "Prädiktoren",
  "Predictors of arthritis": "Prädiktoren der Arthritis",
  Without: "Ohne",
  With: "Mit",
  Test: "Test",
  p: "p",
  "Delay in diagnosis, days (median), distant arthritis":
    "Zeit bis zur Diagnose, Tage (Median), läsionsferne Arthritis",
  "Wilcoxon-Mann-Whitney": "Wilcoxon-Mann-Whitney",
  "Lesions (median), distant arthritis": "Läsionen (Median), läsionsferne Arthritis",
  "HLA-B27 positive and any arthritis: odds ratio": "HLA-B27-positiv und irgendeine Arthritis: Odds Ratio",
  "Fisher's exact": "Exakter Test nach Fisher",
  "The paper describes these children and tests nothing; the tests are named beforehand in the protocol and are exploratory.":
    "Die Arbeit beschreibt diese Kinder und testet nichts; die Tests sind im Protokoll vorab benannt und explorativ.",
  "Inflammatory markers against clinical signs": "Entzündungswerte und klinische Zeichen",
  "Local signs: p": "Lokale Zeichen: p",
  "Fever: p": "Fieber: p",
  "Lesions: rho": "Läsionen: Rho",
  "Lesions: p": "Läsionen: p",
  "Signs and fever: Wilcoxon-Mann-Whitney; lesions: Spearman's rank correlation.":
    "Zeichen und Fieber: Wilcoxon-Mann-Whitney; Läsionen: Rangkorrelation nach Spearman.",

  Score: "Score",
  "Jansson score: children with CNO against bacterial osteomyelitis":
    "Jansson-Score: Kinder mit CNO gegenüber bakterieller Osteomyelitis",
  "Sensitivity at 39": "Sensitivität bei 39",
  "Specificity at 39": "Spezifität bei 39",
  "Sensitivity at 29": "Sensitivität bei 29",
  "Specificity at 29": "Spezifität bei 29",
  "Area under the ROC curve (DeLong limits)": "Fläche unter der ROC-Kurve (KI nach DeLong)",
  "Scores not complete: {jansson-score.all.missing|number}.":
    "Unvollständige Scores: {jansson-score.all.missing|number}.",
};
