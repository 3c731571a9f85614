/** The German of `tables/patient.ts`, `tables/visit.ts` and of the reasons why a value is missing. */
export const PATIENT_AND_VISIT: Readonly<Record<string, string>> = {
  "One row per child.": "Eine Zeile je Kind.",
  "Pseudonym of the child; never a name, birth date or record number.":
    "Pseudonym des Kindes; nie Name, Geburtsdatum oder Aktennummer.",
  "Hospital that keeps the chart.": "Klinik, die die Akte führt.",
  "Which disease brought the child into the study?": "Welche Erkrankung brachte das Kind in die Studie?",
  "Chronic nonbacterial osteomyelitis": "Chronische nichtbakterielle Osteomyelitis",
  "Bacterial osteomyelitis (control)": "Bakterielle Osteomyelitis (Kontrolle)",
  "Sex as the chart states it.": "Geschlecht laut Akte.",
  Female: "Weiblich",
  Male: "Männlich",
  Undetermined: "Unbestimmt",
  "Year and month of birth (the day is not kept).": "Jahr und Monat der Geburt (der Tag wird nicht aufbewahrt).",
  "First symptom that the family or the referring doctor remembers.":
    "Erstes Symptom, an das sich die Familie oder die zuweisende Praxis erinnert.",
  "Day on which the diagnosis was made in this centre.": "Tag, an dem die Diagnose in diesem Zentrum gestellt wurde.",
  "Consent to the use of the chart for research.": "Einwilligung in die Nutzung der Akte für die Forschung.",
  Given: "Erteilt",
  "Waived by the ethics committee (retrospective review)":
    "Von der Ethikkommission erlassen (retrospektive Auswertung)",
  Withdrawn: "Widerrufen",
  "What is known of the child now?": "Was ist jetzt von dem Kind bekannt?",
  Alive: "Lebt",
  Dead: "Verstorben",
  "Lost to follow-up": "Nicht mehr erreichbar (lost to follow-up)",
  "Opted out": "Auf eigenen Wunsch ausgeschieden",
  "Last day on which the child's state is known; follow-up ends here.":
    "Letzter Tag, an dem der Zustand des Kindes bekannt ist; hier endet die Nachbeobachtung.",
  "Was the child part of an earlier publication of this centre?":
    "War das Kind Teil einer früheren Publikation dieses Zentrums?",
  "Symptoms cannot begin before birth.": "Symptome können nicht vor der Geburt beginnen.",
  "The diagnosis cannot precede the first symptom.": "Die Diagnose kann nicht vor dem ersten Symptom liegen.",
  "The last contact cannot precede the diagnosis.": "Der letzte Kontakt kann nicht vor der Diagnose liegen.",

  "Pseudonym of the child.": "Pseudonym des Kindes.",
  "One row per visit of a child.": "Eine Zeile je Visite eines Kindes.",
  "Number of the visit, unique in the study.": "Nummer der Visite, in der Studie eindeutig.",
  "Day of the visit.": "Tag der Visite.",
  "Body weight.": "Körpergewicht.",
  "Body temperature.": "Körpertemperatur.",
  "Pain in the last week on a scale from 0 (none) to 10.":
    "Schmerz in der letzten Woche auf einer Skala von 0 (keiner) bis 10.",
  "How is the child doing, seen by child or family, 0 (very well) to 10?":
    "Wie geht es dem Kind aus Sicht von Kind oder Familie, von 0 (sehr gut) bis 10?",
  "Disease activity seen by the physician, 0 (none) to 10.":
    "Krankheitsaktivität aus ärztlicher Sicht, von 0 (keine) bis 10.",
  "Childhood Health Assessment Questionnaire, 0 to 3.": "Childhood Health Assessment Questionnaire (CHAQ), 0 bis 3.",
  "Compared with the state at the start of the present treatment, the child or family feels:":
    "Verglichen mit dem Beginn der jetzigen Behandlung empfinden Kind oder Familie den Zustand als:",
  Improved: "Gebessert",
  Unchanged: "Unverändert",
  Worse: "Schlechter",
  "Is there swelling over a bone or joint?": "Besteht eine Schwellung über einem Knochen oder Gelenk?",
  "Is there redness?": "Besteht eine Rötung?",
  "Is there local heat?": "Besteht eine Überwärmung?",
  "Is the range of movement of an extremity reduced?": "Ist die Beweglichkeit einer Extremität eingeschränkt?",
  "Is the gait abnormal?": "Ist das Gangbild auffällig?",
  "Number of painful sites.": "Anzahl der schmerzhaften Stellen.",
  "Is one of the painful sites in the lower extremities?":
    "Liegt eine der schmerzhaften Stellen an den unteren Extremitäten?",
  "Outcome, if the chart itself states one.": "Ergebnis, falls die Akte selbst eines nennt.",
  "Full remission": "Vollremission",
  "Partial remission": "Teilremission",
  "No remission": "Keine Remission",
  Relapse: "Rückfall",

  "Not yet entered": "Noch nicht erfasst",
  "Not done: the examination was not made": "Nicht gemacht: Die Untersuchung fand nicht statt",
  "Unknown: it was sought and could not be found out": "Unbekannt: Es wurde gesucht und ließ sich nicht klären",
  "Not applicable to this child": "Trifft auf dieses Kind nicht zu",
};
