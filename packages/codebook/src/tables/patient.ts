import { choice, date, key, partialDate, type Table, text, yesNo } from "../field.ts";

/** The child and the dates that every clock starts from. */
export const patient: Table = {
  name: "patient",
  says: "One row per child.",
  fields: [
    key("patient", "Pseudonym of the child; never a name, birth date or record number."),
    text("centre", "Hospital that keeps the chart.", { required: true }),
    choice(
      "cohort",
      "Which disease brought the child into the study?",
      [
        {
          code: "cno",
          says: "Chronic nonbacterial osteomyelitis",
          codes: { orpha: "324964", icd10gm: "M86.3", hpo: "HP:0005901" },
        },
        { code: "bacterial_osteomyelitis", says: "Bacterial osteomyelitis (control)", codes: { hpo: "HP:0002754" } },
      ],
      { required: true },
    ),
    choice("sex", "Sex as the chart states it.", [
      { code: "female", says: "Female" },
      { code: "male", says: "Male" },
      { code: "undetermined", says: "Undetermined" },
    ]),
    partialDate("born_on", "Year and month of birth (the day is not kept).", { required: true }),
    partialDate("onset_on", "First symptom that the family or the referring doctor remembers."),
    date("diagnosed_on", "Day on which the diagnosis was made in this centre.", { required: true }),
    choice("consent", "Consent to the use of the chart for research.", [
      { code: "given", says: "Given" },
      { code: "waived", says: "Waived by the ethics committee (retrospective review)" },
      { code: "withdrawn", says: "Withdrawn" },
    ]),
    choice("status", "What is known of the child now?", [
      { code: "alive", says: "Alive" },
      { code: "dead", says: "Dead" },
      { code: "lost", says: "Lost to follow-up" },
      { code: "opted_out", says: "Opted out" },
    ]),
    date("last_contact_on", "Last day on which the child's state is known; follow-up ends here.", { required: true }),
    yesNo("published_before", "Was the child part of an earlier publication of this centre?"),
  ],
  rules: [
    { code: "not-before", earlier: "born_on", later: "onset_on", says: "Symptoms cannot begin before birth." },
    {
      code: "not-before",
      earlier: "onset_on",
      later: "diagnosed_on",
      says: "The diagnosis cannot precede the first symptom.",
    },
    {
      code: "not-before",
      earlier: "diagnosed_on",
      later: "last_contact_on",
      says: "The last contact cannot precede the diagnosis.",
    },
  ],
};
