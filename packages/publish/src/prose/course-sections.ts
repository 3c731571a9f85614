import type { Phrases } from "./phrases.ts";
import { paragraph, type Section } from "./sentence.ts";

/** Follow-up, relapse and antibiotics. */
export function courseSections({
  share,
  children,
  counting,
  number,
  median,
  survival,
  curveMedian,
  p,
}: Phrases): readonly Section[] {
  const free = "relapse-free.all";
  return [
    {
      heading: "Course and relapse",
      paragraphs: [
        paragraph`NSAID were given to ${children("nsaid")}, corticosteroids to ${number("steroid.all.n")}, DMARD to
          ${number("dmard.all.n")}, TNF-α inhibitors to ${number("tnf-inhibitor.all.n")} and pamidronate to
          ${number("bisphosphonate.all.n")}. They were followed for a ${median("follow-up")}; ${counting("follow-up-over-5-years.all.n", "child was", "children were")} followed
          for more than 5 years.`,
        paragraph`${children("relapsed")} relapsed at least once, a ${median("relapse-count", 0)}. The Kaplan-Meier
          median from diagnosis to the first relapse was ${curveMedian(free)}; first relapses happened after a ${median("time-to-relapse", 0)}.
          Relapse-free were ${survival(free, 365)} at 1 year and ${survival(free, 1826)} at 5 years. One year after diagnosis
          ${children("remission-one-year")} with a known state were in clinical remission.`,
        paragraph`Relapse-free survival by focality at diagnosis: log-rank ${p("relapse-free-by-focality.compared.log-rank-p")}; by presentation:
          ${p("relapse-free-by-presentation.compared.log-rank-p")}.`,
      ],
    },
    {
      heading: "Antibiotics",
      paragraphs: [
        paragraph`${children("antibiotics")} were first treated with antibiotics for suspected bacterial osteomyelitis:
          ${share("antibiotics-early")} of those diagnosed up to 2007 and ${share("antibiotics-late")} from 2008 on (chi-square without
          correction ${p("antibiotics-by-era.all.chi-square-p")}, with correction ${p("antibiotics-by-era.all.chi-square-corrected-p")}, Fisher
          ${p("antibiotics-by-era.all.fisher-p")}). Intravenous treatment lasted a ${median("antibiotics-intravenous", 0)}, oral treatment a
          ${median("antibiotics-oral", 0)}. Six months after the first antibiotic ${number("antibiotic-month6.all.active")} had not responded
          and ${number("antibiotic-month6.all.partial_remission")} were in partial remission.`,
      ],
    },
  ];
}
