import { type Problem, placed } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import type { WEIGHTINGS } from "../choices.ts";
import { kindsOf } from "../comparisons/asked.ts";
import { isCategorical } from "../comparisons/compare-columns.ts";
import { Refusal } from "../refusal.ts";
import { wordsBetween } from "../rows/cells.ts";
import { columnList } from "../rows/column-list.ts";
import { columnNamed, namesOf, numbersOf } from "../rows/columns.ts";
import { levelsIn, orderedLevels } from "../rows/factors.ts";
import { requireFew } from "../rows/group-columns.ts";
import { refused } from "../rows/row-fault.ts";
import { countsOf } from "../rows/row-weights.ts";
import type { SharedAsked } from "../shared-asked.ts";

/** What `osteon agreement` is asked. */
export interface AgreementAsked extends SharedAsked {
  readonly raters?: string;
  readonly value?: string;
  readonly subject?: string;
  readonly rater?: string;
  readonly categories?: string;
  readonly numeric?: string;
  readonly weighting?: (typeof WEIGHTINGS)[number];
  readonly form?: string;
  readonly level: number;
}

/** Ratings, a row for each subject and a place for each rater; categories in their order where they are categories. */
export interface Ratings {
  readonly raters: readonly string[];
  readonly numbers: readonly (readonly (number | null)[])[] | undefined;
  readonly texts: readonly (readonly (string | null)[])[] | undefined;
  readonly categories: readonly string[];
  /** Whether somebody said the order of the categories, or they are numbers. */
  readonly ordered: boolean;
  readonly count: readonly number[] | undefined;
}

/** Raters in columns of their own, or one column of values with those of subjects and raters. */
export function ratingsOf(data: DataFile, options: AgreementAsked, problems: Problem[]): Ratings {
  const { raters, value, subject, rater } = options;
  const long = [value, subject, rater].filter((option) => option !== undefined).length;
  if (raters !== undefined && long > 0)
    throw new Refusal(
      "asked",
      "--raters names columns of ratings; --value, --subject and --rater one column of them: take one way.",
    );
  if (raters === undefined && long < 3)
    throw new Refusal("asked", "Name the columns of the raters with --raters, or --value, --subject and --rater.");
  if (raters === undefined && options.count !== undefined)
    throw new Refusal(
      "asked",
      "--count says how many subjects a row stands for, and with --value a row is one rating: leave it out.",
    );
  const listed =
    raters === undefined
      ? [columnNamed(data, value ?? "").name]
      : columnList(data, raters).map((name) => columnNamed(data, name).name);
  const twice = listed.find((name, place) => listed.indexOf(name) !== place);
  if (twice !== undefined) throw new Refusal("asked", `--raters: ${twice} stands twice.`);
  if (raters !== undefined && listed.length < 2) throw new Refusal("asked", "--raters: agreement needs two columns.");
  const kinds = kindsOf(data, options, listed);
  const said = wordsBetween(options.categories ?? "", ",");
  const categorical =
    said.length > 0 || kinds.factor.length > 0 || listed.every((name) => isCategorical(data, name, kinds));
  if (
    !categorical &&
    listed.some((name) => columnNamed(data, name).kind === "text" && isCategorical(data, name, kinds))
  )
    throw new Refusal("asked", `${listed.join(", ")} hold numbers and categories: ratings are of one kind (--factor).`);
  if (said.length > 0 && kinds.numeric.length > 0)
    throw new Refusal("asked", "--categories and --numeric contradict each other.");
  const count = options.count === undefined ? undefined : countsOf(data, options.count, problems);
  const columns = listed.map((name) => (categorical ? namesOf(data, name) : numbersOf(data, name, problems)));
  const table =
    raters === undefined
      ? inRows(data, columns[0] ?? [], { subject: subject ?? "", rater: rater ?? "" }, problems)
      : {
          raters: listed,
          rows: Array.from({ length: data.rowCount }, (_, row) => columns.map((column) => column[row] ?? null)),
        };
  if (table.raters.length < 2) throw new Refusal("asked", `${rater} has one rater: agreement needs two.`);
  if (!categorical)
    return {
      raters: table.raters,
      numbers: table.rows as (number | null)[][],
      texts: undefined,
      categories: [],
      ordered: false,
      count,
    };
  for (const name of listed) requireFew(data, name);
  const present = [...new Set(listed.flatMap((name) => levelsIn(data, name)))];
  const numeric = present.every((level) => Number.isFinite(Number(level)));
  const natural = numeric ? present.sort((a, b) => Number(a) - Number(b)) : present.sort();
  const stranger = said.length > 0 ? present.find((level) => !said.includes(level)) : undefined;
  if (stranger !== undefined)
    throw new Refusal(
      "asked",
      `--categories ${said.join(",")}: ${stranger} stands in the file as well; name every category.`,
    );
  if (new Set(said).size < said.length) throw new Refusal("asked", `--categories ${said.join(",")}: one stands twice.`);
  return {
    raters: table.raters,
    numbers: undefined,
    texts: table.rows as (string | null)[][],
    categories: said.length > 0 ? said : natural,
    ordered: said.length > 0 || numeric,
    count,
  };
}

/** A table of one row for each rating, laid out by subjects and raters; two ratings of one are a problem. */
function inRows(
  data: DataFile,
  values: readonly (number | string | null)[],
  { subject, rater }: { readonly subject: string; readonly rater: string },
  problems: Problem[],
) {
  requireFew(data, rater);
  const raters = orderedLevels(data, rater, { order: new Map(), reference: new Map() });
  const whose = namesOf(data, rater);
  const rows = new Map<string, (number | string | null | undefined)[]>();
  for (const [row, name] of namesOf(data, subject).entries()) {
    const place = raters.indexOf(whose[row] ?? "");
    if (name === null || place < 0) continue;
    const own = rows.get(name) ?? raters.map(() => undefined);
    if (own[place] !== undefined)
      problems.push(
        placed(refused("rated-twice", { rater: whose[row] ?? "", subject: name }), {
          file: data.file,
          row: data.rowNumbers[row] ?? row + 1,
          column: columnNamed(data, subject).name,
          value: name,
        }),
      );
    else own[place] = values[row] ?? null;
    rows.set(name, own);
  }
  return { raters, rows: [...rows.values()].map((own) => own.map((value) => value ?? null)) };
}
