import type { ChartRow } from "../charts.ts";
import type { Rule, Table } from "../field.ts";
import { at, type CellFault, refused } from "./fault.ts";
import { cellOf, dateOf, numberOf, statedValue } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

/** The rules between the fields of one row, as the codebook states them. */
export function ruleCheck(table: Table): RowCheck {
  const numeric = new Set(table.fields.flatMap(({ name, type }) => (/date$/.test(type.kind) ? [] : [name])));
  return ({ cells }) =>
    table.rules.flatMap((rule) => {
      const fault = ruleFault(rule, cells, numeric);
      return fault === undefined ? [] : [fault];
    });
}

function ruleFault(rule: Rule, cells: ChartRow, numeric: ReadonlySet<string>): CellFault | undefined {
  switch (rule.code) {
    case "not-before":
      return orderFault(rule, cells, numeric.has(rule.later) ? numberRange : dateRange);
    case "required-with":
      if (statedValue(cells, rule.when) === undefined || statedValue(cells, rule.field) !== undefined) return undefined;
      return neededFault(rule, cellOf(cells, rule.when));
    case "required-when":
      if (cellOf(cells, rule.when) !== rule.equals || !deniesOrOmits(cellOf(cells, rule.field))) return undefined;
      return neededFault(rule, rule.equals);
  }
}

/** `unknown` and `not done` answer a question; a blank leaves it open and `not applicable` denies it. */
const deniesOrOmits = (cell: string): boolean => cell === "" || cell === "not applicable";

type Range = (cells: ChartRow, name: string) => { readonly first: number; readonly last: number } | undefined;

const dateRange: Range = dateOf;

const numberRange: Range = (cells, name) => {
  const value = numberOf(cells, name);
  return value === undefined ? undefined : { first: value, last: value };
};

/** Violated only where every reading of `earlier` lies after every reading of `later`: 2009 does not contradict 2009-05-17. */
function orderFault(rule: Extract<Rule, { code: "not-before" }>, cells: ChartRow, range: Range): CellFault | undefined {
  const earlier = range(cells, rule.earlier);
  const later = range(cells, rule.later);
  if (earlier === undefined || later === undefined || earlier.first <= later.last) return undefined;
  const { says, later: after, earlier: before } = rule;
  const [laterCell, earlierCell] = [cellOf(cells, after), cellOf(cells, before)];
  return at(after, refused("not-before", { rule: says, later: after, laterCell, earlier: before, earlierCell }));
}

function neededFault(rule: Exclude<Rule, { code: "not-before" }>, found: string): CellFault {
  const { says, field, when } = rule;
  return { ...at(field, refused(rule.code, { rule: says, field, when, found })), because: when };
}
