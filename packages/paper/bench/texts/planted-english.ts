import type { BenchText } from "./bench-text.ts";

/** English texts with planted errors. */
export const PLANTED_ENGLISH: readonly BenchText[] = [
  {
    name: "a percentage of another denominator",
    text: `Results

Of the 31 children with systemic disease, fever was noted in 24/31 (77%), rash in 19/31 (61%) and serositis in 9/31 (27%).
Arthritis persisted in 12 of 31 (39%).`,
    planted: [{ class: "impossible", quotes: "9/31 (27%" }],
  },
  {
    name: "count and percentage in words",
    text: `Results

Seventeen of 40 patients (43%) responded within four weeks. Twenty-two of 40 patients (52%) needed a second drug, and
three of 40 (8%) stopped treatment.`,
    planted: [{ class: "impossible", quotes: "Twenty-two of 40" }],
  },
  {
    name: "transposed digits in a table",
    text: `## Results

Table 2. Features at presentation

| Feature | Patients (n = 73) |
|---|---|
| Fever, n/N (%) | 28/73 (38) |
| Weight loss, n/N (%) | 39/73 (35) |
| Night sweats, n/N (%) | 12/73 (16) |`,
    planted: [{ class: "impossible", quotes: "39/73" }],
  },
  {
    name: "a percentage that no count of a small group gives",
    text: `Results. Rituximab was given late in the course. Of the 9 patients, 38% had failed two drugs before. All received premedication.`,
    planted: [{ class: "impossible", quotes: "38%" }],
  },
  {
    name: "a count that no whole turns into its percentage",
    text: `Results

Uveitis was bilateral in 14 patients (44%) and led to cataract in 4 (73%). Surgery was needed in 6 (19%).`,
    planted: [{ class: "impossible", quotes: "4 (73%" }],
  },
  {
    name: "a median outside its range",
    text: `Results

Patients were followed for a median of 14.2 years (range 0.5–11.8 years). The median age at diagnosis was 9.1 years (range 1.2–17.4).`,
    planted: [{ class: "impossible", quotes: "14.2 years" }],
  },
  {
    name: "a mean outside its range, and a deviation too large for it",
    text: `# Results

| Variable | Mean ± SD |
|---|---|
| Platelets, 10^9/l | 310 ± 88 |

Mean haemoglobin was 18.4 g/dl (range 7.9–14.6). The range of the score was narrow.`,
    planted: [{ class: "impossible", quotes: "18.4 g/dl" }],
  },
  {
    name: "quartiles that do not hold the median",
    text: `## Results

Median C-reactive protein was 61 mg/l (IQR 12–48) in the first week, and median erythrocyte sedimentation rate 44 mm/h (IQR 22–70).`,
    planted: [{ class: "impossible", quotes: "61 mg/l" }],
  },
  {
    name: "a survival curve that rises",
    text: `Results

Overall survival was 88% at 1 year and 91% at 5 years. Deaths were due to infection.`,
    planted: [{ class: "impossible", quotes: "88%" }],
  },
  {
    name: "a median against the survival on both sides of it",
    text: `Results

The Kaplan-Meier estimate of median relapse-free survival was 18 months. Relapse-free survival was 71% at 1 year and 64% at 3 years.`,
    planted: [{ class: "inconsistent", quotes: "18 months" }],
  },
  {
    name: "sexes that exceed the whole",
    text: `Methods

We studied 64 children (38 girls, 28 boys) seen between 2010 and 2018.`,
    planted: [{ class: "impossible", quotes: "38 girls" }],
  },
  {
    name: "random groups that exceed the whole",
    text: `Results

A total of 90 patients were randomised to methotrexate (n = 46) or placebo (n = 45). Baseline characteristics were balanced.`,
    planted: [{ class: "impossible", quotes: "n = 46" }],
  },
  {
    name: "a flow that does not add up",
    text: `Results

Of 214 patients screened, 58 were excluded, leaving 166 for analysis.`,
    planted: [{ class: "impossible", quotes: "214 patients screened" }],
  },
  {
    name: "p that turns the verdict",
    text: `Methods. Proportions were compared by Fisher's exact test.

Results. Relapse occurred in 9/21 (43%) of the early and 7/24 (29%) of the late group (p = 0.01).`,
    planted: [{ class: "inconsistent", quotes: "p = 0.01" }],
  },
  {
    name: "an odds ratio outside its limits",
    text: `Results

Delay in diagnosis predicted damage (OR 2.4, 95% CI 2.9–6.1). Sex did not (OR 1.1, 95% CI 0.6–2.0).`,
    planted: [{ class: "impossible", quotes: "OR 2.4" }],
  },
  {
    name: "limits and p that decide differently",
    text: `Results

In the adjusted model early biologics lowered the hazard of flare (HR 0.52, 95% CI 0.31–0.86, p = 0.21).`,
    planted: [{ class: "inconsistent", quotes: "HR 0.52" }],
  },
  {
    name: "a t test whose p does not follow",
    text: `Results

Pain scores fell more in the treated group, t(38) = 1.21, p = 0.02. Function did not differ, t(38) = 0.44, p = 0.66.`,
    planted: [{ class: "inconsistent", quotes: "t(38) = 1.21" }],
  },
  {
    name: "years before the study",
    text: `Methods

We reviewed the charts of all patients diagnosed between January 2006 and December 2016.

Results

Biopsies became rarer (2001–2010: 64% of patients, 2011–2016: 38%).`,
    planted: [{ class: "inconsistent", quotes: "2001–2010" }],
  },
  {
    name: "abstract against body",
    text: `Abstract

Recurrence of pericarditis within 1 year was seen in 34% after colchicine.

Results

Fifty-two children were included. Colchicine was given to 50. Recurrence of pericarditis within 1 year was seen in 30% (15/50) after colchicine.`,
    planted: [{ class: "inconsistent", quotes: "34%" }],
  },
  {
    name: "a text that cites another row of its table",
    text: `Results

Median age at first symptoms was 7.9 years (Table 1).

Table 1. Characteristics of the children (n = 48)

| Variable | Value |
|---|---|
| Age at first symptoms, years, median (range) | 6.2 (0.8–15) |
| Age at biopsy, years, median (range) | 7.9 (1.1–16) |
| Uveitis, n (%) | 11 (23) |`,
    planted: [{ class: "inconsistent", quotes: "7.9 years" }],
  },
  {
    name: "a p that is no probability",
    text: `Results

The groups did not differ in age (p = 1.3) or sex (p = 0.45).`,
    planted: [{ class: "impossible", quotes: "p = 1.3" }],
  },
  {
    name: "a mean of integers that no sum gives",
    text: `Results

The mean number of swollen joints was 3.47 (n = 12) at the start and 1.25 (n = 12) at the end.`,
    planted: [{ class: "impossible", quotes: "3.47" }],
  },
  {
    name: "a sex ratio against the counts",
    text: `Results

Fifty-one patients were included, 34 girls and 17 boys, with a female predominance (1.4:1).`,
    planted: [{ class: "inconsistent", quotes: "1.4:1" }],
  },
  {
    name: "cut off where the others are rounded",
    text: `Results

Fever was present in 17/29 (59%), rash in 5/27 (18%), arthritis in 20/27 (74%), uveitis in 7/24 (29%), serositis in 11/29 (38%) and
lymphadenopathy in 16/29 (55%) of those examined; 13/27 (48%) had hepatomegaly and 8/29 (28%) splenomegaly.`,
    planted: [{ class: "inconsistent", quotes: "5/27 (18%" }],
  },
  {
    name: "limits named before their estimate",
    text: `Results

Dialysis at any time predicted death (relative risk [95% confidence interval]: 21 [4.1-18.3]; p = 0.01).`,
    planted: [{ class: "impossible", quotes: "21 [4.1-18.3" }],
  },
  {
    name: "a whole behind the count",
    text: `Results

Severe uveitis was present in 22 (6.4%) of 409 patients, cataract in 31 (7.6%) of 409.`,
    planted: [{ class: "impossible", quotes: "22 (6.4%" }],
  },
  {
    name: "a crude share above the estimate",
    text: `Results

Relapse-free survival by Kaplan-Meier was 85% at 1 year.

Discussion

In this cohort 24% relapsed within 1 year.`,
    planted: [{ class: "inconsistent", quotes: "24%" }],
  },
  {
    name: "two groups and their total",
    text: `Methods

We reviewed charts of 56 children treated between 2001 and 2012.

Results

Fifty-six children were included. Biopsies were taken in 20 of 56 children (36%). Biopsies became rarer (2001–2006: 70% and 2007–2012: 21%).`,
    planted: [{ class: "inconsistent", quotes: "2001–2006" }],
  },
  {
    name: "mean, deviation and the range behind them",
    text: `Results

Mean ferritin was 45 ± 60 µg/l (range 1–80). The mean (SD) age was 9.4 (3.1) years with a range of 10 to 17 years.`,
    planted: [
      { class: "impossible", quotes: "45 ± 60" },
      { class: "impossible", quotes: "9.4 (3.1)" },
    ],
  },
  {
    name: "other sizes in abstract and body",
    text: `Abstract

We included 83 patients with uveitis. The median time to diagnosis was 14 months.

Results

Eighty-one patients with uveitis were included. The median time to diagnosis was 11 months (range 1–60).`,
    planted: [
      { class: "inconsistent", quotes: "83 patients" },
      { class: "query", quotes: "14 months" },
    ],
  },
  {
    name: "sexes before their whole",
    text: `Results

The cohort comprised 25 males and 31 females (n = 54). We identified 98 families; 12 were excluded, leaving 88.`,
    planted: [
      { class: "impossible", quotes: "25 males" },
      { class: "impossible", quotes: "98 families" },
    ],
  },
  {
    name: "percentages of both sexes and their total",
    text: `Results

We saw 50 children, 30 girls and 20 boys. Fever was seen in 60% of the girls and 20% of the boys, and in 25 of all 50 children (50%).`,
    planted: [{ class: "inconsistent", quotes: "60% of the girls" }],
  },
  {
    name: "children diagnosed before the study began",
    text: `Methods

We reviewed the charts of all children diagnosed between 2009 and 2014.

Results

Of the 57 children, 12 (21%) were diagnosed in March 2003, and all others later.`,
    planted: [{ class: "query", quotes: "in March 2003" }],
  },
  {
    name: "a p value above 1 in its column",
    text: `Results

Table 2. Before and after

| Item | Before | After | p |
|---|---|---|---|
| Pain | 6.1 | 3.0 | 0.01 |
| Fever | 1.3 | 1.2 | 1.52 |
| Score | 7.5 | 7.1 | 0.34 |
| Sleep | 5.0 | 4.9 | 0.80 |`,
    planted: [{ class: "impossible", quotes: "1.52" }],
  },
  {
    name: "thousands, numbers in words, and the mark of a footnote",
    text: `Results

Eighty three of 166 parents (60%) answered, and three hundred and eighty three of 766 others (40.0%). In all 1,250/5,000 (35%) and
1\u202f260 of 5\u202f040 children (15%) were asked. Pain was reported by 37 of the original 154 (42%). Rash was seen in 12 of 45^a children (36.7%).`,
    planted: [
      { class: "impossible", quotes: "Eighty three of 166" },
      { class: "impossible", quotes: "three hundred and eighty three" },
      { class: "impossible", quotes: "1,250/5,000" },
      { class: "impossible", quotes: "1\u202f260" },
      { class: "impossible", quotes: "original 154" },
      { class: "impossible", quotes: "12 of 45" },
    ],
  },
  {
    name: "limits of other levels, of differences, and of shares with signs",
    text: `Results

The risk rose (OR 2.4; 99% CI 2.6–5.0; and OR 3.4, CI 95% 3.6–5.5). The mean difference was -2.6 (95% CI -2.0 to 0.8).
Efficacy was 15.9% (95% CI: -9.9 to 11.3).`,
    planted: [
      { class: "impossible", quotes: "99% CI" },
      { class: "impossible", quotes: "CI 95%" },
      { class: "impossible", quotes: "difference was -2.6" },
      { class: "impossible", quotes: "Efficacy" },
    ],
  },
  {
    name: "p of statistics whose degrees of freedom stand lowered or behind",
    text: `Results

Groups differed (F1,85 = 0.4, p = 0.04), in pain (χ^2(1) = 1.39, p = .02), in CRP (t = 0.35, df = 28, p = 0.02) and in lesions (χ2 = 1.40,
df = 1, p = 0.03). Boys were older (t(28)=0·36, P<·001).`,
    planted: [
      { class: "inconsistent", quotes: "F1,85" },
      { class: "inconsistent", quotes: "χ^2(1)" },
      { class: "inconsistent", quotes: "t = 0.35" },
      { class: "inconsistent", quotes: "χ2 = 1.40" },
      { class: "inconsistent", quotes: "t(28)" },
    ],
  },
];
