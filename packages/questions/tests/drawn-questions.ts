import { csv, type Names } from "./edge-files.ts";

/** Numbers between 0 and 1, the same from one seed, and what is drawn by them. */
export function drawing(seed: number) {
  let state = (seed * 7919) % 2147483648;
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const some = (values: Names): string =>
    [...new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(values)))].join();
  return { random, pick, some };
}

export type Drawing = ReturnType<typeof drawing>;

/** Columns of every kind that people have, among them some that no analysis can use. */
export function drawnFile({ random, pick }: Drawing, sizes: readonly number[] = [1, 2, 3, 6, 15, 60]): string {
  const size = pick(sizes);
  const columns: Readonly<Record<string, (row: number) => string>> = {
    id: (row) => `p${Math.floor(row / 2)}`,
    visit: (row) => (row % 2 === 0 ? "first" : "second"),
    sick: () => pick(["yes", "no"]),
    event: () => pick(["0", "1"]),
    arm: () => pick(["a", "b"]),
    site: () => pick(["x", "y", "z"]),
    stage: () => pick(["1", "2", "3"]),
    first: () => pick(["none", "mild", "severe"]),
    second: () => pick(["none", "mild", "severe"]),
    crp: () => (random() * 50).toFixed(1),
    esr: () => (random() * 80).toFixed(0),
    time: () => pick(["1", "2.5", "3", "5", "8", "13", "20.5", "0"]),
    many: () => pick(["0", "1", "2", "5"]),
    same: () => "7",
    none: () => "NA",
    odd: () => pick(["1.5", "2", "<0.5", "NaN"]),
    gaps: () => pick(["NA", "NA", "1", "2", "3.3"]),
    away: () => pick(["-9", "4", "6.5", "8"]),
  };
  const names = Object.keys(columns);
  return csv(
    names.join(),
    Array.from({ length: size }, (_, row) => names.map((column) => columns[column]?.(row) ?? "").join()),
  );
}

const ANY = ["crp", "esr", "arm", "site", "stage", "same", "none", "gaps", "odd", "time", "event", "sick", "away"];
const NUMBERS = ["crp", "esr", "time", "same", "none", "gaps", "odd", "away"];
const GROUPS = ["arm", "site", "stage", "gaps", "sick"];

/** A command: what it is always asked, and what it may be asked beside. */
export interface DrawnCommand {
  readonly base: (draw: Drawing) => Names;
  readonly options: Readonly<Record<string, (draw: Drawing) => Names>>;
}

/** Options of every command on data. */
const SHARED: DrawnCommand["options"] = {
  where: ({ pick }) => ["--where", pick(["arm=a", "crp>10", "stage in (1; 2)", "gaps not missing", "sick!=yes"])],
  missing: () => ["--missing", "-9"],
  belowLimit: ({ pick }) => ["--below-limit", pick(["half", "limit", "drop"])],
  count: () => ["--count", "many"],
};

const LEVEL: DrawnCommand["options"] = { level: ({ pick }) => ["--level", pick(["0.9", "0.99"])] };

export const QUESTIONS: Readonly<Record<string, DrawnCommand>> = {
  test: {
    base: ({ pick }) => ["--value", pick(ANY)],
    options: {
      group: ({ pick }) => ["--group", pick(GROUPS)],
      test: ({ pick }) => [
        "--test",
        pick(["all", "wilcoxon-exact", "fisher", "trend", "mcnemar-exact", "kendall", "levene"]),
      ],
      pairwise: ({ pick }) => ["--pairwise", pick(["none", "holm", "BH", "hommel"])],
      strata: ({ pick }) => ["--strata", pick(["site", "stage"])],
      pair: ({ pick }) => ["--pair", pick(["id", "esr", "event", "second"])],
      with: ({ pick }) => ["--with", pick(NUMBERS)],
      personTime: () => ["--person-time", "time"],
      limits: ({ pick }) => ["--limits", pick(["clopper-pearson", "jeffreys", "agresti-coull", "wilson-corrected"])],
      factor: ({ pick }) => ["--factor", pick(ANY)],
      numeric: ({ pick }) => ["--numeric", pick(["stage", "event"])],
      levels: ({ pick }) => ["--levels", pick(["arm=b,a", "stage=3,1,2", "site=z,y,x"])],
      ...SHARED,
      ...LEVEL,
    },
  },
  table1: {
    base: ({ pick }) => (pick([true, true, false]) ? ["--by", pick(GROUPS)] : []),
    options: {
      columns: ({ some }) => ["--columns", some(ANY)],
      leaveOut: ({ some }) => ["--leave-out", some(ANY)],
      overall: () => ["--overall"],
      test: ({ pick }) => ["--test", pick(["none", "welch", "crp=student", "yates", "arm=fisher", "kruskal"])],
      mean: ({ pick }) => ["--mean", pick(["all", "crp", "esr,time"])],
      digits: ({ pick }) => ["--digits", pick(["0", "2", "crp=3"])],
      label: () => ["--label", "crp=C-reactive protein"],
      smd: () => ["--smd"],
      factor: ({ pick }) => ["--factor", pick(ANY)],
      numeric: ({ pick }) => ["--numeric", pick(["stage", "event"])],
      levels: ({ pick }) => ["--levels", pick(["arm=b,a", "stage=3,1,2", "site=z,y,x"])],
      ...SHARED,
    },
  },
  agreement: {
    base: ({ pick }) =>
      pick([
        ["--raters", "first,second"],
        ["--raters", "crp,esr"],
        ["--raters", "crp,esr,gaps"],
        ["--raters", "first,second,sick"],
        ["--raters", "stage,many"],
        ["--raters", "same,none"],
        ["--value", "crp", "--subject", "id", "--rater", "visit"],
        ["--value", "first", "--subject", "id", "--rater", "visit"],
      ]),
    options: {
      categories: ({ pick }) => ["--categories", pick(["none,mild,severe", "severe,mild,none,dead", "0,1,2,3,5"])],
      weighting: ({ pick }) => ["--weighting", pick(["none", "linear", "quadratic"])],
      form: ({ pick }) => ["--form", pick(["ICC2", "ICC(C,k)", "ICC1,ICC(A,1)"])],
      factor: ({ pick }) => ["--factor", pick(["crp", "stage"])],
      numeric: () => ["--numeric", "stage"],
      ...SHARED,
      ...LEVEL,
    },
  },
  accuracy: {
    base: ({ pick }) => [
      ...["--truth", pick(["sick", "event", "stage=3", "arm=a", "none"])],
      ...pick([
        ["--score", "crp"],
        ["--score", "crp,gaps,esr"],
        ["--score", "odd"],
        ["--score", "same"],
        ["--result", "sick"],
        ["--result", "arm=b"],
      ]),
    ],
    options: {
      cutOff: ({ pick }) => ["--cut-off", pick(["10", "5,20", "7"])],
      low: () => ["--low"],
      prevalence: ({ pick }) => ["--prevalence", pick(["0.01", "0.4"])],
      limits: () => ["--limits", "clopper-pearson"],
      ...SHARED,
      ...LEVEL,
    },
  },
  logistic: {
    base: ({ pick, some }) => [
      ...["--outcome", pick(["sick", "event", "stage=3", "arm=a", "none"])],
      ...[
        "--covariates",
        pick([some(["crp", "esr", "site", "stage", "same", "gaps", "odd", "none"]), "crp*site", "crp,esr,crp:esr"]),
      ],
    ],
    options: {
      firth: () => ["--firth"],
      factor: () => ["--factor", "stage"],
      reference: ({ pick }) => ["--reference", pick(["site=y", "stage=2"])],
      levels: ({ pick }) => ["--levels", pick(["site=z,y,x", "stage=3,1,2"])],
      per: () => ["--per", "crp=10"],
      ...SHARED,
      ...LEVEL,
    },
  },
};

/** A random call of a command: its base, and each option with a chance. */
export function drawnCall(name: string, draw: Drawing): Names {
  const command = QUESTIONS[name];
  if (command === undefined) throw new Error(`no command ${name}`);
  const words = Object.entries(command.options).flatMap(([option, of]) => {
    const chance = option === "group" ? 0.6 : 0.15;
    return draw.random() < chance ? of(draw) : [];
  });
  return [name, drawnFile(draw), ...command.base(draw), ...words];
}
