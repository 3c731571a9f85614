import { excluded, section } from "./printed.ts";

const { number } = section("Discussion");

export const DISCUSSION = [
  number(
    "discussion-median",
    "relapsed after a median of 29 months",
    "Median time to relapse, months",
    "29",
    "relapse-free.all.median",
  ),
  number(
    "discussion-relapsed-1",
    "only 14% of patients with CNO in this cohort exhibited relapses within 1 year",
    "Relapsed within 1 year, crude, per cent",
    "14",
    {
      ratio: ["relapsed-within-one-year.all.n", "cno-patients.all.n"],
      times: 100,
    },
    { note: "Crude (8 of 56); the results' 85 % relapse-free is the Kaplan-Meier estimate of the same year." },
  ),
  number(
    "discussion-active-5",
    "as many as 60% were clinically active after 5 years",
    "Relapsed by 5 years, per cent",
    "60",
    {
      result: "relapse-free.all.survival@1826",
      times: 100,
      complement: true,
    },
    { note: "The results word the same number as 'had experienced a minimum of 1 relapse'." },
  ),
  number("discussion-sequelae", "disease-related sequelae in 34%", "Sequelae, per cent", "34", "sequelae.all.percent"),
  number(
    "discussion-hla",
    "HLA-B27 positivity in 21% of the patients",
    "HLA-B27 positive, per cent",
    "21",
    "hla-b27.all.percent",
  ),
  number(
    "discussion-arthritis",
    "comparable rates of arthritis (36% vs 39%)",
    "Arthritis, per cent",
    "36",
    "arthritis.all.percent",
  ),
  number(
    "discussion-nsaid-stable",
    "only 50% maintained stable clinical remission without further treatment",
    "In remission at 24 months under NSAID, per cent",
    "50",
    "nsaid-month24-remission.all.percent",
  ),
  number(
    "discussion-steroid-improved",
    "Corticosteroids induced short-term improvement in most patients (79%)",
    "In remission at 3 months after corticosteroids, per cent",
    "79",
    "steroid-month3-remission.all.percent",
  ),
  number(
    "discussion-steroid-two-thirds",
    "two-thirds of whom relapsed or progressed within 12 months",
    "Failure within 12 months of those improved, per cent",
    "67",
    { result: "steroid-month12-failure.all.percent" },
    excluded(
      "Two thirds of the 79 % improved would leave 26 % in remission at 12 months; the results print 45 % failure, which leaves 55 %.",
      "steroid-month12",
      "steroid-month3",
    ),
  ),
  number(
    "discussion-tnf-n",
    "7 patients with CNO were treated with TNF-α inhibitors",
    "TNF-α inhibitors",
    "7",
    "tnf-inhibitor.all.n",
  ),
  number(
    "discussion-tnf",
    "Seventy-one percent responded to TNF-α inhibitors after 3 months",
    "In remission at 3 months, per cent",
    "71",
    "tnf-inhibitor-month3-remission.all.percent",
  ),
  number(
    "discussion-bisphosphonate-6",
    "all patients treated with pamidronate reached clinical remission after 6 months",
    "In remission at 6 months, per cent",
    "100",
    "bisphosphonate-month6-remission.all.percent",
  ),
  number(
    "discussion-bisphosphonate-24",
    "and remained stable after 2 years",
    "In remission at 24 months, per cent",
    "100",
    "bisphosphonate-month24-remission.all.percent",
  ),
  number(
    "discussion-bisphosphonate-mri",
    "remaining bone inflammation was detectable on MRI in 43% after 1 year",
    "Remaining activity under pamidronate, per cent",
    "43",
    "radiological-response.bisphosphonate.remaining_activity-percent",
    excluded("The results count 4 of 8 (50 %); 43 % is 3/7.", "bisphosphonate-remaining", "bisphosphonate-n"),
  ),
];
