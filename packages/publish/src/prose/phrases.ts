import type { Result } from "@osteon/estimate";
import { numberText, pText, type Reading } from "../study/read-results.ts";
import { type PageCell, shown } from "../tables/page-table.ts";

/** Ways to say a result within a sentence. A number that could not be estimated says so, and why. */
export interface Phrases {
  /** `33 of 56 (59 %)` of a share. */
  readonly share: (analysis: string) => PageCell;
  /** `20 (36 %)` of a share. */
  readonly counted: (analysis: string) => PageCell;
  /** `12 of 27 (44 %)`, one state of a breakdown. */
  readonly state: (group: string, state: string) => PageCell;
  /** One result as a number. */
  readonly number: (id: string, decimals?: number, times?: number) => PageCell;
  /** `median of 3.0 months (range 0.02 to 60.0)`. */
  readonly median: (analysis: string, decimals?: number) => PageCell;
  /** `0.5 to 15.0 years`. */
  readonly range: (analysis: string, decimals?: number) => PageCell;
  /** `8.2 ± 2.4`. */
  readonly mean: (analysis: string, decimals?: number) => PageCell;
  /** `p = 0.001`. */
  readonly p: (id: string) => PageCell;
  /** `85 % (73 to 92 %)`: survival at a day with its limits. */
  readonly survival: (analysis: string, day: number) => PageCell;
}

export function phrases(reading: Reading): Phrases {
  const say = (id: string, decimals = 0, times = 1) => sayNumber(reading.row(id), decimals, times);
  const span = (id: string, decimals: number) =>
    `${say(`${id}.minimum`, decimals)} to ${say(`${id}.maximum`, decimals)}`;
  const unit = (id: string) => {
    const { unit: own } = reading.row(id);
    return own === "" ? "" : ` ${own}`;
  };
  return {
    share: (analysis) => {
      const id = `${analysis}.all`;
      return shown(`${say(`${id}.n`)} of ${say(`${id}.N`)} (${say(`${id}.percent`)} %)`, `${id}.n`);
    },
    counted: (analysis) =>
      shown(`${say(`${analysis}.all.n`)} (${say(`${analysis}.all.percent`)} %)`, `${analysis}.all.n`),
    state: (group, state) =>
      shown(
        `${say(`${group}.${state}`)} of ${say(`${group}.N`)} (${say(`${group}.${state}-percent`)} %)`,
        `${group}.${state}`,
      ),
    number: (id, decimals, times) => shown(say(id, decimals, times), id),
    median: (analysis, decimals = 1) => {
      const id = `${analysis}.all`;
      return shown(
        `median of ${say(`${id}.median`, decimals)}${unit(`${id}.median`)} (range ${span(id, decimals)})`,
        `${id}.median`,
      );
    },
    range: (analysis, decimals = 1) =>
      shown(`${span(`${analysis}.all`, decimals)}${unit(`${analysis}.all.minimum`)}`, `${analysis}.all.minimum`),
    mean: (analysis, decimals = 1) =>
      shown(
        `${say(`${analysis}.all.mean`, decimals)} ± ${say(`${analysis}.all.sd`, decimals)}`,
        `${analysis}.all.mean`,
      ),
    p: (id) => {
      const text = pText(reading.value(id));
      return shown(text.startsWith("<") ? `p ${text}` : `p = ${text}`, id);
    },
    survival: (analysis, day) => {
      const at = (statistic: string) => say(`${analysis}.${statistic}@${day}`, 0, 100);
      return shown(
        `${at("survival")} % (95 % limits ${at("survival-lower")} to ${at("survival-upper")} %)`,
        `${analysis}.survival@${day}`,
      );
    },
  };
}

function sayNumber({ value, because }: Result, decimals: number, times: number): string {
  return value === null ? `not estimable [${because}]` : numberText(value * times, decimals);
}
