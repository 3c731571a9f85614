import type {
  Adjustment,
  ComparisonFamily,
  ConfidenceType,
  CoxTies,
  RecurrentModel,
  TimeDistribution,
} from "@osteon/stats";
import { InvalidArgumentError } from "commander";
import type { DataOptions } from "../data-options/data-options.ts";
import type { ResidualKind, SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalNames } from "./survival-names.ts";

/** What `osteon survival` was asked, as the command line has it. */
export interface SurvivalOptions extends SurvivalNames, DataOptions {
  readonly ties: CoxTies;
  readonly confType: string;
  readonly level: number;
  readonly times?: readonly number[];
  readonly rmst?: number;
  readonly test?: ComparisonFamily;
  readonly trend?: true;
  readonly pairwise?: Adjustment;
  readonly hazard?: true;
  readonly meanNumber?: true;
  readonly recurrent?: RecurrentModel;
  readonly mostEvents?: number;
  readonly aft?: TimeDistribution;
  readonly baseline?: true;
  readonly residuals?: ResidualKind;
  readonly interval?: string;
  readonly timeLabel?: string;
}

export const choicesOf = (options: SurvivalOptions): SurvivalChoices => ({
  confType: options.confType === "arcsin" ? "arcsine" : (options.confType as ConfidenceType),
  level: options.level,
  ties: options.ties,
  times: options.times ?? [],
  rmst: options.rmst,
  family: options.test ?? { family: "log-rank" },
  trend: options.trend === true,
  pairwise: options.pairwise,
  hazard: options.hazard === true,
  meanNumber: options.meanNumber === true,
  recurrent: options.recurrent,
  mostEvents: options.mostEvents,
  aft: options.aft,
  baseline: options.baseline === true,
  residuals: options.residuals,
});

const FAMILIES = ["log-rank", "gehan", "tarone-ware", "peto", "modified-peto"] as const;

/** `gehan`, or `rho=1`, or `fh=0,1`. */
export function familyOf(text: string): ComparisonFamily {
  const family = FAMILIES.find((name) => name === text);
  if (family !== undefined) return { family };
  const [, rho] = /^rho=([\d.]+)$/.exec(text) ?? [];
  if (rho !== undefined && Number.isFinite(Number(rho))) return { family: "g-rho", rho: Number(rho) };
  const [, p, q] = /^fh=([\d.]+),([\d.]+)$/.exec(text) ?? [];
  if (p !== undefined && Number.isFinite(Number(p)) && Number.isFinite(Number(q)))
    return { family: "fleming-harrington", p: Number(p), q: Number(q) };
  throw new InvalidArgumentError(`Write one of ${FAMILIES.join(", ")}, rho=1, or fh=0,1 (powers of S and of 1 - S).`);
}

export function numberList(text: string): readonly number[] {
  const values = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (values.every((value) => value >= 0 && Number.isFinite(value))) return values;
  throw new InvalidArgumentError("Write numbers from 0, separated by commas.");
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("Write a whole number from 1.");
}
