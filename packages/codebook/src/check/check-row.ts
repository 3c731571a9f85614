import type { Field, Rule, Table } from "../field.ts";
import { missingReasonOf } from "../missing-reason.ts";
import { parsePartialDate } from "../partial-date.ts";
import type { Problem } from "../problem.ts";
import { checkCell } from "./check-cell.ts";
import { type Row, raise } from "./raise.ts";

/** What is wrong with one row by itself: its cells, then the rules between them. */
export function checkRow(at: Row, table: Table): readonly Problem[] {
  const cells = table.fields.flatMap((field) => checkCell(at, field));
  const wrong = new Set(cells.map(({ where }) => where.column));
  const rules = table.rules.flatMap((rule) => (touches(rule, wrong) ? [] : checkRule(at, rule, table.fields)));
  return [...cells, ...rules];
}

/** A rule about a cell that is wrong already would only say the same again. */
function touches(rule: Rule, wrong: ReadonlySet<string | undefined>): boolean {
  const names = rule.code === "not-before" ? [rule.earlier, rule.later] : [rule.field, rule.when];
  return names.some((name) => wrong.has(name));
}

const present = (at: Row, name: string): boolean => missingReasonOf(at.cells[name] ?? "") === undefined;

function checkRule(at: Row, rule: Rule, fields: readonly Field[]): readonly Problem[] {
  switch (rule.code) {
    case "not-before":
      return notBefore(at, rule, fields);
    case "required-with":
      if (!present(at, rule.when) || present(at, rule.field)) return [];
      return [
        raise(
          at,
          rule.field,
          "required-with",
          `${rule.field} is missing beside ${rule.when}: ${rule.says}`,
          `Enter ${rule.field}.`,
        ),
      ];
    case "required-when":
      if (at.cells[rule.when] !== rule.equals || present(at, rule.field)) return [];
      return [raise(at, rule.field, "required-when", `${rule.field} is missing: ${rule.says}`, `Enter ${rule.field}.`)];
  }
}

/** Partial dates break an order only where every day they can mean does. */
function notBefore(
  at: Row,
  { earlier, later, says }: Extract<Rule, { code: "not-before" }>,
  fields: readonly Field[],
): readonly Problem[] {
  if (!present(at, earlier) || !present(at, later)) return [];
  const [low, high] = [at.cells[earlier] ?? "", at.cells[later] ?? ""];
  const isDate = fields.find(({ name }) => name === earlier)?.type.kind.endsWith("date") === true;
  const broken = isDate
    ? (parsePartialDate(low)?.first ?? 0) > (parsePartialDate(high)?.last ?? 0)
    : Number(low) > Number(high);
  if (!broken) return [];
  return [
    raise(
      at,
      later,
      "not-before",
      `${later} ${high} lies before ${earlier} ${low}. ${says}`,
      "Compare both with the chart.",
    ),
  ];
}
