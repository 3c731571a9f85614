import { choice, date, decimal, integer, key, reference, since, type Table, text, yesNo } from "../field.ts";

const NRS = { possible: [0, 10], plausible: [0, 10] } as const;

/** What was asked, seen and felt at one visit. */
export const visit: Table = {
  name: "visit",
  says: "One row per visit of a child.",
  fields: [
    key("visit", "Number of the visit, unique in the study."),
    reference("patient", "Pseudonym of the child."),
    date("visited_on", "Day of the visit.", { required: true }),
    decimal("weight_kg", "Body weight.", 1, { possible: [0.5, 250], plausible: [8, 120] }, { unit: "kg" }),
    decimal(
      "height_cm",
      "Body height.",
      1,
      { possible: [20, 250], plausible: [50, 210] },
      { unit: "cm", ...since(2, ["Height", "Größe"], "Körpergröße.") },
    ),
    decimal(
      "temperature_cel",
      "Body temperature.",
      1,
      { possible: [30, 45], plausible: [35, 41.5] },
      { unit: "Cel", codes: { hpo: "HP:0001945" } },
    ),
    integer("pain_nrs", "Pain in the last week on a scale from 0 (none) to 10.", NRS, { codes: { hpo: "HP:0002653" } }),
    integer("patient_global_nrs", "How is the child doing, seen by child or family, 0 (very well) to 10?", NRS),
    integer("physician_global_nrs", "Disease activity seen by the physician, 0 (none) to 10.", NRS),
    decimal("chaq", "Childhood Health Assessment Questionnaire, 0 to 3.", 3, { possible: [0, 3], plausible: [0, 3] }),
    choice(
      "subjective_change",
      "Compared with the state at the start of the present treatment, the child or family feels:",
      [
        { code: "improved", says: "Improved" },
        { code: "unchanged", says: "Unchanged" },
        { code: "worse", says: "Worse" },
      ],
    ),
    yesNo("swelling", "Is there swelling over a bone or joint?"),
    yesNo("redness", "Is there redness?"),
    yesNo("heat", "Is there local heat?"),
    yesNo(
      "tenderness",
      "Is there focal tenderness over a bone?",
      since(3, ["Focal tenderness", "Druckschmerz"], "Besteht umschriebener Druckschmerz über einem Knochen?"),
    ),
    yesNo("reduced_range", "Is the range of movement of an extremity reduced?"),
    yesNo("abnormal_gait", "Is the gait abnormal?", { codes: { hpo: "HP:0001288" } }),
    integer("painful_sites", "Number of painful sites.", { possible: [0, 50], plausible: [0, 15] }),
    yesNo("painful_lower_extremity", "Is one of the painful sites in the lower extremities?"),
    choice("recorded_outcome", "Outcome, if the chart itself states one.", [
      { code: "full_remission", says: "Full remission" },
      { code: "partial_remission", says: "Partial remission" },
      { code: "no_remission", says: "No remission" },
      { code: "relapse", says: "Relapse" },
    ]),
    choice(
      "visit_type",
      "What kind of visit is it?",
      [
        { code: "scheduled", says: "Planned", german: "Geplant" },
        { code: "unscheduled", says: "Unplanned, for complaints", german: "Ungeplant, wegen Beschwerden" },
        { code: "remote", says: "By telephone or video", german: "Per Telefon oder Video" },
      ],
      since(2, ["Kind of visit", "Art der Visite"], "Was für eine Visite ist es?"),
    ),
    choice(
      "puberty",
      "Pubertal stage by Tanner.",
      ["1", "2", "3", "4", "5"].map((stage) => ({
        code: `tanner_${stage}`,
        says: `Tanner stage ${stage}`,
        german: `Tanner-Stadium ${stage}`,
      })),
      since(2, ["Puberty", "Pubertät"], "Pubertätsstadium nach Tanner."),
    ),
    integer(
      "fatigue_nrs",
      "Fatigue in the last week on a scale from 0 (none) to 10.",
      NRS,
      since(
        2,
        ["Fatigue (0–10)", "Erschöpfung (0–10)"],
        "Erschöpfung in der letzten Woche auf einer Skala von 0 (keine) bis 10.",
      ),
    ),
    integer(
      "clinical_lesions",
      "Number of sites that the examiner takes for active lesions.",
      { possible: [0, 50], plausible: [0, 20] },
      since(
        2,
        ["Clinical lesions", "Klinische Läsionen"],
        "Anzahl der Stellen, die bei der Untersuchung als aktive Läsionen gelten.",
      ),
    ),
    integer(
      "missed_days",
      "Days of school or sport missed in the last four weeks.",
      { possible: [0, 28], plausible: [0, 28] },
      since(
        2,
        ["Missed days (4 weeks)", "Versäumte Tage (4 Wochen)"],
        "Versäumte Schul- oder Sporttage in den letzten vier Wochen.",
      ),
    ),
    integer(
      "leg_length_difference_mm",
      "Difference between the lengths of the legs.",
      { possible: [0, 200], plausible: [0, 60] },
      {
        unit: "mm",
        ...since(2, ["Leg length difference", "Beinlängendifferenz"], "Unterschied zwischen den Längen der Beine."),
      },
    ),
    text(
      "functioning",
      "Functioning and disability by ICF: codes with their qualifiers.",
      since(
        2,
        ["Functioning (ICF)", "Funktionsfähigkeit (ICF)"],
        "Funktionsfähigkeit und Behinderung nach ICF: Kodes mit ihren Beurteilungsmerkmalen.",
      ),
    ),
  ],
  rules: [],
};
