import { choice, date, key, monthOrYear, partialDate, since, type Table, text, yesNo } from "../field.ts";

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
    monthOrYear("born_on", "Year and month of birth (the day is not kept).", { required: true }),
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
    partialDate(
      "first_contact_on",
      "First contact with a specialised centre.",
      since(2, ["First contact", "Erster Kontakt"], "Erster Kontakt mit einem spezialisierten Zentrum."),
    ),
    partialDate("died_on", "Date of death.", since(2, ["Died", "Verstorben am"], "Sterbedatum.")),
    text(
      "genetic_diagnosis",
      "Genetic diagnosis, as an HGVS expression, HGNC symbol or OMIM number.",
      since(
        2,
        ["Genetic diagnosis", "Genetische Diagnose"],
        "Genetische Diagnose, als HGVS-Ausdruck, HGNC-Symbol oder OMIM-Nummer.",
      ),
    ),
    text(
      "undiagnosed_phenotype",
      "Where the diagnosis stays open: what is seen, as HPO terms.",
      since(
        2,
        ["Undiagnosed: what is seen", "Ungeklärt: Befunde"],
        "Wenn die Diagnose offen bleibt: was zu sehen ist, als HPO-Begriffe.",
      ),
    ),
    yesNo(
      "contact_for_research",
      "Does the family agree to be contacted for research?",
      since(
        2,
        ["May be contacted for research", "Kontakt für Forschung erlaubt"],
        "Ist die Familie einverstanden, für Forschung angesprochen zu werden?",
      ),
    ),
    yesNo(
      "sample_available",
      "Is there a biological sample of the child?",
      since(2, ["Biological sample", "Bioprobe"], "Gibt es eine Bioprobe des Kindes?"),
    ),
    text(
      "biobank",
      "Biobank that keeps the sample, with its address.",
      since(2, ["Biobank", "Biobank"], "Biobank, die die Probe aufbewahrt, mit ihrer Adresse."),
    ),
    yesNo(
      "hypophosphatasia_excluded",
      "Was hypophosphatasia excluded?",
      since(
        2,
        ["Hypophosphatasia excluded", "Hypophosphatasie ausgeschl."],
        "Wurde eine Hypophosphatasie ausgeschlossen?",
      ),
    ),
    yesNo(
      "vitamin_c_deficiency_excluded",
      "Was a deficiency of vitamin C excluded?",
      since(2, ["Scurvy excluded", "Skorbut ausgeschlossen"], "Wurde ein Mangel an Vitamin C ausgeschlossen?"),
    ),
    yesNo(
      "malignancy_excluded",
      "Was a malignant disease excluded?",
      since(3, ["Malignancy excluded", "Malignom ausgeschlossen"], "Wurde eine bösartige Erkrankung ausgeschlossen?"),
    ),
    yesNo(
      "infection_excluded",
      "Was an infection of the bone excluded?",
      since(3, ["Infection excluded", "Infektion ausgeschlossen"], "Wurde eine Infektion des Knochens ausgeschlossen?"),
    ),
    yesNo(
      "antimicrobial_response",
      "Did the disease respond completely and lastingly to antimicrobials alone?",
      since(
        2,
        ["Healed by antimicrobials alone", "Antibiotika allein heilten"],
        "Sprach die Erkrankung vollständig und anhaltend allein auf antimikrobielle Mittel an?",
      ),
    ),
    yesNo(
      "family_cno",
      "Has a relative CNO or SAPHO syndrome?",
      since(2, ["CNO in the family", "CNO in der Familie"], "Hat jemand in der Familie CNO oder ein SAPHO-Syndrom?"),
    ),
    yesNo(
      "family_psoriasis",
      "Has a relative psoriasis or palmoplantar pustulosis?",
      since(
        2,
        ["Psoriasis in the family", "Psoriasis in der Familie"],
        "Hat jemand in der Familie Psoriasis oder eine palmoplantare Pustulose?",
      ),
    ),
    yesNo(
      "family_bowel_disease",
      "Has a relative an inflammatory bowel disease?",
      since(
        2,
        ["Bowel disease in the family", "CED in der Familie"],
        "Hat jemand in der Familie eine chronisch-entzündliche Darmerkrankung?",
      ),
    ),
    yesNo(
      "family_arthritis",
      "Has a relative arthritis or spondyloarthritis?",
      since(
        2,
        ["Arthritis in the family", "Arthritis in der Familie"],
        "Hat jemand in der Familie eine Arthritis oder Spondyloarthritis?",
      ),
    ),
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
    {
      code: "not-before",
      earlier: "born_on",
      later: "died_on",
      says: "Death cannot precede birth.",
      german: "Der Tod kann nicht vor der Geburt liegen.",
    },
    {
      code: "not-before",
      earlier: "born_on",
      later: "first_contact_on",
      says: "The first contact cannot precede birth.",
      german: "Der erste Kontakt kann nicht vor der Geburt liegen.",
    },
  ],
};
