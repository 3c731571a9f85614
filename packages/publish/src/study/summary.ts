import { childrenText } from "../prose/children-text.ts";
import { limitsText } from "../prose/limits-text.ts";
import { reasonWords } from "../prose/reason-words.ts";
import { type PageCell, shown } from "../tables/page-table.ts";
import type { Reading } from "./read-results.ts";

/** A number that a reader asks for first. */
export interface Headline {
  readonly label: string;
  readonly number: PageCell;
  /** What stands below it: limits, counts. */
  readonly below: string;
}

/** The numbers on top of the report. Where there is none a dash stands, and below it why. */
export function headlines(reading: Reading): readonly Headline[] {
  const { row, value, text } = reading;
  const free = "relapse-free.all";
  const none = (label: string, id: string): Headline => ({
    label,
    number: shown("–", id),
    below: `not estimable: ${reasonWords(row(id).because)}`,
  });
  const given = (id: string, label: string, number: string, below: string): Headline =>
    value(id) === null ? none(label, id) : { label, number: shown(number, id), below };
  const share = (id: string, label: string): Headline =>
    given(
      `${id}.all.percent`,
      label,
      `${text(`${id}.all.percent`)} %`,
      `${text(`${id}.all.n`)} of ${childrenText(reading.count(`${id}.all.N`))}`,
    );
  const limits = (lower: string, upper: string, times = 1, unit = "") =>
    value(lower) === null && value(upper) === null
      ? "no limits can be given"
      : `95 % limits ${limitsText(reading, lower, upper, times, unit)}`;
  const survival = (day: number, label: string): Headline => {
    const at = (statistic: string) => `${free}.${statistic}@${day}`;
    return given(
      at("survival"),
      label,
      `${text(at("survival"), 0, 100)} %`,
      limits(at("survival-lower"), at("survival-upper"), 100, " %"),
    );
  };
  return [
    {
      label: "Children with CNO",
      number: shown(text("cno-patients.all.n"), "cno-patients.all.n"),
      below: `and ${text("control-patients.all.n")} ${value("control-patients.all.n") === 1 ? "control" : "controls"} with bacterial osteomyelitis`,
    },
    given(
      "follow-up.all.median",
      "Median follow-up",
      `${text("follow-up.all.median", 1)} years`,
      `${text("follow-up.all.minimum", 1)} to ${text("follow-up.all.maximum", 1)} years`,
    ),
    share("relapsed", "Relapsed at least once"),
    given(
      `${free}.median`,
      "Median time to relapse",
      `${text(`${free}.median`)} months`,
      limits(`${free}.median-lower`, `${free}.median-upper`),
    ),
    survival(365, "Relapse-free at 1 year"),
    survival(1826, "Relapse-free at 5 years"),
    share("nsaid-month24-failure", "Not in remission under NSAID at 24 months"),
    share("steroid-month12-failure", "Not in remission 12 months after corticosteroids"),
    share("tnf-inhibitor-month12-remission", "In remission at 12 months under TNF-α inhibitors"),
    share("bisphosphonate-month24-remission", "In remission at 24 months after pamidronate"),
  ];
}
