import type { Phrases } from "./phrases.ts";
import { paragraph, type Section } from "./sentence.ts";

/** Follow-up, relapse and antibiotics. */
export function courseSections({ share, number, median, survival, p }: Phrases): readonly Section[] {
  const free = "relapse-free.all";
  return [
    {
      heading: "Course and relapse",
      paragraphs: [
        paragraph`NSAID were given to ${share("nsaid")} children, corticosteroids to ${number("steroid.all.n")}, DMARD to
          ${number("dmard.all.n")}, TNF-α inhibitors to ${number("tnf-inhibitor.all.n")} and pamidronate to
          ${number("bisphosphonate.all.n")}. They were followed for a ${median("follow-up")}; ${number("follow-up-over-5-years.all.n")} children were followed
          for more than 5 years.`,
        paragraph`${share("relapsed")} children relapsed at least once, a ${median("relapse-count", 0)}. The Kaplan-Meier
          median from diagnosis to the first relapse was ${number(`${free}.median`)} months (95 % limits, log-log:
          ${number(`${free}.median-lower`)} to ${number(`${free}.median-upper`)}); first relapses happened after a ${median("time-to-relapse", 0)}.
          Relapse-free were ${survival(free, 365)} at 1 year and ${survival(free, 1826)} at 5 years. One year after diagnosis
          ${share("remission-one-year")} children with a known state were in clinical remission.`,
        paragraph`Relapse-free survival by focality at diagnosis: log-rank ${p("relapse-free-by-focality.compared.log-rank-p")}; by presentation:
          ${p("relapse-free-by-presentation.compared.log-rank-p")}.`,
      ],
    },
    {
      heading: "Antibiotics",
      paragraphs: [
        paragraph`${share("antibiotics")} children were first treated with antibiotics for suspected bacterial osteomyelitis:
          ${share("antibiotics-early")} of those diagnosed up to 2007 and ${share("antibiotics-late")} from 2008 on (chi-square without
          correction ${p("antibiotics-by-era.all.chi-square-p")}, with correction ${p("antibiotics-by-era.all.chi-square-corrected-p")}, Fisher
          ${p("antibiotics-by-era.all.fisher-p")}). Intravenous treatment lasted a ${median("antibiotics-intravenous", 0)}, oral treatment a
          ${median("antibiotics-oral", 0)}. Six months after the first antibiotic ${number("antibiotic-month6.all.active")} had not responded
          and ${number("antibiotic-month6.all.partial_remission")} were in partial remission.`,
      ],
    },
  ];
}
