import type { Cell } from "@osteon/engine";
import { type Analysis, levelsOf, type Protocol } from "@osteon/protocol";
import type { Outline } from "@osteon/publish";

/** What the ending of a column says of its unit. */
const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/_epoch_day$/, "days since 1970-01-01"],
  [/_days?$/, "days"],
  [/_x10$/, "tenths"],
  [/_x100$/, "hundredths"],
  [/_x1000$/, "thousandths"],
  [/_no$/, "number within this freeze"],
];

/** What a column holds: the title of the analysis that describes it, else its own name in words; with its unit where its name says one. */
export function columnLabel({ analyses }: Protocol, table: string, column: string): string {
  const describing = Object.values(analyses).find((analysis) => analysis.from === table && describes(analysis, column));
  const [ending, unit] = UNITS.find(([pattern]) => pattern.test(column)) ?? [];
  const words = (ending === undefined ? column : column.replace(ending, "")).replaceAll("_", " ");
  const label = describing?.title ?? words.charAt(0).toUpperCase() + words.slice(1);
  return unit === undefined ? label : `${label}, ${unit}`;
}

/** Whether the title of an analysis says what the column holds, and not which of its values are counted. */
function describes(analysis: Analysis, column: string): boolean {
  const { by = [] } = analysis as { readonly by?: unknown };
  const isWhole = Array.isArray(by) && by.length === 0 && Object.keys(analysis.where).length === 0;
  if (!isWhole) return false;
  if (analysis.kind === "continuous" || analysis.kind === "breakdown") return analysis.column === column;
  return isYesNo(analysis, column);
}

/** Whether an analysis asks for the value 1 of the column and for no other, or of two results for 1 or 0. */
function isYesNo(analysis: Analysis, column: string): boolean {
  if (analysis.kind === "survival") return analysis.event === column;
  if (analysis.kind === "agreement")
    return [analysis.first, analysis.second].some((own) => own.column === column && isOne(own.values, [0, 1]));
  return (
    (analysis.kind === "share" || analysis.kind === "ranking") &&
    analysis.column === column &&
    isOne(analysis.values, [1])
  );
}

const isOne = (values: readonly (string | number)[], of: readonly number[]): boolean =>
  values.length === 1 && of.some((value) => value === values[0]);

interface Words {
  readonly protocol: Protocol;
  readonly labels: Outline["labels"];
}

const YES_NO = [
  [0, "no"],
  [1, "yes"],
] as const;

/** What the values of a column mean: of codes all that it has and all that an analysis names, of yes and no both. */
export function valueLabels(
  { protocol, labels }: Words,
  table: string,
  column: string,
  kind: "number" | "code",
  values: readonly Cell[],
): readonly (readonly [number | string, string])[] {
  const analyses = Object.values(protocol.analyses).filter(({ from }) => from === table);
  if (kind === "number") {
    const isFlag = analyses.some((analysis) => isYesNo(analysis, column));
    return isFlag && values.every((value) => value === null || value === 0 || value === 1) ? YES_NO : [];
  }
  const found = values.filter((value) => value !== null).map(String);
  const named = analyses.flatMap((analysis) => namedLevels(protocol, analysis, column));
  const codes = [...new Set([...named, ...found])].sort();
  return codes.map((code) => [code, labels[code] ?? code.replaceAll("_", " ")]);
}

function namedLevels(protocol: Protocol, analysis: Analysis, column: string): readonly string[] {
  const own = analysis.kind === "breakdown" && analysis.column === column ? analysis.levels : [];
  const by = "by" in analysis && analysis.by !== undefined ? [analysis.by].flat() : [];
  return [...own, ...by.flatMap((one) => (one.column === column ? levelsOf(protocol, one.levels) : []))];
}
