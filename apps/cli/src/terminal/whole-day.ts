import { parsePartialDate } from "@osteon/codebook";
import { InvalidArgumentError } from "commander";

/** A day of the calendar as it is typed, that has been. */
export function wholeDay(text: string): string {
  const isDay = parsePartialDate(text)?.precision === "day";
  if (isDay && text <= new Date().toISOString().slice(0, 10)) return text;
  throw new InvalidArgumentError("Write a whole day that has been, such as 2025-12-31.");
}
