import { htmlText } from "../reading/html-text.ts";
import type { ReadText } from "../reading/read-text.ts";
import { plainCharacters } from "../structure/plain-characters.ts";
import type { ResultRow } from "./results-rows.ts";
import { type TextUnit, textUnits, unit } from "./text-units.ts";

/** A sentence or row whose numbers are known: as the study itself words it, with the result behind each number. */
export interface Wording extends TextUnit {
  /** For each number the id of its result; none where the sentence is of the protocol or of a paper. */
  readonly results: readonly (string | undefined)[];
}

const OPEN = "\ue000";
const NAMED = "\ue001";
const CLOSE = "\ue002";

/**
 * Wordings of a study's report: its lines in their order, and the results behind their numbers from the page, which
 * wraps every number of a result in `<data data-result="...">`.
 */
export function wordingsOf(
  lines: readonly string[],
  reportPage: string,
  rows: readonly ResultRow[],
): readonly Wording[] {
  const marked = markedUnits(htmlText(reportPage, markOf));
  const byAnalysis = Map.groupBy(rows, ({ analysis }) => analysis);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return textUnits(lines).map((one) => {
    const here = marked.get(one.text)?.shift() ?? [];
    const results = one.tokens.map((token, place) => {
      const id = here[place];
      const row = id === undefined ? undefined : byId.get(id);
      if (row === undefined) return undefined;
      const below =
        /<\s?$/.test(one.text.slice(0, token.start)) && row.value !== null && row.value < Number(token.text);
      return below ? row.id : rowOf(token.text, row, byAnalysis.get(row.analysis) ?? [])?.id;
    });
    return { ...one, results };
  });
}

const markOf = (attributes: Readonly<Record<string, string>>): readonly [string, string] | undefined => {
  const id = attributes["data-result"];
  return id === undefined ? undefined : [`${OPEN}${id}${NAMED}`, CLOSE];
};

/** For each unit of the page the ids that wrap its numbers; a list, since a text may stand twice. */
function markedUnits({ lines }: ReadText): Map<string, (string | undefined)[][]> {
  const found = new Map<string, (string | undefined)[][]>();
  for (const raw of lines) {
    const line = plainCharacters(raw).replaceAll(/\s+/g, " ").trim();
    let text = "";
    const ids: (string | undefined)[] = [];
    let open: string | undefined;
    for (const piece of line.split(new RegExp(`(${OPEN}[^${NAMED}]*${NAMED}|${CLOSE})`))) {
      if (piece.startsWith(OPEN)) open = piece.slice(1, -1);
      else if (piece === CLOSE) open = undefined;
      else {
        text += piece;
        for (const _ of piece) ids.push(open);
      }
    }
    let from = 0;
    for (const one of textUnits([text])) {
      const at = text.indexOf(one.text, from);
      from = at + one.text.length;
      const list = found.get(one.text) ?? [];
      list.push(unit(one.text, 0).tokens.map(({ start }) => ids[at + start]));
      found.set(one.text, list);
    }
  }
  return found;
}

/** The row that prints as the number: the named one, else one beside it in its group, else one of its analysis. */
function rowOf(text: string, named: ResultRow, analysis: readonly ResultRow[]): ResultRow | undefined {
  const number = Number(text.replace(",", "."));
  const decimals = text.split(/[.,]/)[1]?.length ?? 0;
  const prints = ({ value }: ResultRow) =>
    value !== null &&
    [1, 100].some((scale) => Math.abs(Math.abs(value * scale) - number) <= 0.5 * 10 ** -decimals + 1e-9);
  const at = named.statistic.split("@")[1];
  const near = analysis.filter(({ group, statistic }) => group === named.group && statistic.split("@")[1] === at);
  return [
    named,
    ...near.filter(({ statistic }) => !/^cell|normal|ks-|other/.test(statistic)),
    ...near,
    ...analysis,
  ].find(prints);
}
