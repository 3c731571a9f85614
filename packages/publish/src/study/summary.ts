import { type PageCell, shown } from "../tables/page-table.ts";
import type { Reading } from "./read-results.ts";

/** A number that a reader asks for first. */
export interface Headline {
  readonly label: string;
  readonly number: PageCell;
  /** What stands below it: limits, counts. */
  readonly below: string;
}

/** The numbers on top of the report. */
export function headlines({ text }: Reading): readonly Headline[] {
  const free = "relapse-free.all";
  const share = (id: string, label: string): Headline => ({
    label,
    number: shown(`${text(`${id}.all.percent`)} %`, `${id}.all.percent`),
    below: `${text(`${id}.all.n`)} of ${text(`${id}.all.N`)} children`,
  });
  const survival = (day: number, label: string): Headline => ({
    label,
    number: shown(`${text(`${free}.survival@${day}`, 0, 100)} %`, `${free}.survival@${day}`),
    below: `95 % limits ${text(`${free}.survival-lower@${day}`, 0, 100)} to ${text(`${free}.survival-upper@${day}`, 0, 100)} %`,
  });
  return [
    {
      label: "Children with CNO",
      number: shown(text("cno-patients.all.n"), "cno-patients.all.n"),
      below: `and ${text("control-patients.all.n")} controls with bacterial osteomyelitis`,
    },
    {
      label: "Median follow-up",
      number: shown(`${text("follow-up.all.median", 1)} years`, "follow-up.all.median"),
      below: `${text("follow-up.all.minimum", 1)} to ${text("follow-up.all.maximum", 1)} years`,
    },
    share("relapsed", "Relapsed at least once"),
    {
      label: "Median time to relapse",
      number: shown(`${text(`${free}.median`)} months`, `${free}.median`),
      below: `95 % limits ${text(`${free}.median-lower`)} to ${text(`${free}.median-upper`)}`,
    },
    survival(365, "Relapse-free at 1 year"),
    survival(1826, "Relapse-free at 5 years"),
    share("nsaid-month24-failure", "Not in remission under NSAID at 24 months"),
    share("steroid-month12-failure", "Not in remission 12 months after corticosteroids"),
    share("tnf-inhibitor-month12-remission", "In remission at 12 months under TNF-α inhibitors"),
    share("bisphosphonate-month24-remission", "In remission at 24 months after pamidronate"),
  ];
}
