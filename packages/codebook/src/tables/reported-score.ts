import { type Choice, choice, date, decimal, key, reference, since, type Table, text } from "../field.ts";

/** The seven domains of PROMIS of which CNO registries keep T scores. */
const PROMIS: readonly Choice[] = [
  ["fatigue", "fatigue", "Erschöpfung"],
  ["pain_interference", "pain interference", "Beeinträchtigung durch Schmerz"],
  ["pain_behaviour", "pain behaviour", "Schmerzverhalten"],
  ["mobility", "mobility", "Mobilität"],
  ["upper_extremity", "upper extremity", "Obere Extremität"],
  ["physical_activity", "physical activity", "Körperliche Aktivität"],
  ["strength_impact", "strength impact", "Auswirkung der Kraft"],
].map(([code, says, german]) => ({
  code: `promis_${code}`,
  says: `PROMIS ${says}, T score`,
  german: `PROMIS ${german}, T-Wert`,
  since: 3,
}));

/** Scores of questionnaires; their questions are licensed and stand nowhere here. */
export const reportedScore: Table = {
  name: "reported_score",
  says: "One row per score of a questionnaire that the child or somebody for it answered.",
  since: 3,
  names: {
    one: ["Patient-reported score", "Fragebogenwert"],
    many: ["Patient-reported scores", "Fragebogenwerte"],
  },
  german: "Eine Zeile je Wert eines Fragebogens, den das Kind oder jemand für das Kind beantwortet hat.",
  fields: [
    key(
      "reported_score",
      "Number of the score, unique in the study.",
      since(3, ["Number of the score", "Nummer des Werts"], "Nummer des Werts, in der Studie einmalig."),
    ),
    reference("patient", "Pseudonym of the child.", {
      required: true,
      ...since(3, ["Child", "Kind"], "Pseudonym des Kindes."),
    }),
    reference(
      "visit",
      "The visit at which it was answered, if any.",
      since(3, ["Visit", "Visite"], "Die Visite, bei der er beantwortet wurde, falls es eine gab."),
    ),
    date("answered_on", "Day on which it was answered.", {
      required: true,
      ...since(3, ["Answered on", "Beantwortet am"], "Tag, an dem er beantwortet wurde."),
    }),
    choice(
      "instrument",
      "Which questionnaire?",
      [
        ...PROMIS,
        { code: "pedsql", says: "PedsQL", german: "PedsQL", since: 3 },
        { code: "jamar", says: "JAMAR", german: "JAMAR", since: 3 },
        { code: "chaq", says: "CHAQ", german: "CHAQ", since: 3 },
        { code: "other", says: "Another questionnaire", german: "Ein anderer Fragebogen", since: 3 },
      ],
      { required: true, ...since(3, ["Questionnaire", "Fragebogen"], "Welcher Fragebogen?") },
    ),
    text(
      "instrument_name",
      "Which, where it is another.",
      since(3, ["Another: which", "Anderer: welcher"], "Welcher, wenn es ein anderer ist."),
    ),
    text(
      "scale",
      "The scale or module, as its manual names it.",
      since(3, ["Scale or module", "Skala oder Modul"], "Die Skala oder das Modul, wie das Handbuch es nennt."),
    ),
    text(
      "instrument_version",
      "Version or form, as 2.0 short form 8a.",
      since(3, ["Version", "Version"], "Version oder Form, etwa 2.0 Kurzform 8a."),
    ),
    text(
      "language",
      "Language in which it was answered, as its ISO 639 code: de, en.",
      since(3, ["Language", "Sprache"], "Sprache, in der er beantwortet wurde, als Kode nach ISO 639: de, en."),
    ),
    decimal(
      "score",
      "The score, computed as the manual says.",
      3,
      // What is usual depends on the questionnaire; see `reportedScoreCheck`.
      { possible: [0, 1000], plausible: [0, 1000] },
      since(3, ["Score", "Wert"], "Der Wert, berechnet wie im Handbuch beschrieben."),
    ),
    choice(
      "answered_by",
      "Who answered?",
      [
        { code: "child", says: "The child", german: "Das Kind", since: 3 },
        { code: "parent", says: "A parent", german: "Ein Elternteil", since: 3 },
        { code: "both", says: "Child and parent together", german: "Kind und Elternteil zusammen", since: 3 },
        { code: "other", says: "Somebody else for the child", german: "Jemand anderes für das Kind", since: 3 },
        { code: "not_stated", says: "The chart does not say", german: "Die Akte sagt es nicht", since: 3 },
      ],
      { required: true, ...since(3, ["Answered by", "Beantwortet von"], "Wer hat geantwortet?") },
    ),
  ],
  rules: [
    {
      code: "required-when",
      field: "instrument_name",
      when: "instrument",
      equals: "other",
      says: "Another questionnaire needs its name.",
      german: "Ein anderer Fragebogen braucht seinen Namen.",
    },
  ],
};
