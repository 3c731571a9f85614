import { pText, type Reading } from "../study/read-results.ts";
import { type PageCell, shown } from "../tables/page-table.ts";
import { limitsText } from "./limits-text.ts";
import { reasonWords } from "./reason-words.ts";

/** Ways to say a result within a sentence. Where there is no number the words say why. */
export interface Phrases {
  /** `33 of 56 (59 %)` of a share; `0 of 0` where nobody is known. */
  readonly share: (analysis: string) => PageCell;
  /** The same with the children: `33 of 56 (59 %) children`, `1 of 1 (100 %) child`. */
  readonly children: (analysis: string) => PageCell;
  /** `20 (36 %)` of a share. */
  readonly counted: (analysis: string) => PageCell;
  /** A count with its noun: `1 child was`, `56 children were`. */
  readonly counting: (id: string, one: string, many: string) => PageCell;
  /** `12 of 27 (44 %)`, one state of a breakdown. */
  readonly state: (group: string, state: string) => PageCell;
  /** One result as a number, with what follows it where there is one, as ` %`. */
  readonly number: (id: string, decimals?: number, times?: number, unit?: string) => PageCell;
  /** `median of 3.0 months (range 0.02 to 60.0)`. */
  readonly median: (analysis: string, decimals?: number) => PageCell;
  /** `0.5 to 15.0 years`. */
  readonly range: (analysis: string, decimals?: number) => PageCell;
  /** `8.2 ± 2.4`. */
  readonly mean: (analysis: string, decimals?: number) => PageCell;
  /** `p = 0.001`. */
  readonly p: (id: string) => PageCell;
  /** `85 % (95 % limits 73 to 92 %)`: survival at a day. */
  readonly survival: (analysis: string, day: number) => PageCell;
  /** `29 months (95 % limits, log-log: 19 to 62)`: the median of a curve. */
  readonly curveMedian: (group: string) => PageCell;
}

export function phrases(reading: Reading): Phrases {
  const { row, value, text } = reading;
  const none = (id: string) => `not estimable (${reasonWords(row(id).because)})`;
  const say = (id: string, decimals = 0, times = 1, unit = "") =>
    value(id) === null ? none(id) : `${text(id, decimals, times)}${unit}`;
  const span = (id: string, decimals: number) =>
    `${text(`${id}.minimum`, decimals)} to ${text(`${id}.maximum`, decimals)}`;
  const unit = (id: string) => {
    const { unit: own } = row(id);
    return own === "" ? "" : ` ${own}`;
  };
  const percent = (id: string) => (value(id) === null ? "" : ` (${text(id)} %)`);
  const shareText = (analysis: string) =>
    `${text(`${analysis}.all.n`)} of ${text(`${analysis}.all.N`)}${percent(`${analysis}.all.percent`)}`;
  return {
    share: (analysis) => shown(shareText(analysis), `${analysis}.all.n`),
    children: (analysis) =>
      shown(`${shareText(analysis)} ${value(`${analysis}.all.N`) === 1 ? "child" : "children"}`, `${analysis}.all.n`),
    counted: (analysis) =>
      shown(`${text(`${analysis}.all.n`)}${percent(`${analysis}.all.percent`)}`, `${analysis}.all.n`),
    counting: (id, one, many) => shown(`${text(id)} ${value(id) === 1 ? one : many}`, id),
    state: (group, state) =>
      shown(
        `${text(`${group}.${state}`)} of ${text(`${group}.N`)}${percent(`${group}.${state}-percent`)}`,
        `${group}.${state}`,
      ),
    number: (id, decimals, times, own) => shown(say(id, decimals, times, own), id),
    median: (analysis, decimals = 1) => {
      const id = `${analysis}.all`;
      const found = `median of ${text(`${id}.median`, decimals)}${unit(`${id}.median`)} (range ${span(id, decimals)})`;
      return shown(value(`${id}.median`) === null ? `median that is ${none(`${id}.median`)}` : found, `${id}.median`);
    },
    range: (analysis, decimals = 1) => {
      const id = `${analysis}.all.minimum`;
      return shown(value(id) === null ? none(id) : `${span(`${analysis}.all`, decimals)}${unit(id)}`, id);
    },
    mean: (analysis, decimals = 1) => {
      const [mean, sd] = [`${analysis}.all.mean`, `${analysis}.all.sd`];
      return shown(value(sd) === null ? say(mean, decimals) : `${text(mean, decimals)} ± ${text(sd, decimals)}`, mean);
    },
    p: (id) => {
      if (value(id) === null) return shown(`p ${none(id)}`, id);
      const found = pText(value(id));
      return shown(found.startsWith("<") ? `p ${found}` : `p = ${found}`, id);
    },
    survival: (analysis, day) => {
      const at = (statistic: string) => `${analysis}.${statistic}@${day}`;
      const ends = limitsText(reading, at("survival-lower"), at("survival-upper"), 100, " %");
      const hasLimits = value(at("survival-lower")) !== null;
      return shown(`${say(at("survival"), 0, 100, " %")}${hasLimits ? ` (95 % limits ${ends})` : ""}`, at("survival"));
    },
    curveMedian: (group) => {
      const id = `${group}.median`;
      if (value(id) === null) return shown(none(id), id);
      const isBounded = value(`${id}-lower`) !== null || value(`${id}-upper`) !== null;
      const ends = isBounded
        ? `95 % limits, log-log: ${limitsText(reading, `${id}-lower`, `${id}-upper`)}`
        : "no limits can be given";
      return shown(`${text(id)} months (${ends})`, id);
    },
  };
}
