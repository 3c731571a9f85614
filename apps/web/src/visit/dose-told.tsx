import { missingReasonOf } from "@osteon/codebook";
import { judgeDose } from "../entry/dose-check.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { doseByWeight } from "./dose-by-weight.ts";
import { DRUG_WORDS } from "./more-words.ts";

interface Parts {
  readonly drug: string;
  readonly dose: string;
  readonly unit: string;
  /** The weight of this visit as it is typed, else the last one; kg. */
  readonly weight: number | undefined;
}

/** What a dose is at the child's weight, and against what is usual. */
export function DoseTold({ drug, dose, unit, weight }: Parts) {
  const says = useWords(DRUG_WORDS);
  const format = useFormat();
  if (missingReasonOf(dose) !== undefined || unit === "") return null;
  const amount = Number(dose);
  const told = doseByWeight(amount, unit, weight);
  if (told === undefined)
    return weight === undefined && unit.startsWith("mg") ? (
      <span className="quiet-text small">{says.noWeight}</span>
    ) : null;
  const short = (value: number) => format.number(value, value % 1 === 0 ? 0 : value < 10 ? 2 : 1);
  const judged = judgeDose(drug, amount, unit, weight);
  return (
    <span className="dose-told small" aria-live="polite">
      {says.byWeight(
        `${short(told.perKg)} ${told.perKgUnit}`,
        `${format.number(told.whole, told.whole < 100 ? 1 : 0)} ${told.wholeUnit}`,
        format.number(weight ?? 0, 1),
      )}
      {judged === undefined || judged.verdict === "usual" ? null : (
        <strong className="asks">
          {" "}
          {says[judged.verdict]},{" "}
          {says.usual(
            judged.usual[0] === judged.usual[1]
              ? `${short(judged.usual[0])} ${judged.unit}`
              : `${short(judged.usual[0])}–${short(judged.usual[1])} ${judged.unit}`,
          )}
        </strong>
      )}
    </span>
  );
}
