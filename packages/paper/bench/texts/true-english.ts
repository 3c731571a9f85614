/** English texts in which everything can be true, though some of it looks otherwise. */
export const TRUE_ENGLISH: readonly (readonly [name: string, text: string])[] = [
  [
    "events may exceed patients",
    `Results

During follow-up 112 relapses occurred in 56 patients (2.0 per patient). In 41 children 63 fractures were seen. A total of 385 lesions
were detected, most of them in the legs (216, 56%), followed by the spine (71, 18%) and the pelvis (52, 14%).`,
  ],
  [
    "percentages need not add to 100",
    `Results

No lesion was visible in 5/27 (19%), remaining activity in 15/27 (56%) and new lesions in 7/27 (26%). Response was complete in 33%,
partial in 33% and absent in 33% of the 12 patients.`,
  ],
  [
    "subgroups may overlap",
    `Results

Of 40 patients, 31 (78%) had arthritis, 22 (55%) enthesitis and 14 (35%) both. Drugs were methotrexate (n = 25), sulfasalazine (n = 12) and
adalimumab (n = 16); some children received several. Side effects occurred in 6 patients: fever (n = 4), conjunctivitis (n = 3), rash (n = 2).`,
  ],
  [
    "missing values change denominators",
    `Table 1. Baseline characteristics (n = 60)

| Variable | Value |
|---|---|
| Fever, n (%) | 15 (25) |
| Arthritis, n (%) | 40 (67) |
| HLA-B27 positive, n (%) | 9 (18) |
| Uveitis, n (%) | 6 (10) |
| Rash, n (%) | 21 (35) |

HLA-B27 was available in 50 patients.`,
  ],
  [
    "shares of those seen at a visit",
    `Results

At 12 months 20 of 23 children were seen; 9 (45%) had relapsed and 11 (55%) had not. At 24 months 14 were seen: 7 (50%) were in
remission, 6 (43%) had been escalated and 1 (7%) was lost thereafter.`,
  ],
  [
    "Kaplan-Meier estimates are no shares",
    `Results

Of 56 children 33 (59%) relapsed. By Kaplan-Meier, relapse-free survival was 85% at 1 year, 56% at 2 years and 40% at 5 years; the median
time to relapse was 29 months. Among those who relapsed, the median time to relapse was 19 months (range 5–103).`,
  ],
  [
    "survival by group may cross",
    `Results

Relapse-free survival at 2 years was 40% in multifocal and 72% in unifocal disease, and at 5 years 31% versus 66%. Median relapse-free
survival was 20 months in the multifocal group, whereas overall survival was 100% at 5 years.`,
  ],
  [
    "years outside of the window with a reason",
    `Methods

Children diagnosed between 2004 and 2015 were included; the criteria of 1998 were applied (Smith 1996).

Results

Fifty-six children were included. Follow-up ended in 2019. In 1999 the guideline had recommended antibiotics for all patients. Patients
born before 2000 were older at diagnosis.`,
  ],
  [
    "numbers of other studies",
    `Discussion

In the cohort of Jansson et al, 45 of 89 (51%) had arthritis, compared with 36% here. Previous studies reported 23% to 47%. Borzutzky,
et al found arthritis in a cohort of 70 patients (38% vs 36%). In the general population 8% carry HLA-B27.`,
  ],
  [
    "rounded half to even throughout",
    `Results

Fever was seen in 1/8 (12%), rash in 3/8 (38%), arthritis in 5/8 (62%), uveitis in 7/8 (88%), serositis in 1/40 (2%) and
hepatitis in 5/40 (12%).`,
  ],
  [
    "cut off throughout",
    `Results

Fever was seen in 2/3 (66%), rash in 5/9 (55%), arthritis in 7/9 (77%), uveitis in 1/6 (16%), serositis in 5/6 (83%).`,
  ],
  [
    "grades, days and doses beside percentages",
    `Results

Toxicity was mild: grade 2 (40%) or less in most, grade 3 (70%) only after dose escalation. On day 7 (30% of the dose) and week 4 (71%)
levels were measured. Prednisolone was given at 2 mg/kg/day for 5–10 days. Blood pressure was 120/80 mmHg. Titres were 1:320 in 3 patients.`,
  ],
  [
    "other tests than those of a 2x2 table",
    `Results

Relapse occurred in 12/30 (40%) and 9/30 (30%) (log-rank p = 0.04). In logistic regression adjusted for age the difference between 12/30
and 9/30 was significant (p = 0.03). Ages did not differ (p = 0.62). Response was seen in 14/20 (70%) and 6/36 (17%) (p < 0.001).`,
  ],
  [
    "mean and deviation of a skewed variable, no claim of normality",
    `Methods

Data are given as mean ± SD.

Results

C-reactive protein was 16.9 ± 43 mg/l in 56 patients, and erythrocyte sedimentation rate 31.7 ± 24.4 mm/h.`,
  ],
  [
    "about, more than, at least",
    `Results

About 40% of the 9 patients improved. More than 50% of 7 patients relapsed, and nearly one third needed surgery. At least 90% of the 8
samples were adequate; approximately 5 of 9 (60%) were stable.`,
  ],
  [
    "sex with some unknown, and the sexes with a feature",
    `Results

Of 80 patients, 41 were female and 37 male; sex was not recorded in two. Uveitis occurred in 12 girls and 5 boys. Remission was reached by
60% of girls and 52% of boys.`,
  ],
  [
    "the same word at other times and in other groups",
    `Abstract

Remission was reached by 23% at 3 months.

Results

Remission was reached by 23% (10/44) at 3 months, by 40% (17/43) at 6 months and by 47% (17/36) at 12 months. With corticosteroids remission was
reached by 11% (2/19) at 3 months. Fever was present in 48% at diagnosis and in 11% at the last visit.`,
  ],
  [
    "a table of two groups with a total",
    `# Results

Table 3. Outcome by treatment

| Outcome, n (%) | All (n = 84) | Early (n = 40) | Late (n = 44) | p |
|---|---|---|---|---|
| Remission | 42 (50) | 22 (55) | 20 (45) | 0.39 |
| Relapse | 25 (30) | 9 (23) | 16 (36) | 0.16 |
| Surgery | 9 (11) | 4 (10) | 5 (11) | 1.00 |
| Age, years, median (range) | 10.1 (2–17) | 9.8 (2–16) | 10.6 (3–17) | 0.44 |`,
  ],
  [
    "flows with several steps",
    `Results

Of 214 patients screened, 58 were excluded (31 without consent, 27 lost), 12 withdrew, and 144 were analysed. Of 120 children, 40 were
excluded from one analysis and 95 included in another.`,
  ],
  [
    "limits near one",
    `Results

The hazard ratio was 1.9 (95% CI 1.0–3.6, p = 0.05). Another was 0.98 (95% CI 0.96–1.00, p = 0.06). The share was 59% (95% CI 46–71%), and
sensitivity 71% (95% limits 59 to 82%) in 7 of 9 centres.`,
  ],
  [
    "estimates beside counts, and wholes behind their counts",
    `# Results

Two hundred and fourteen patients were registered. One hundred and forty-one patients (66%) had no benefit, a hundred and twelve because of
progression. Severe uveitis was seen in 22 (5.4%) of 409 patients and in 6 (12%) of 51 boys.

Table 4. Response

| Response, n (%) | Drug A (n = 245) | Drug B (n = 247) |
|---|---|---|
| Complete response | 5 (2.0) | 3 (1.2) |
| Partial response | 66 (26.9) | 64 (25.9) |
| Duration of response over 9 months | 23 (34.0) | 13 (22.9) |
| Progression-free at 12 months | 41 (17.9) | 30 (13.3) |
| Stable disease | 121 (49.4) | 117 (47.4) |
| Not evaluable | 1 (<1) | 5 (2.0) |`,
  ],
  [
    "one label in several groups",
    `Abstract

New lesions on follow-up imaging were seen in 5 of 27 (19%).

Results

Naproxen. New lesions on follow-up imaging were seen in 5 of 27 (19%), none of them painful.

Prednisolone. New lesions on follow-up imaging were seen in 2 (17%) of 12 children.

Pamidronate. New lesions on follow-up imaging were seen in none of 8. No number of the 23 children treated comes to 45%, which is 9 of the 20 known.
In 27 patients imaged 18% of lesions were new; in 5/27 patients, 40% of whom were boys, biopsies followed.`,
  ],
  [
    "intervals in many spellings",
    `Results

Male sex was a risk (odds ratio [OR] 3.7 [95% confidence interval 1.3 to 10.7], p = .014), a longer interval was not (OR = 0.95, 95%CI: 0.91~1.0, P = 0.044).
Incidence was 2.8% per year (95% CI 2.0-3.5) and 2.1% (95% CI 0, 4.5) in the fifth year. Median age (IQR) was 9.0 (3.8-12.9) years, median
follow-up 35.2 (22.7-48.3) months. Mean temperature was 38.2 ± 0.7 °C. The change was -0.4 (SD 1.9). Blindness occurred in 5/7 (71%) and 2/29 (7%) (p < 0.01).`,
  ],
  [
    "strokes that are no shares",
    `Results

Grade 3/4 neutropenia (12%) and stage 1/2 disease (70%) were common. Between 06/2010 and 12/2015 (40% of the period) visits were monthly; at
3/6 months (40%) and at 24/7 (100%) samples were stored. Visual acuity was 20/40 (60%) at best. Titres of 1/80 (30%) were ignored.`,
  ],
  [
    "two curves, two groups, and those who completed",
    `Results

Overall survival at 3 years was 95% and event-free survival at 2 years was 80%. Relapse-free survival was 70% at 2 years with drug and 80% at
3 years with placebo. A total of 90 patients were randomised to A (n = 46) or B (n = 44), and most completed the study (n = 80). Of 40 patients,
12 girls and 8 boys were positive. Of 120 children, 40 were excluded from the imaging analysis and 95 included in the safety analysis.`,
  ],
  [
    "shares and spreads under one title",
    `# Results

Table 5. Characteristics, data are n (%) or mean (SD)

| Variable | Cases (n = 40) | Controls (n = 41) |
|---|---|---|
| Boys | 22 (55) | 20 (49) |
| Pain score | 4 (2) | 3 (2) |
| Weight, kg | 35 (12) | 36 (11) |
| Fever | 10 (25) | 8 (20) |
| Rash | 6 (15) | 4 (10) |

Table 6. Reactions by age, rows in per cent

| Variable, n (%) | Reaction (n = 252) | None (n = 146) |
|---|---|---|
| Female | 174 (63.3) | 101 (36.7) |
| Male | 78 (63.4) | 45 (36.6) |
| Up to 16 years | 236 (72.6) | 89 (27.4) |
| Over 16 years | 16 (21.9) | 57 (78.1) |`,
  ],
  [
    "percentages of both sexes that fit their total",
    `Results

We saw 50 children, 30 girls and 20 boys. Fever was seen in 60% of the girls and 35% of the boys, and in 25 of all 50 children (50%). Rash was
seen in 40% of girls and 20% of boys with uveitis, and in 9 of 50 children (18%) altogether at the last visit.`,
  ],
  [
    "a disease in prose without a single contradiction",
    `Abstract

We studied 48 children with juvenile dermatomyositis. Calcinosis developed in 12 (25%). Median follow-up was 4.1 years.

Methods

Charts of children diagnosed from 2005 to 2017 were reviewed. Categorical variables are numbers (percent), continuous ones median (range).
Fisher's exact test was used.

Results

Forty-eight children were included, 30 girls and 18 boys (1.7:1). Median age at diagnosis was 7.4 years (range 1.9–16.2). Gottron papules
were present in 44/48 (92%), heliotrope rash in 38/48 (79%), weakness in 46/48 (96%) and dysphagia in 13/48 (27%). Muscle enzymes were
elevated in 41 of 47 tested (87%). Magnetic resonance imaging was done in 36 children and was abnormal in 33 (92%). All children received
corticosteroids, 45 (94%) with methotrexate. Calcinosis developed in 12 (25%), in 9/20 (45%) with late and 3/28 (11%) with early treatment
(p = 0.015). Patients were followed for a median of 4.1 years (range 0.5–11). At the last visit 29 (60%) had inactive disease off drugs,
14 (29%) inactive disease on drugs and 5 (10%) active disease. No patient died.

Discussion

In this cohort a quarter of the children developed calcinosis, fewer than the 30% to 40% of older series. Treatment within three months
was associated with less calcinosis (11% vs 45%). The study is limited by its size and by its design.`,
  ],
  [
    "years that stand beside the patients of a study, and are not theirs",
    `Abstract

Methods. Children who had been diagnosed between 2009 and 2014 were enrolled; analyses of the patients' charts were conducted in 2016-2017.

Results

Of 2044 screened children 1987 (97%) were ineligible, and 57 were enrolled. Back pain of children rose by 46% between 1990 and 2005 [7].
In 1996 the first trial had treated 40 patients (Meyer 1996). Costs of the 57 patients are given in €2018, and were €1960 a year. Disease
activity was scored with the 2007 version in all patients (100%). Twelve patients (21%) were examined again in 2019 and 2020. Dinner was
served to all participants between 1900 and 2000 h.`,
  ],
  [
    "a letter P that is no probability, and probabilities that are powers of ten",
    `Results

The variant went with relapse (p = 8.82 × 10-16), with bone pain (P=3.7x10-4) and with CRP (p = 1.6 × 10−5). In 2014 the share of the ill
was p = 13.1%, and the dose was doubled in both groups (D = 1.5 times, P = 1.38 times).

Table 2. Raw data of six children

| Child | Group | P | N | P |
|---|---|---|---|---|
| 1 | PN | 6 | 2 | 4 |
| 2 | PN | 3 | 5 | 5 |
| 3 | NP | 6 | 6 | 8 |
| 4 | NP | 0 | 1 | 1 |`,
  ],
  [
    "percentages of something else than the number before them",
    `Results

Uptake rose in zone 7 (34% in boys and 31% in girls), in children with status 1 or 2 (53%), and 1 h after exercise (15.5%). Only 18 (83%
female) completed the course; 64 elderly patients (53.1% males) were seen before. The score was 0 values (39.8%) often, better in all three
study groups (26.6%, 30.4% and 61.3%, respectively), and with a GCS of 6 to 8 (43%). One of the two lozenges (51.9%) helped. Twenty-eight
eyes of 14 patients (46%) were treated. Three patients died within 30 days of the operation versus seven (9%) of 75 in the other group.
Three hundred and eighty three of 766 parents (50.0%) and eighty three of 166 others (50%) answered. In all 1 250 of 5 000 (25%), 1,250/5,000
(25%) and 1\u202f250 of 5\u202f000 children (25%) were asked, and 37 out of the original 154 (24%) again.`,
  ],
  [
    "intervals with signs, of differences, of proportions, and ranges with two units",
    `Results

CRP fell by 8.2% in the control group (-8.2% (95% CI: -23.1 to 9.5%)) and efficacy was 15.9%; 95% CI: -19.9, 41.3. The share fell from 4.7%
to 0.7% (95% CI 3.37 to 4.64), union was reached in 38.7% (95% CI, 0.21 to 0.57), and the rate was 15.5 (95% confidence interval (95% CI)
13.8 to 17.3) per 1,000 days. The mean difference was -0.6 (95% confidence interval [CI]: -1.49 to 0.11), the mean age 4.9 years (range 12
months to 11 years), resistance 1,015 ± 325 and a mean of 1,015 (range 900–1,200) dyn. The mean reduction was 2.6 (95% CI -6.0 to -0.8).`,
  ],
  [
    "a normal distribution that is no rule of print",
    `Methods

Means were compared by the t test where the distribution was normal. Random effects follow a normal distribution with mean 0. The standard
deviation of a normal distribution can be specified as an effect size of the mean. We included 80 children.

Results

In 80 children CRP was 12.0 ± 15.0 mg/l, and they missed 5.1 ± 9.8 days of school.`,
  ],
  [
    "groups, sexes and percentages whose whole is another one",
    `Results

Ninety-six patients were enrolled and 91 patients were randomised to naproxen (N=46) or placebo (N=45). Of 440 children screened, 366 children
were randomised to placebo (n = 121), a low dose (n = 122) and a high dose (n = 123). In all 225 patients were randomly assigned to a warm drink
(n = 77), a cool one (n = 74) or none (matched for taste; n = 74). Of 2144 patients randomised in the whole trial, 182 were Japanese and had
drug A (n = 91) or B (n = 91). The study was conducted on 70 patients, of which 28 were females and 42 males (n = 35 for each group). With the
first drug 6 were men and 19 women, with the other 12 were men and 13 were women. Interviews were held with 20 activists (10 women and 10 men)
and leaders (six women and six men).

Table 1. Baseline

| Variable | Drug (n = 70) |
|---|---|
| Sex, male/female (%) | 60/40 |
| Fever, n (%) | 28 (40.0) |
| Rash, n (%) | 14 (20.0) |
| Pain, n (%) | 63 (90.0) |
| Arthritis, n (%) | 7 (10.0) |
| HLA-B27, n (%) | 12 (18.8) f |
| Uveitis, n (%) | 21 (30.0) |
| Hip, n (%) | 35 (50.0) |
| Spine, n (%) | 42 (60.0) |

Of the 70 patients 14 of 70 (20%) had fever, 21 of 70 (30%) rash and 28 of 70 (40%) pain. Piroxicam was stopped in 16 patients (32%), and 19
(37%) had smoked. Nine (43%) needed a second drug.`,
  ],
  [
    "p values cut off, and points of time",
    `Results

Depression fell (t(19) = 1.79, P = 0.088; F(1, 24) = 4.90, p = 0.036; F2,48 = 5.80, p = 0.005), at the third visit too (t3=1.043, p<0.001;
F(1,85) = 12.3, p < .0.05; t = 2.47, df = 28, p = 0.02; X2(1) = 5.41, p = .02).`,
  ],
  [
    "falls, differences and lists that a bracket tells together",
    `Results

CRP was reduced by 34% (95% CI -64% to 10%), HbA1c declined by 0.7% (95% CI: -0.4 to -1.0%), pregnancies were as many (42.6 versus 46.4%;
95% CI -10.8, 3.2). Attendance was 21.1% in the first and 70.7% in the second arm (445/2,111 and 2,595/3,671). Outbreaks were shorter (T = 24
days, T&P = 11 days, p = 0.04). Healthy subjects (n = 12, mean age 24.9 years, 8 female, 4 male) came. Reward and activity went together
(r(21) = 0.45, p = 0.039). Biopsies agreed at site 1 and site 2 (97.3%), and of those with a GCS of 6 (46.9%). Nausea was as frequent in Groups 1 and 2 (11.4%)
and in the trend (β S - β P = -0.398, P < 0.001). The mean follow-up was 2 years (ranging from 5 to 76 months).`,
  ],
];
