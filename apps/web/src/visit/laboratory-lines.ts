import type { Row, WhatStands } from "@osteon/api";
import { type Analyte, type Codebook, missingReasonOf } from "@osteon/codebook";
import { dayOf } from "../patient/chart-rows.ts";
import { analyteNamed } from "./result-words.ts";
import type { SparkPoint } from "./sparkline.tsx";
import type { NamedRows } from "./visit-state.ts";

/** A line of the panel: an analyte, what it was, what is usual of it. */
export interface LaboratoryLine {
  /** The analyte; a second result of it goes by its number. */
  readonly name: string;
  readonly analyte: Analyte;
  readonly unit: string;
  readonly lower: string;
  readonly upper: string;
  /** Where unit and limits are remembered from. */
  readonly from: "child" | "age" | "centre" | null;
  readonly last: Row | undefined;
  /** Results in the unit of the line, the earliest first. */
  readonly points: readonly SparkPoint[];
}

/** So many results are drawn. */
const DRAWN = 12;

/**
 * The lines of the panel: what the centre usually measures, most often first, and what it never measured and is typed; and the other
 * analytes that it has measured. Limits are those last used for the child, else for children of its age, else at the centre.
 */
export function laboratoryLines(
  standing: Pick<WhatStands, "analytes" | "results">,
  typed: NamedRows,
  book: Codebook,
): { readonly shown: readonly LaboratoryLine[]; readonly more: readonly LaboratoryLine[] } {
  const usual = new Set(standing.analytes.filter(({ isUsual }) => isUsual).map(({ analyte }) => analyte));
  const codes = standing.analytes.map(({ analyte }) => analyte);
  const names = [...codes, ...Object.keys(typed).filter((name) => !codes.includes(name))];
  const lines = names.flatMap((name): readonly LaboratoryLine[] => {
    const code = typed[name]?.words.analyte || name;
    const analyte = analyteNamed(book, code);
    if (analyte === undefined || (analyte.retired === true && typed[name] === undefined)) return [];
    const known = standing.analytes.find((one) => one.analyte === code);
    const unit = typed[name]?.words.unit || known?.unit || analyte.unit;
    const isRemembered = known !== undefined && known.unit === unit;
    const results = standing.results.filter(({ cells }) => cells.analyte === code);
    return [
      {
        ...{ name, analyte, unit },
        lower: isRemembered ? (known.lowerLimit ?? "") : "",
        upper: isRemembered ? (known.upperLimit ?? "") : "",
        from: isRemembered ? known.from : null,
        last: results.find(isTold),
        points: pointsOf(results, unit),
      },
    ];
  });
  // A line stays where it is while one types into it.
  const isShown = ({ name }: LaboratoryLine) => usual.has(name) || !codes.includes(name);
  return { shown: lines.filter(isShown), more: lines.filter((line) => !isShown(line)) };
}

const isTold = ({ cells }: Row): boolean =>
  missingReasonOf(cells.value ?? "") === undefined || missingReasonOf(cells.finding ?? "") === undefined;

/** Results in another unit stand on another scale and are not drawn. */
function pointsOf(results: readonly Row[], unit: string): readonly SparkPoint[] {
  return results
    .flatMap(({ cells }) => {
      const [day, value] = [dayOf(cells.sampled_on), Number(cells.value)];
      const isNumber = missingReasonOf(cells.value ?? "") === undefined && Number.isFinite(value);
      return day === undefined || !isNumber || cells.unit !== unit ? [] : [{ day, value }];
    })
    .slice(0, DRAWN)
    .reverse();
}
