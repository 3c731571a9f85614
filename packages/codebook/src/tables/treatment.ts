import { DRUG_CLASSES, DRUGS, OTHER_DRUG } from "../codes/drug.ts";
import { choice, date, decimal, integer, key, listed, reference, since, type Table, text, yesNo } from "../field.ts";

const DOSE = { possible: [0, 10_000], plausible: [0, 3000] } as const;
/** Units of a dose, in which a list says the usual ones of a drug. */
export const DOSE_UNITS = ["mg/kg/d", "mg/kg", "mg/m2", "mg", "mg/d"].map((code) => ({ code, says: code }));

export const treatment: Table = {
  name: "treatment",
  says: "One row per drug from its start to its stop.",
  fields: [
    key("treatment", "Number of the treatment, unique in the study."),
    reference("patient", "Pseudonym of the child."),
    listed("drug", "Which drug?", DRUGS, [OTHER_DRUG]),
    choice("drug_class", "Class of the drug.", DRUG_CLASSES, { required: true }),
    decimal("dose", "Dose.", 2, DOSE),
    choice("dose_unit", "Unit of the dose.", DOSE_UNITS),
    choice("route", "Route.", [
      { code: "oral", says: "By mouth" },
      { code: "intravenous", says: "Intravenous" },
      { code: "subcutaneous", says: "Subcutaneous" },
      { code: "intraarticular", says: "Into a joint" },
    ]),
    date("started_on", "First day of the drug.", { required: true }),
    date("stopped_on", "Last day of the drug; `not applicable` while it goes on."),
    choice("stop_reason", "Why was it stopped?", [
      { code: "remission", says: "Remission" },
      { code: "inefficacy", says: "Inefficacy" },
      { code: "adverse_effect", says: "Adverse effect" },
      { code: "family_decision", says: "The family's decision" },
      { code: "planned_end", says: "Planned end" },
    ]),
    yesNo(
      "teeth_checked",
      "Bisphosphonates only: were the teeth examined before?",
      since(
        2,
        ["Teeth examined before", "Zähne zuvor untersucht"],
        "Nur Bisphosphonate: Wurden die Zähne zuvor untersucht?",
      ),
    ),
  ],
  rules: [
    { code: "not-before", earlier: "started_on", later: "stopped_on", says: "A drug cannot stop before it starts." },
    { code: "required-with", field: "dose_unit", when: "dose", says: "A dose without its unit cannot be read." },
    { code: "required-with", field: "stopped_on", when: "stop_reason", says: "A reason for stopping needs the day." },
  ],
};

export const course: Table = {
  name: "course",
  says: "One row per infusion day of a drug given in cycles.",
  fields: [
    key("course", "Number of the infusion."),
    reference("patient", "Pseudonym of the child."),
    reference("treatment", "The treatment that the infusion belongs to."),
    integer("cycle", "Which cycle, from 1?", { possible: [1, 200], plausible: [1, 30] }, { required: true }),
    integer(
      "cycle_day",
      "Which day of the cycle, from 1?",
      { possible: [1, 31], plausible: [1, 5] },
      { required: true },
    ),
    date("given_on", "Day of the infusion.", { required: true }),
    decimal("dose", "Dose.", 2, DOSE),
    choice("dose_unit", "Unit of the dose.", DOSE_UNITS),
    yesNo(
      "acute_phase_reaction",
      "Was there an acute-phase reaction, as fever or aching?",
      since(
        2,
        ["Acute-phase reaction", "Akute-Phase-Reaktion"],
        "Gab es eine Akute-Phase-Reaktion, etwa Fieber oder Gliederschmerzen?",
      ),
    ),
  ],
  rules: [{ code: "required-with", field: "dose_unit", when: "dose", says: "A dose without its unit cannot be read." }],
};

export const antibiotic: Table = {
  name: "antibiotic",
  says: "One row per antibiotic treatment by one route.",
  fields: [
    key("antibiotic", "Number of the antibiotic treatment."),
    reference("patient", "Pseudonym of the child."),
    text("substance", "Which antibiotic?"),
    choice(
      "route",
      "Route.",
      [
        { code: "oral", says: "By mouth" },
        { code: "intravenous", says: "Intravenous" },
      ],
      { required: true },
    ),
    date("started_on", "First day.", { required: true }),
    date("stopped_on", "Last day."),
    text("indication", "Why was it given?"),
  ],
  rules: [
    { code: "not-before", earlier: "started_on", later: "stopped_on", says: "A drug cannot stop before it starts." },
  ],
};

export const adverseEffect: Table = {
  name: "adverse_effect",
  says: "One row per adverse effect of a treatment.",
  fields: [
    key("adverse_effect", "Number of the adverse effect."),
    reference("patient", "Pseudonym of the child."),
    reference("treatment", "The treatment that is held responsible."),
    date("noticed_on", "Day on which it was noticed.", { required: true }),
    choice(
      "effect",
      "What happened?",
      [
        { code: "fever", says: "Fever", codes: { hpo: "HP:0001945" } },
        { code: "conjunctivitis", says: "Conjunctivitis" },
        { code: "hypocalcaemia", says: "Hypocalcaemia" },
        { code: "abdominal_pain", says: "Abdominal pain" },
        { code: "reduced_general_condition", says: "Reduced general condition" },
        { code: "allergic_exanthema", says: "Allergic exanthema" },
        { code: "gastrointestinal_bleeding", says: "Gastrointestinal bleeding" },
        { code: "infection", says: "Infection" },
        { code: "liver_enzymes", says: "Raised liver enzymes" },
        {
          code: "acute_phase_reaction",
          says: "Acute-phase reaction",
          german: "Akute-Phase-Reaktion",
          since: 2,
        },
        { code: "dental", says: "Teeth or jaw", german: "Zähne oder Kiefer", since: 2 },
        { code: "other", says: "Other" },
      ],
      { required: true },
    ),
    choice("severity", "How severe?", [
      { code: "mild", says: "Mild" },
      { code: "moderate", says: "Moderate" },
      { code: "severe", says: "Severe" },
    ]),
  ],
  rules: [],
};
