import { CNO, children, count, type Expectation, MONTHS, NUMBER, type Scale, spread, YEARS } from "./expectation.ts";

const MARKERS = ["leukocytes", "crp", "esr"] as const;
const TENTHS: Scale = { divisor: 1000, decimals: 1 };
const WHOLE: Scale = { divisor: 1000, decimals: 0 };

/** Table 1 and the presentation: who the children were when they were diagnosed. */
export const BASELINE: readonly Expectation[] = [
  count("56 children with CNO", CNO, 56),
  count("56 controls", "patient_profile WHERE cohort = 'bacterial_osteomyelitis'", 56),
  children("33 girls", "sex = 'female'", 33),
  children("23 boys", "sex = 'male'", 23),
  children("49 published before", "published_before = 1", 49),
  ...spread("age at onset, years", "age_at_onset_days", CNO, YEARS, {
    median: "10.8",
    minimum: "3.0",
    maximum: "17.2",
  }),
  ...spread("age at diagnosis, years", "age_at_diagnosis_days", CNO, YEARS, {
    median: "11.1",
    minimum: "3.0",
    maximum: "17.9",
  }),
  ...spread("delay, months", "delay_days", CNO, { ...MONTHS, decimals: 1 }, { median: "3.0" }),
  ...spread("delay, months", "delay_days", CNO, MONTHS, { maximum: "60" }),
  ...spread("delay, days", "delay_days", CNO, NUMBER, { minimum: "1" }),
  children("unclassified presentation", "presentation = 'unclassified'", 4),
  children("subacute presentation", "presentation = 'subacute'", 12),
  children("chronic presentation", "presentation = 'chronic'", 40),
  children("multifocal bone pain", "multifocal_pain = 1", 21),
  ...spread("painful sites", "painful_sites", CNO, NUMBER, { median: "1", minimum: "1", maximum: "7" }),
  children("pain in the lower extremities", "painful_lower_extremity = 1", 41),
  children("local inflammatory signs", "local_inflammation = 1", 27),
  children("loss of function", "loss_of_function = 1", 27),
  children("fever", "fever = 1", 6),
  children(
    "every item of the baseline visit is known",
    "painful_sites + painful_lower_extremity + local_inflammation + loss_of_function + fever IS NOT NULL",
    56,
  ),
  ...markers(),
  ...normality(),
  children("thrombocytosis", "thrombocytosis = 1", 16),
  children("no leukocytosis", "leukocytosis = 0", 56),
  children("no thrombocytopenia", "thrombocytes_x1000 >= 150000", 56),
  children("normal blood count", "normal_blood_count = 1", 40),
  children("monocytosis", "monocytosis = 1", 42),
  ...spread("monocytes of the 42, per cent", "monocytes_x1000", `${CNO} AND monocytosis = 1`, WHOLE, {
    minimum: "7",
    maximum: "12",
  }),
  children("CRP or ESR elevated", "marker_elevated = 1", 29),
  children(
    "the differential count adds up to 100 at most",
    "neutrophils_x1000 + lymphocytes_x1000 + monocytes_x1000 <= 100000",
    56,
  ),
  ...MARKERS.flatMap((marker) => uncorrelated(marker)),
  children("HLA-B27 tested", "hla_b27_positive IS NOT NULL", 43),
  children("HLA-B27 positive", "hla_b27_positive = 1", 9),
  children("HLA-B27 positive with arthritis", "hla_b27_positive = 1 AND arthritis = 1", 5),
  children("ANA tested", "ana_positive IS NOT NULL", 34),
  children("ANA positive", "ana_positive = 1", 5),
  children("ANA 1:80", "ana_titre_x1000 = 80000", 2),
  children("ANA 1:320 to 1:2560", "ana_titre_x1000 BETWEEN 320000 AND 2560000", 3),
  children("score of 39 or more", "patient_no IN (SELECT patient_no FROM jansson WHERE score >= 39)", 40),
  children("score of 29 or more", "patient_no IN (SELECT patient_no FROM jansson WHERE score >= 29)", 50),
  count("controls with 39 or more", "jansson WHERE cohort <> 'cno' AND score >= 39", 1),
  count("controls with 29 or more", "jansson WHERE cohort <> 'cno' AND score >= 29", 8),
  count("scores that are complete", "jansson WHERE score IS NOT NULL", 112),
];

/** Where the paper prints mean and SD a Kolmogorov-Smirnov test must keep normality, at 56 children a distance below 0.1817. */
function normality(): readonly Expectation[] {
  const within = (column: string, low: number, high: number): Expectation => ({
    says: `the distance of ${column} from a normal distribution lies between ${low} and ${high}`,
    sql: `SELECT ${column} AS value FROM ${CNO}`,
    statistic: { normalDistance: [low, high] },
    ...NUMBER,
    expected: "1",
  });
  const normal = ["leukocytes", "thrombocytes", "neutrophils", "lymphocytes", "monocytes"];
  const medians = [
    "age_at_onset_days",
    "age_at_diagnosis_days",
    "delay_days",
    "painful_sites",
    "lesion_count",
    "follow_up_days",
  ];
  return [
    ...normal.map((marker) => within(`${marker}_x1000`, 0, 0.18)),
    ...medians.map((column) => within(column, 0.182, 1)),
    within("crp_x1000", 0.347, 1),
    within("esr_x1000", 0.235, 1),
  ];
}

function markers(): readonly Expectation[] {
  const of = (name: string, scale: Scale, mean: string, sd: string): readonly Expectation[] =>
    spread(name, `${name}_x1000`, CNO, scale, { mean, sd });
  return [
    ...of("leukocytes", TENTHS, "8.2", "2.4"),
    ...of("thrombocytes", WHOLE, "366", "99"),
    ...of("neutrophils", TENTHS, "52.4", "13.1"),
    ...of("lymphocytes", TENTHS, "33.0", "11.1"),
    ...of("monocytes", TENTHS, "8.1", "2.1"),
    ...spread("crp", "crp_x1000", CNO, TENTHS, { mean: "16.9" }),
    ...spread("crp", "crp_x1000", CNO, WHOLE, { sd: "43" }),
    ...of("esr", TENTHS, "31.7", "24.4"),
  ];
}

/** "The level of inflammatory markers did not correlate with clinical signs of inflammation, fever, or the number of lesions." */
function uncorrelated(marker: string): readonly Expectation[] {
  const against = (grouping: string, statistic: Expectation["statistic"]): Expectation => ({
    says: `${marker} does not follow ${grouping}`,
    sql: `SELECT ${marker}_x1000 AS value, ${grouping} AS grouping FROM ${CNO}`,
    statistic,
    ...NUMBER,
    expected: "1",
  });
  return [
    against("local_inflammation", "rank-sum-p-above-0.05"),
    against("fever", "rank-sum-p-above-0.05"),
    against("lesion_count", "rank-correlation-p-above-0.05"),
  ];
}
