import { InvalidArgumentError } from "commander";

/** A share of an option, such as a confidence level: between 0 and 1, both left out. */
export function shareOf(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError("Write a share between 0 and 1, such as 0.95.");
}
