import type { Estimate } from "@osteon/stats";
import { type Shown, shownNumbers } from "../survival/survival-choices.ts";

/** A coefficient of agreement. */
export interface CoefficientShown extends Shown<"value" | "lower" | "upper" | "p"> {
  readonly name: string;
}

export const coefficient = (
  name: string,
  { value, lower, upper, p }: Readonly<Record<"value" | "lower" | "upper" | "p", Estimate>>,
): CoefficientShown => ({ name, ...shownNumbers({ value, lower, upper, p }) });
