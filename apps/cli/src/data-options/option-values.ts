import { CURVE_TESTS } from "@osteon/questions/choices";
import { InvalidArgumentError } from "commander";

/** For options that may be repeated. */
export const repeated = (text: string, all: readonly string[] = []): readonly string[] => [...all, text];

/** A share of an option, such as a confidence level: between 0 and 1, both left out. */
export function share(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError("Write a share between 0 and 1, such as 0.95.");
}

/** A number above 0. */
export function positive(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("Write a number above 0.");
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("Write a whole number from 1.");
}

const numbersIn = (text: string): readonly number[] =>
  text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));

export function numberList(text: string): readonly number[] {
  const values = numbersIn(text);
  if (values.every((value) => Number.isFinite(value))) return values;
  throw new InvalidArgumentError("Write numbers separated by commas.");
}

/** Numbers that times can be. */
export function timeList(text: string): readonly number[] {
  const values = numbersIn(text);
  if (values.every((value) => value >= 0 && Number.isFinite(value))) return values;
  throw new InvalidArgumentError("Write numbers from 0, separated by commas.");
}

/** `gehan`, or `rho=1`, or `fh=0,1`. */
export function familyOf(text: string) {
  const family = CURVE_TESTS.find((name) => name === text);
  if (family !== undefined) return { family };
  const [, rho] = /^rho=([\d.]+)$/.exec(text) ?? [];
  if (rho !== undefined && Number.isFinite(Number(rho))) return { family: "g-rho", rho: Number(rho) };
  const [, p, q] = /^fh=([\d.]+),([\d.]+)$/.exec(text) ?? [];
  if (p !== undefined && Number.isFinite(Number(p)) && Number.isFinite(Number(q)))
    return { family: "fleming-harrington", p: Number(p), q: Number(q) };
  throw new InvalidArgumentError(
    `Write one of ${CURVE_TESTS.join(", ")}, rho=1, or fh=0,1 (powers of S and of 1 - S).`,
  );
}
