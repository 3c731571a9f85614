import { type Command, InvalidArgumentError, Option } from "commander";

/** Options that mean the same in every command on data. Each command takes those that it honours. */
export interface DataOptions {
  readonly where?: readonly string[];
  readonly missing?: string;
  readonly belowLimit?: LimitRule;
  readonly aboveLimit?: Exclude<LimitRule, "half">;
  readonly factor?: string;
  readonly reference?: readonly string[];
  readonly levels?: readonly string[];
  readonly per?: string;
  readonly count?: string;
  readonly weights?: string;
  readonly level?: number;
  readonly format?: AnswerFormat;
  readonly json?: true;
  readonly r?: true;
  readonly out?: string;
}

/** What `<0.5` counts as. */
export type LimitRule = "half" | "limit" | "drop";

export const ANSWER_FORMATS = ["text", "md", "html", "docx", "csv", "json"] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** For options that may be repeated. */
export const repeated = (text: string, all: readonly string[] = []): readonly string[] => [...all, text];

const OPTIONS = {
  where: () =>
    new Option(
      "--where <condition>",
      "only these rows: COLUMN=VALUE, != < <= > >=, 'COLUMN in (A; B)', 'COLUMN missing', 'COLUMN not missing'; may be repeated",
    ).argParser(repeated),
  missing: () => new Option("--missing <words>", "cells that are missing values, separated by commas: NULL,-9"),
  belowLimit: () =>
    new Option("--below-limit <rule>", "what <0.5 among numbers counts as").choices(["half", "limit", "drop"]),
  aboveLimit: () => new Option("--above-limit <rule>", "what >200 among numbers counts as").choices(["limit", "drop"]),
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
  level: () => new Option("--level <share>", "confidence level").argParser(share).default(0.95),
  out: () => new Option("--out <folder>", "write the answer there"),
  format: () => new Option("--format <format>", "how the answer is written; docx needs --out").choices(ANSWER_FORMATS),
  json: () => new Option("--json", "the same as --format json"),
  r: () => new Option("--r", "print the R script that gives the same numbers, and nothing else"),
} satisfies Readonly<Record<keyof DataOptions, () => Option>>;

/** Which rows of a file take part, and how their cells are read. */
export const OF_ROWS = ["where", "missing", "belowLimit", "aboveLimit"] as const;
/** How an answer is written, and where. */
export const OF_ANSWER = ["format", "json", "r", "out"] as const;

/** What stands in words of its own where a command says more of an option than the others do. */
type Own = Readonly<Partial<Record<keyof DataOptions, string>>>;

/** Adds shared options to a command, in the order named. */
export function withDataOptions(command: Command, names: readonly (keyof DataOptions)[], own: Own = {}): Command {
  for (const name of names) {
    const option = OPTIONS[name]();
    command.addOption(Object.assign(option, own[name] && { description: own[name] }));
  }
  return command;
}

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
