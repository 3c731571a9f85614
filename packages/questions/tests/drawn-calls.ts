import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { place } from "../../../tests/acceptance/osteon.ts";
import { drawing as draws, QUESTIONS, drawnFile as questionFile } from "./drawn-questions.ts";

const folder = place("options");
mkdirSync(folder, { recursive: true });

export type Row = Readonly<Record<string, string>>;
export type Words = readonly string[];

/** A call: what it cannot do without, and options that it can, each with its value. */
export interface Call {
  readonly base: Words;
  readonly options: readonly Words[];
  readonly rows: readonly Row[];
}

/** Draws, and words that a call may have or not. */
export function drawing(seed: number) {
  const draw = draws(seed);
  const maybe = (share: number, words: () => Words): readonly Words[] => (draw.random() < share ? [words()] : []);
  return { ...draw, maybe };
}

export type Drawing = ReturnType<typeof drawing>;

const day = (count: number): string => new Date(Date.UTC(2020, 0, 1 + count)).toISOString().slice(0, 10);

/** Columns of every kind that people have, among them some that no analysis can use. */
export function drawnFile({ random, pick }: Drawing, name: string) {
  const size = pick([1, 2, 3, 6, 15, 40]);
  const columns: Readonly<Record<string, (row: number) => string>> = {
    time: () => pick(["1", "2.5", "3", "5", "8", "13", "20.5", "0"]),
    start: () => pick(["0", "0", "0.5"]),
    event: () => pick(["0", "1"]),
    cause: () => pick(["0", "1", "2"]),
    status: () => pick(["1", "2"]),
    outcome: () => pick(["yes", "no"]),
    arm: () => pick(["a", "b"]),
    site: () => pick(["x", "y", "z"]),
    crp: () => (random() * 50).toFixed(1),
    cells: () => String(Math.round(random() * 4e5)),
    stage: () => pick(["1", "2", "3"]),
    same: () => "7",
    none: () => "NA",
    id: () => `p${Math.floor((random() * size) / 1.5)}`,
    odd: () => pick(["1.5", "2", "<0.5", "NaN", "4", ">9"]),
    gaps: () => pick(["NA", "NA", "1", "2", "3.3"]),
    weight: () => pick(["1", "2", "0.5"]),
    n: () => pick(["1", "2", "0"]),
    begun: (row) => day(row * 3),
    seen: (row) => day(row * 3 + Math.floor(random() * 90)),
    left: () => pick(["0", "2", "4"]),
    right: () => pick(["5", "6", "9", "NA"]),
  };
  const names = Object.keys(columns);
  const rows = Array.from(
    { length: size },
    (_, row): Row => Object.fromEntries(names.map((column) => [column, columns[column]?.(row) ?? ""])),
  );
  const path = join(folder, name);
  writeFileSync(path, `${[names.join(), ...rows.map((row) => Object.values(row).join())].join("\n")}\n`);
  return { path, rows };
}

export const COVARIATES = ["crp", "cells", "arm", "site", "stage", "same", "none", "gaps", "odd"];

/** Conditions, and what they mean of a row. */
export const CONDITIONS: Readonly<Record<string, (row: Row) => boolean>> = {
  "arm=a": ({ arm }) => arm === "a",
  "stage=1": ({ stage }) => stage === "1",
  "status=1": ({ status }) => status === "1",
  "crp >= 10": ({ crp }) => Number(crp) >= 10,
  "site in (x; y)": ({ site }) => site !== "z",
  "gaps missing": ({ gaps }) => gaps === "NA",
  "gaps not missing": ({ gaps }) => gaps !== "NA",
  "begun < 2020-02-01": ({ begun = "" }) => begun < "2020-02-01",
  "stage != 2": ({ stage }) => stage !== "2",
  "crp>10": ({ crp }) => Number(crp) > 10,
  "stage in (1; 2)": ({ stage }) => stage !== "3",
  "sick!=yes": ({ sick }) => sick !== "yes",
};

function followUp({ pick, maybe, some }: Drawing, covariates: boolean): readonly Words[] {
  return [
    ...maybe(0.6, () => ["--group", pick(["arm", "site", "stage", "gaps"])]),
    ...(covariates ? [["--covariates", some([...COVARIATES, "crp*arm", "stage*site"])]] : []),
    ...maybe(0.2, () => ["--strata", pick(["arm", "site", "stage"])]),
    ...maybe(0.15, () => ["--start", "start"]),
    ...maybe(0.25, () => ["--id", "id"]),
    ...maybe(0.25, () => ["--conf-type", pick(["log", "plain", "logit", "arcsin"])]),
    ...maybe(0.2, () => ["--level", pick(["0.9", "0.5"])]),
    ...maybe(0.5, () => ["--times", pick(["0", "5,10", "3,100"])]),
    ...maybe(0.2, () => ["--rmst", pick(["5", "90"])]),
    ...maybe(0.3, () => ["--where", pick(Object.keys(CONDITIONS))]),
    ...maybe(0.1, () => ["--landmark", pick(["2", "8"])]),
    ...maybe(0.1, () => ["--count", "n"]),
    ...maybe(0.1, () => ["--factor", pick(["stage", "arm"])]),
    ...maybe(0.1, () => ["--per", "crp=10"]),
    ...maybe(0.1, () => ["--reference", pick(["site=y", "arm=a", "stage=2"])]),
    ...maybe(0.1, () => ["--levels", pick(["site=y,x,z", "arm=b,a", "stage=1,2,3"])]),
    ...maybe(0.3, () => ["--missing", "NaN"]),
    ...maybe(0.3, () => ["--below-limit", pick(["half", "limit", "drop"])]),
    ...maybe(0.3, () => ["--above-limit", pick(["limit", "drop"])]),
  ];
}

function further({ pick, maybe }: Drawing): readonly Words[] {
  return [
    ...maybe(0.15, () => ["--ties", pick(["breslow", "exact"])]),
    ...maybe(0.15, () => ["--test", pick(["gehan", "peto", "rho=1", "fh=0,1"])]),
    ...maybe(0.1, () => ["--trend"]),
    ...maybe(0.1, () => ["--pairwise", pick(["holm", "none", "bonferroni"])]),
    ...maybe(0.1, () => ["--hazard"]),
    ...maybe(0.1, () => ["--mean-number"]),
    ...maybe(0.1, () => ["--recurrent", pick(["andersen-gill", "pwp-gap"])]),
    ...maybe(0.1, () => ["--aft", pick(["weibull", "exponential", "log-normal", "log-logistic"])]),
    ...maybe(0.1, () => ["--baseline"]),
    ...maybe(0.1, () => ["--residuals", pick(["martingale", "schoenfeld", "dfbeta"])]),
    ...maybe(0.1, () => ["--offset", pick(["crp", "same"])]),
    ...maybe(0.15, () => ["--weights", "weight"]),
  ];
}

type Draw = (draw: Drawing, file: { readonly path: string; readonly rows: readonly Row[] }) => Call;

/** How calls on follow-up are drawn. */
const FOLLOWED: Readonly<Record<string, Draw>> = {
  survival: (draw, { path, rows }) => {
    const time = draw.pick([
      ["--time", "time"],
      ["--time", "time"],
      ["--from", "begun", "--to", "seen", "--unit", "weeks"],
    ]);
    const event = draw.pick(["event", "status", "outcome", "cause", "cause=2", "outcome=yes"]);
    const covariates = draw.random() < 0.6;
    return {
      base: ["survival", path, ...time, "--event", event],
      options: [...followUp(draw, covariates), ...further(draw)],
      rows,
    };
  },
  "survival --competing": (draw, { path, rows }) => ({
    base: [
      "survival",
      path,
      "--time",
      "time",
      ...draw.pick([
        ["--event", "cause", "--competing"],
        ["--event", "cause=1", "--competes", "2"],
      ]),
    ],
    options: [...followUp(draw, draw.random() < 0.4), ...(draw.random() < 0.1 ? further(draw) : [])],
    rows,
  }),
  "survival --interval": (draw, { path, rows }) => ({
    base: ["survival", path, "--interval", "left,right"],
    options: [
      ...draw.maybe(0.5, () => ["--group", draw.pick(["arm", "site"])]),
      ...draw.maybe(0.3, () => ["--times", "3,7"]),
      ...draw.maybe(0.2, () => ["--count", "n"]),
      ...draw.maybe(0.2, () => ["--levels", "site=y,x,z"]),
      ...draw.maybe(0.2, () => ["--level", "0.9"]),
      ...draw.maybe(0.3, () => ["--where", draw.pick(Object.keys(CONDITIONS))]),
    ],
    rows,
  }),
};

/** Each command: survival on rows of follow-up, and those that compare and judge columns. */
export const COMMANDS: Readonly<Record<string, (draw: Drawing, name: string) => Call>> = {
  ...Object.fromEntries(
    Object.entries(FOLLOWED).map(([name, call]) => [
      name,
      (draw: Drawing, own: string) => call(draw, drawnFile(draw, own)),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(QUESTIONS).map(([name, { base, options }]) => [
      name,
      (draw: Drawing): Call => {
        const path = questionFile(draw);
        const [head = "", ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
        const names = head.split(",");
        const rows = lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
        const words = Object.values(options).flatMap((of) => draw.maybe(0.3, () => of(draw)));
        return { base: [name, path, ...base(draw)], options: words, rows };
      },
    ]),
  ),
};
