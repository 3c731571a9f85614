import type { SharedAsked } from "@osteon/questions";
import { ABOVE_LIMIT, BELOW_LIMIT, LEVEL } from "@osteon/questions/choices";
import { type Command, Option } from "commander";
import { repeated, share } from "./option-values.ts";

export const ANSWER_FORMATS = ["text", "md", "html", "docx", "csv", "json"] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** How an answer is written, and where. */
export interface OutputOptions {
  readonly format?: AnswerFormat;
  readonly json?: true;
  readonly r?: true;
  readonly out?: string;
}

/** Options that mean the same in every command on data. Each command takes those that it honours. */
type SharedOption = keyof SharedAsked | keyof OutputOptions;

const OPTIONS = {
  where: () =>
    new Option(
      "--where <condition>",
      "only these rows: COLUMN=VALUE, != < <= > >=, 'COLUMN in (A; B)', 'COLUMN missing', 'COLUMN not missing'; may be repeated",
    ).argParser(repeated),
  missing: () => new Option("--missing <words>", "cells that are missing values, separated by commas: NULL,-9"),
  belowLimit: () => new Option("--below-limit <rule>", "what <0.5 among numbers counts as").choices(BELOW_LIMIT),
  aboveLimit: () => new Option("--above-limit <rule>", "what >200 among numbers counts as").choices(ABOVE_LIMIT),
  factor: () => new Option("--factor <columns>", "numbers that are codes: categories, separated by commas"),
  reference: () =>
    new Option(
      "--reference <level>",
      "COLUMN=LEVEL: what the other levels of a factor are compared with; may be repeated",
    ).argParser(repeated),
  levels: () =>
    new Option(
      "--levels <order>",
      "COLUMN=A,B,C: every level of a factor or group in its order; may be repeated",
    ).argParser(repeated),
  per: () => new Option("--per <sizes>", "COLUMN=SIZE: ratios per so much of a covariate, such as platelets=100"),
  count: () => new Option("--count <column>", "how many subjects a row stands for"),
  weights: () =>
    new Option("--weights <column>", "case weights; the variance is robust where one is not whole, as in R"),
  level: () => new Option("--level <share>", "confidence level").argParser(share).default(LEVEL),
  out: () => new Option("--out <folder>", "write the answer there"),
  format: () => new Option("--format <format>", "how the answer is written; docx needs --out").choices(ANSWER_FORMATS),
  json: () => new Option("--json", "the same as --format json"),
  r: () => new Option("--r", "print the R script that gives the same numbers, and nothing else"),
} satisfies Readonly<Record<SharedOption, () => Option>>;

/** Which rows of a file take part, and how their cells are read. */
export const OF_ROWS = ["where", "missing", "belowLimit", "aboveLimit"] as const;
/** How an answer is written, and where. */
export const OF_ANSWER = ["format", "json", "r", "out"] as const;

/** What stands in words of its own where a command says more of an option than the others do. */
type Own = Readonly<Partial<Record<SharedOption, string>>>;

/** Adds shared options to a command, in the order named. */
export function withDataOptions(command: Command, names: readonly SharedOption[], own: Own = {}): Command {
  for (const name of names) {
    const option = OPTIONS[name]();
    command.addOption(Object.assign(option, own[name] && { description: own[name] }));
  }
  return command;
}
