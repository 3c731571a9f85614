import { CNO, children, count, type Expectation, MONTHS, NUMBER, spread, WEEKS } from "./expectation.ts";

const LINE = "line_profile WHERE cohort = 'cno'";
const REMISSION = "outcome_state IN ('full_remission', 'partial_remission')";
const FAILURE = "outcome_state IN ('active', 'relapse', 'inefficacy')";
const KNOWN = "outcome_state NOT IN ('not_seen', 'undetermined')";

const line = (says: string, condition: string, expected: number): Expectation =>
  count(says, `${LINE} AND ${condition}`, expected);

/** How many children of a line's group are in a state at a time point. */
const response = (lineClass: string, timePoint: string, condition: string, expected: number): Expectation =>
  count(
    `${lineClass} at ${timePoint}: ${condition}`,
    `response WHERE cohort = 'cno' AND in_response = 1 AND line_class = '${lineClass}' AND time_point = '${timePoint}' AND ${condition}`,
    expected,
  );

const radiology = (lineClass: string, condition: string, expected: number): Expectation =>
  count(
    `MRI under ${lineClass}: ${condition}`,
    `radiology WHERE cohort = 'cno' AND in_response = 1 AND line_class = '${lineClass}' AND ${condition}`,
    expected,
  );

const seen = (lineClass: string, none: number, remaining: number, fresh: number): readonly Expectation[] => [
  radiology(lineClass, "outcome_radiological = 'no_visible_lesion'", none),
  radiology(lineClass, "outcome_radiological = 'remaining_activity'", remaining),
  radiology(lineClass, "outcome_radiological = 'new_lesion'", fresh),
];

const vertebral = (lineClass: string, expected: number): Expectation =>
  line(`vertebral lesions and ${lineClass}`, `line_class = '${lineClass}' AND vertebral_at_diagnosis = 1`, expected);

const drug = (name: string, expected: number): Expectation =>
  count(
    `children given ${name}`,
    `(SELECT DISTINCT patient_no FROM drug_profile WHERE cohort = 'cno' AND drug = '${name}') AS given`,
    expected,
  );

/** Lines of treatment and what came of them. */
export const TREATMENT: readonly Expectation[] = [
  children("NSAID", "nsaid = 1", 55),
  children("no NSAID, with Crohn disease", "nsaid = 0 AND crohn = 1", 1),
  children("prednisolone", "steroid = 1", 23),
  children("DMARD", "dmard = 1", 6),
  children("TNF-α inhibitor", "tnf_inhibitor = 1", 7),
  children("bisphosphonate", "bisphosphonate = 1", 8),
  drug("methotrexate", 2),
  drug("sulfasalazine", 4),
  drug("etanercept", 6),
  drug("adalimumab", 1),
  ...spread("groups of one child", "response_groups", CNO, NUMBER, { maximum: "4" }),
  vertebral("nsaid", 14),
  vertebral("dmard", 2),
  vertebral("steroid", 7),
  vertebral("tnf_inhibitor", 5),
  vertebral("bisphosphonate", 6),
  response("any", "month12", REMISSION, 35),
  line("NSAID alone", "line_class = 'nsaid' AND in_response = 1", 44),
  ...spread("NSAID, months", "exposure_days", `${LINE} AND line_class = 'nsaid'`, MONTHS, {
    median: "13",
    minimum: "3",
    maximum: "90",
  }),
  ...dose("naproxen", { minimum: "10", maximum: "15" }),
  ...dose("ibuprofen", { median: "30" }),
  ...dose("prednisolone", { minimum: "2", maximum: "2" }),
  ...spread(
    "prednisolone, days",
    "exposure_days",
    "drug_profile WHERE cohort = 'cno' AND drug = 'prednisolone'",
    NUMBER,
    {
      minimum: "5",
      maximum: "10",
    },
  ),
  response("nsaid", "month3", "outcome_state = 'partial_remission'", 34),
  response("nsaid", "month3", "outcome_state = 'full_remission'", 10),
  response("nsaid", "month12", KNOWN, 36),
  response("nsaid", "month12", FAILURE, 11),
  response("nsaid", "month24", KNOWN, 34),
  response("nsaid", "month24", FAILURE, 17),
  ...seen("nsaid", 7, 15, 5),
  radiology(
    "nsaid",
    `outcome_radiological = 'new_lesion' AND clinical_state_month12 IN ('full_remission', 'partial_remission')`,
    5,
  ),
  radiology(
    "nsaid",
    "outcome_radiological = 'new_lesion' AND patient_no IN (SELECT patient_no FROM lesion_pattern WHERE vertebral_ever = 1)",
    0,
  ),
  radiology("nsaid", "outcome_radiological = 'new_lesion' AND escalated_day IS NOT NULL", 0),
  response("steroid", "week2", REMISSION, 23),
  response("steroid", "month3", KNOWN, 19),
  response("steroid", "month3", FAILURE, 4),
  response("steroid", "month12", KNOWN, 20),
  response("steroid", "month12", FAILURE, 9),
  ...seen("steroid", 3, 7, 2),
  line("DMARD for arthritis or bowel disease", "line_class = 'dmard' AND arthritis_or_bowel_disease = 1", 4),
  count(
    "DMARD stopped for exanthema",
    "adverse_effect_profile WHERE line_class = 'dmard' AND effect = 'allergic_exanthema'",
    1,
  ),
  ...tnfInhibitor(),
  ...bisphosphonate(),
  ...antibiotics(),
];

function dose(name: string, printed: Parameters<typeof spread>[4]): readonly Expectation[] {
  const from = `drug_profile WHERE cohort = 'cno' AND drug = '${name}'`;
  return spread(`${name}, mg/kg/d`, "dose_x100", from, { divisor: 100, decimals: 0 }, printed);
}

function tnfInhibitor(): readonly Expectation[] {
  const of = "line_class = 'tnf_inhibitor'";
  return [
    children("TNF-α inhibitor and CRMO", "tnf_inhibitor = 1 AND crmo = 1", 7),
    line("TNF-α inhibitor and arthritis", `${of} AND arthritis = 1`, 4),
    ...spread("disease before the TNF-α inhibitor, months", "disease_days_before", `${LINE} AND ${of}`, MONTHS, {
      median: "48",
      minimum: "1",
      maximum: "65",
    }),
    response("tnf_inhibitor", "month3", "outcome_state = 'partial_remission'", 2),
    response("tnf_inhibitor", "month3", "outcome_state = 'full_remission'", 3),
    response("tnf_inhibitor", "month3", "outcome_state = 'active'", 2),
    response("tnf_inhibitor", "month12", REMISSION, 5),
    response("tnf_inhibitor", "month12", FAILURE, 2),
    ...seen("tnf_inhibitor", 4, 1, 2),
    line("TNF-α inhibitor with adverse effects", `${of} AND adverse_effect = 1`, 2),
  ];
}

function bisphosphonate(): readonly Expectation[] {
  const of = "line_class = 'bisphosphonate'";
  const effect = (name: string, expected: number): Expectation =>
    count(`first cycle: ${name}`, `adverse_effect_profile WHERE ${of} AND effect = '${name}' AND day <= 30`, expected);
  const cycle = (says: string, number: number, median: string): readonly Expectation[] =>
    spread(says, "day", `course_profile WHERE cohort = 'cno' AND cycle = ${number} AND cycle_day = 1`, MONTHS, {
      median,
    });
  return [
    response("bisphosphonate", "month6", "outcome_state = 'partial_remission'", 2),
    response("bisphosphonate", "month6", "outcome_state = 'full_remission'", 6),
    response("bisphosphonate", "month12", REMISSION, 8),
    response("bisphosphonate", "month24", KNOWN, 6),
    response("bisphosphonate", "month24", "outcome_state = 'full_remission'", 5),
    response("bisphosphonate", "month24", "outcome_state = 'partial_remission'", 1),
    ...seen("bisphosphonate", 4, 4, 0),
    line("boys under bisphosphonate", `${of} AND sex = 'male'`, 6),
    line("multifocal under bisphosphonate", `${of} AND multifocal = 1`, 7),
    line("fracture under bisphosphonate", `${of} AND vertebral_fracture = 1`, 5),
    line("bisphosphonate at diagnosis for fracture", `${of} AND start_day <= 30 AND vertebral_fracture = 1`, 5),
    ...spread("disease before bisphosphonate, months", "disease_days_before", `${LINE} AND ${of}`, MONTHS, {
      median: "48",
    }),
    line("bisphosphonate with adverse effects", `${of} AND adverse_effect = 1`, 6),
    effect("fever", 4),
    effect("conjunctivitis", 2),
    effect("hypocalcaemia", 1),
    ...cycle("second cycle, months", 2, "3"),
    ...cycle("third cycle, months", 3, "6"),
    ...spread("cycles", "cycle", "course_profile WHERE cohort = 'cno'", NUMBER, { maximum: "4" }),
  ];
}

function antibiotics(): readonly Expectation[] {
  const treated = `${CNO} AND antibiotic = 1`;
  return [
    children("antibiotics", "antibiotic = 1", 20),
    children("diagnosed up to 2007", "diagnosed_early = 1", 20),
    children("antibiotics up to 2007", "antibiotic = 1 AND diagnosed_early = 1", 14),
    children("antibiotics and NSAID", "antibiotic = 1 AND nsaid = 1", 20),
    ...spread("intravenous antibiotics, weeks", "intravenous_days", treated, WEEKS, {
      median: "2",
      minimum: "0",
      maximum: "5",
    }),
    ...spread("oral antibiotics, weeks", "oral_days", treated, WEEKS, { median: "12", minimum: "3", maximum: "248" }),
    response("antibiotic", "month6", "outcome_state = 'active'", 12),
    response("antibiotic", "month6", "outcome_state = 'partial_remission'", 8),
  ];
}
