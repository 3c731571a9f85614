import { excluded, section } from "./printed.ts";

const { number, share, range, meanSd } = section("Table 1");

const NOT_NORMAL =
  "The methods print mean and SD only where a Kolmogorov-Smirnov test keeps normality. No data with this mean and SD can pass it:";

/** The limits of normal that Table 1 prints beside the markers. */
const limits = (marker: string, quote: string, lower: string | undefined, upper: string) => [
  ...(lower === undefined
    ? []
    : [
        number(
          `table1-${marker}-lower`,
          quote,
          `${marker}: lower limit of normal`,
          lower,
          `${marker}-lower-limit.all.median`,
        ),
      ]),
  number(
    `table1-${marker}-upper`,
    quote,
    `${marker}: upper limit of normal`,
    upper,
    `${marker}-upper-limit.all.median`,
  ),
];

const marker = (
  name: string,
  quote: string,
  mean: string,
  sd: string,
  lower: string | undefined,
  upper: string,
  more = {},
) => [...limits(name, quote, lower, upper), ...meanSd(`table1-${name}`, quote, name, mean, sd, name, more)];

export const TABLE_1 = [
  number(
    "table1-n",
    "Baseline characteristics of children with CNO (n = 56)",
    "Children with CNO",
    "56",
    "cno-patients.all.n",
  ),
  number("table1-female", "Female/male, n 33/23", "Girls", "33", "sex.all.female"),
  number("table1-male", "Female/male, n 33/23", "Boys", "23", "sex.all.male"),
  ...range(
    "table1-onset",
    "Age at symptom onset, yrs, median (range) 10.8 (3–17.2)",
    "Age at symptom onset, years",
    ["10.8", "3", "17.2"],
    "age-at-onset",
  ),
  ...range(
    "table1-diagnosis",
    "Age at diagnosis, yrs, median (range) 11.1 (3–17.9)",
    "Age at diagnosis, years",
    ["11.1", "3", "17.9"],
    "age-at-diagnosis",
  ),
  number(
    "table1-delay-median",
    "Delay in diagnosis, mos, median (range) 3.0 (0.02–60)",
    "Delay, months: median",
    "3.0",
    "delay.all.median",
  ),
  number(
    "table1-delay-minimum",
    "Delay in diagnosis, mos, median (range) 3.0 (0.02–60)",
    "Delay, months: minimum",
    "0.02",
    "delay.all.minimum",
    excluded(
      "0.02 months are 0.6 days. Charts keep days: no day prints as 0.00, one day as 0.03. One day was chosen.",
      "table1-delay-median",
    ),
  ),
  number(
    "table1-delay-maximum",
    "Delay in diagnosis, mos, median (range) 3.0 (0.02–60)",
    "Delay, months: maximum",
    "60",
    "delay.all.maximum",
  ),
  ...range(
    "table1-painful",
    "No. painful localizations per patient, median (range) 1 (1–7)",
    "Painful localizations",
    ["1", "1", "7"],
    "painful-sites",
  ),
  ...share(
    "table1-local-signs",
    "Local inflammatory signs, n (%) 27 (48)",
    "Local inflammatory signs",
    "27",
    "48",
    "local-inflammation",
  ),
  ...share("table1-function", "Loss of function, n (%) 27 (48)", "Loss of function", "27", "48", "loss-of-function"),
  ...share("table1-fever", "Fever, n (%) 6 (11)", "Fever", "6", "11", "fever"),
  ...share("table1-arthritis", "Arthritis, n (%) 20 (36)", "Arthritis", "20", "36", "arthritis"),
  ...share(
    "table1-distant",
    "Arthritis distant to CNO lesions, n (%) 7 (13)",
    "Distant arthritis",
    "7",
    "13",
    "arthritis-distant",
  ),
  ...share(
    "table1-bowel",
    "Inflammatory bowel disease, n (%) 6 (11)",
    "Inflammatory bowel disease",
    "6",
    "11",
    "bowel-disease",
  ),
  number("table1-crohn", "Crohn disease (n = 5), ulcerative colitis (n = 1)", "Crohn disease", "5", "crohn.all.n"),
  number(
    "table1-colitis",
    "Crohn disease (n = 5), ulcerative colitis (n = 1)",
    "Ulcerative colitis",
    "1",
    "ulcerative-colitis.all.n",
  ),
  ...share(
    "table1-pustulosis",
    "Palmoplantar pustulosis, n (%) 5 (9)",
    "Palmoplantar pustulosis",
    "5",
    "9",
    "pustulosis",
  ),
  ...share("table1-sequelae", "Sequelae, n (%) 19 (34)", "Sequelae", "19", "34", "sequelae"),
  ...range(
    "table1-lesions",
    "No. radiological lesions, median (range) 6 (1–16)",
    "Lesions per child",
    ["6", "1", "16"],
    "lesion-count",
  ),
  ...share(
    "table1-unifocal",
    "Unifocal manifestation, n (%) 13 (23)",
    "Unifocal manifestation",
    "13",
    "23",
    "unifocal",
    {
      note: "The text counts 12 monofocal children. Both hold if Table 1 speaks of diagnosis and the text of the whole follow-up: one unifocal child became multifocal. The paper does not say so.",
    },
  ),
  ...marker("leukocytes", "Leukocytes, 4.5–12.5 GPt/l 8.2 ± 2.4", "8.2", "2.4", "4.5", "12.5"),
  ...marker("thrombocytes", "Thrombocytes, 150–400 GPt/l 366 ± 99", "366", "99", "150", "400"),
  ...marker("neutrophils", "Neutrophils, 43%–57% 52.4 ± 13.1", "52.4", "13.1", "43", "57"),
  ...marker("lymphocytes", "Lymphocytes, 30%–45% 33.0 ± 11.1", "33.0", "11.1", "30", "45"),
  ...marker("monocytes", "Monocytes, 0%–6% 8.1 ± 2.1", "8.1", "2.1", "0", "6"),
  ...marker("crp", "CRP, > 5 mg/l 16.9 ± 43", "16.9", "43", undefined, "5", {
    note: `${NOT_NORMAL} CRP is never negative, and a normal distribution with mean 16.9 and SD 43 has 34.7 % below zero, so D is at least 0.347 and p below 0.001 (n = 56).`,
  }),
  ...marker("esr", "ESR, > 15 mm/h 31.7 ± 24.4", "31.7", "24.4", undefined, "15", {
    note: `${NOT_NORMAL} at least 27 of 56 children (48 %) lie at or below 15 mm/h, where a normal distribution with mean 31.7 and SD 24.4 has 24.7 %, so D is at least 0.235 and p below 0.01.`,
  }),
  number("table1-hla-tested", "HLA-B27–positive, n = 43, n (%) 9 (21)", "HLA-B27 tested", "43", "hla-b27.all.N"),
  ...share("table1-hla", "HLA-B27–positive, n = 43, n (%) 9 (21)", "HLA-B27 positive", "9", "21", "hla-b27"),
  number("table1-ana-tested", "ANA-positive, n = 34, n (%) 5 (15)", "ANA tested", "34", "ana.all.N"),
  ...share("table1-ana", "ANA-positive, n = 34, n (%) 5 (15)", "ANA positive", "5", "15", "ana"),
  number("table1-ana-low", "Two patients with low titer (1:80)", "ANA, low titre", "2", "ana-low-titre.all.n"),
  number(
    "table1-ana-low-titre",
    "Two patients with low titer (1:80)",
    "ANA, low titre: reciprocal",
    "80",
    "ana-low-titre.all.median",
  ),
  number(
    "table1-ana-high",
    "3 patients with high titer (1:320–1:2560)",
    "ANA, high titre",
    "3",
    "ana-high-titre.all.n",
  ),
  number(
    "table1-ana-high-lowest",
    "3 patients with high titer (1:320–1:2560)",
    "ANA, high titre: lowest",
    "320",
    "ana-high-titre.all.minimum",
  ),
  number(
    "table1-ana-high-highest",
    "3 patients with high titer (1:320–1:2560)",
    "ANA, high titre: highest",
    "2560",
    "ana-high-titre.all.maximum",
  ),
];
