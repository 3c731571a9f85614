import { excluded, section } from "./printed.ts";

const abstract = section("Abstract");
const methods = section("Materials and Methods");

export const ABSTRACT = [
  abstract.number("abstract-from", "covering 2004–2015", "First year of diagnosis", "2004", {
    yearOf: "diagnosis-day.all.minimum",
  }),
  abstract.number("abstract-to", "covering 2004–2015", "Last year of diagnosis", "2015", {
    yearOf: "diagnosis-day.all.maximum",
  }),
  abstract.number(
    "abstract-n",
    "Fifty-six patients with CNO were identified",
    "Children with CNO",
    "56",
    "cno-patients.all.n",
  ),
  abstract.number("abstract-multifocal", "44 had multifocal CNO", "Multifocal", "44", "multifocal.all.n"),
  abstract.number(
    "abstract-relapsed-half",
    "Fifty percent of patients relapsed after a median of 2.4 years",
    "Median time to relapse, years",
    "2.4",
    {
      result: "relapse-free.all.median",
      times: 1 / 12,
    },
  ),
  abstract.number(
    "abstract-relapse-free",
    "as few as 40% remained relapse-free after 5 years",
    "Relapse-free at 5 years, per cent",
    "40",
    {
      result: "relapse-free.all.survival@1826",
      times: 100,
    },
  ),
  abstract.number("abstract-nsaid", "used as first-line treatment in 55 patients", "NSAID", "55", "nsaid.all.n"),
  abstract.number(
    "abstract-nsaid-remission",
    "inducing remission after 3 months in all individuals",
    "In remission at 3 months under NSAID, per cent",
    "100",
    "nsaid-month3-remission.all.percent",
    {
      note: "The abstract says 'all individuals' of 55; the results give outcomes for the 44 without concomitant treatment, and those are counted.",
    },
  ),
  abstract.number(
    "abstract-nsaid-failure",
    "with relapse rates of 50% after 2 years",
    "With symptoms or relapsed at 24 months under NSAID, per cent",
    "50",
    "nsaid-month24-failure.all.percent",
  ),
  abstract.number("abstract-steroid", "corticosteroids (n = 23)", "Corticosteroids", "23", "steroid.all.n"),
  abstract.number(
    "abstract-tnf",
    "tumor necrosis factor-α (TNF-α) inhibitors (n = 7)",
    "TNF-α inhibitors",
    "7",
    "tnf-inhibitor.all.n",
  ),
  abstract.number("abstract-bisphosphonate", "bisphosphonates (n = 8)", "Bisphosphonates", "8", "bisphosphonate.all.n"),
  abstract.number(
    "abstract-steroid-relapse",
    "47% of patients with CNO relapsed within 1 year after corticosteroid therapy",
    "Failure within 1 year of corticosteroids, per cent",
    "47",
    "steroid-month12-failure.all.percent",
    excluded(
      "The results print 45 % for the same event; 45 % was chosen since it stands with the other results of the group.",
      "steroid-month12",
    ),
  ),
];

export const METHODS = [
  methods.number(
    "methods-n",
    "Fifty-six children were diagnosed with CNO",
    "Children with CNO",
    "56",
    "cno-patients.all.n",
  ),
  methods.number("methods-from", "between January 1, 2004, and December 31, 2015", "First year of diagnosis", "2004", {
    yearOf: "diagnosis-day.all.minimum",
  }),
  methods.number("methods-to", "between January 1, 2004, and December 31, 2015", "Last year of diagnosis", "2015", {
    yearOf: "diagnosis-day.all.maximum",
  }),
  methods.number(
    "methods-controls",
    "the 56 children with bacterial osteomyelitis",
    "Controls",
    "56",
    "control-patients.all.n",
  ),
  methods.number(
    "methods-sensitivity-39",
    "a score of ≥ 39 (“probable CNO”), sensitivity in our cohort was 71%",
    "Sensitivity at 39, per cent",
    "71",
    {
      result: "jansson-score.all.sensitivity-39",
      times: 100,
    },
  ),
  methods.number("methods-specificity-39", "and specificity 98%", "Specificity at 39, per cent", "98", {
    result: "jansson-score.all.specificity-39",
    times: 100,
  }),
  methods.number(
    "methods-sensitivity-29",
    "a cutoff value of 29 (“uncertain diagnosis”), sensitivity was 89%",
    "Sensitivity at 29, per cent",
    "89",
    {
      result: "jansson-score.all.sensitivity-29",
      times: 100,
    },
  ),
  methods.number("methods-specificity-29", "and specificity 86%", "Specificity at 29, per cent", "86", {
    result: "jansson-score.all.specificity-29",
    times: 100,
  }),
  methods.number(
    "methods-groups",
    "may be included in the subgroup analysis a maximum of 4 times",
    "Largest number of groups of one child",
    "4",
    "response-groups.all.maximum",
  ),
  methods.number(
    "methods-vertebral-dmard",
    "DMARD were applied in 2 patients",
    "Vertebral involvement: DMARD",
    "2",
    "vertebral-lines.all.dmard",
  ),
  methods.number(
    "methods-vertebral-steroid",
    "prednisolone in 7",
    "Vertebral involvement: prednisolone",
    "7",
    "vertebral-lines.all.steroid",
  ),
  methods.number(
    "methods-vertebral-tnf",
    "TNF-α inhibitors in 6",
    "Vertebral involvement: TNF-α inhibitors",
    "6",
    "vertebral-lines.all.tnf_inhibitor",
    excluded(
      "The results count vertebral involvement in 5 of the 7 children under TNF-α inhibitors; 5 was chosen.",
      "tnf-vertebral",
    ),
  ),
  methods.number(
    "methods-vertebral-bisphosphonate",
    "and bisphosphonates in 6",
    "Vertebral involvement: bisphosphonates",
    "6",
    "vertebral-lines.all.bisphosphonate",
  ),
  methods.number(
    "methods-bisphosphonate-at-diagnosis",
    "5/6 at diagnosis secondary to vertebral fractures",
    "Bisphosphonate at diagnosis for vertebral fracture",
    "5",
    "bisphosphonate-at-diagnosis.all.n",
  ),
];
