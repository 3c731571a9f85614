import type { Chart } from "@osteon/api";
import { byDay, rowsOf } from "../patient/chart-rows.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { judgeDose } from "./dose-check.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

/** The dose by weight against what is usual, with the weight of the visit closest before the start. */
export function DoseJudgement({
  cells,
  chart,
}: {
  readonly cells: Readonly<Record<string, string>>;
  readonly chart: Chart | undefined;
}) {
  const says = useWords(ENTRY_WORDS);
  const format = useFormat();
  const weight = weightAt(chart, cells.started_on ?? "");
  const dose = Number(cells.dose);
  if (!cells.dose || !Number.isFinite(dose) || !cells.dose_unit) return null;
  const judged = judgeDose(cells.drug ?? "", dose, cells.dose_unit, weight);
  if (judged === undefined) {
    return weight === undefined && judgeDose(cells.drug ?? "", dose, cells.dose_unit, 1) !== undefined ? (
      <p className="quiet-text">{says.noWeight}</p>
    ) : null;
  }
  const { perKg, whole, unit, usual, verdict, cap } = judged;
  const range =
    usual[0] === usual[1]
      ? format.number(usual[0])
      : `${format.number(usual[0], usual[0] % 1 === 0 ? 0 : 1)}–${format.number(usual[1])}`;
  const wholeUnit = unit === "mg/kg/d" ? "mg/d" : "mg";
  return (
    <p className={verdict === "usual" ? "notice" : "notice warn"} role="status">
      {says.dose(format.number(perKg, 1), unit, `${format.number(whole)} ${wholeUnit}`, format.number(weight ?? 0, 1))}{" "}
      · {says.doseUsual(`${range} ${unit}${cap === undefined ? "" : `, max. ${format.number(cap)} mg/d`}`)}
      {verdict === "high" ? ` · ${says.doseHigh}` : verdict === "low" ? ` · ${says.doseLow}` : ""}
    </p>
  );
}

/** The last weight known on a day, else the first known after it; kg. */
function weightAt(chart: Chart | undefined, day: string): number | undefined {
  if (chart === undefined) return undefined;
  const weighed = byDay(rowsOf(chart, "visit")).filter(({ cells }) => Number(cells.weight_kg) > 0);
  const before = weighed.findLast(({ cells }) => day === "" || (cells.visited_on ?? "") <= day);
  const found = before ?? weighed[0];
  return found === undefined ? undefined : Number(found.cells.weight_kg);
}
