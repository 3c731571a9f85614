import { createHash } from "node:crypto";
import { CHECK_PROBLEMS, type Problem, placed } from "@osteon/codebook";
import type { ImportPlan } from "@osteon/registry";
import { faultsOf } from "@osteon/words";
import { isRefused, type PlanTold } from "./import-work.ts";

const { refused, queried } = faultsOf(CHECK_PROBLEMS);

const SHOWN_CHANGES = 2000;
const SHOWN_PROBLEMS = 1000;
/** Letters of a cell that are shown. */
const SHOWN_VALUE = 200;

/** What an import would do, as it is told: counts, the first changes, the first problems. */
export function planTold(plan: ImportPlan, problems: readonly Problem[]): PlanTold {
  const { tables, changes, notes, lacking } = plan;
  const rejected = rejectedRows(problems);
  return {
    plan: hashOf(plan),
    centres: centresOf(plan),
    tables: tables.map(({ table, added, changed, unchanged, removed }) => {
      const no = rejected.get(`${table.name}.csv`) ?? new Set();
      const sound = (rows: typeof added): number => rows.filter(({ row }) => !no.has(row)).length;
      return {
        table: table.name,
        new: sound(added),
        changed: sound(changed),
        unchanged,
        rejected: no.size,
        removed: removed.length,
        lacking: lacking.find((one) => one.table === table)?.rows.length ?? 0,
      };
    }),
    changes: changes.slice(0, SHOWN_CHANGES),
    moreChanges: Math.max(0, changes.length - SHOWN_CHANGES),
    problems: shownProblems(problems),
    notes: shownProblems(notes),
    lacking: lacking
      .flatMap(({ table, rows }) => rows.map(({ key, patient }) => ({ table: table.name, key, patient })))
      .slice(0, SHOWN_CHANGES),
  };
}

/** The first problems, those that refuse before all others where not all can be shown, and how many more there are. */
export function shownProblems(problems: readonly Problem[]): readonly Problem[] {
  const short = (problem: Problem): Problem => {
    const { value } = problem.where;
    if (value === undefined || value.length <= SHOWN_VALUE) return problem;
    return { ...problem, where: { ...problem.where, value: `${value.slice(0, SHOWN_VALUE)}…` } };
  };
  if (problems.length <= SHOWN_PROBLEMS) return problems.map(short);
  const ordered = [...problems.filter(isRefused), ...problems.filter((problem) => !isRefused(problem))];
  const more = problems.length - SHOWN_PROBLEMS;
  return [
    ...ordered.slice(0, SHOWN_PROBLEMS).map(short),
    placed((problems.some(isRefused) ? refused : queried)("more-problems", { because: "listing", more }), {}),
  ];
}

const centresOf = ({ tables, centreOf }: ImportPlan): readonly string[] =>
  [
    ...new Set(
      tables.flatMap(({ added, changed }) =>
        [...added, ...changed].flatMap(({ cells }) => centreOf.get(cells.patient ?? "") ?? []),
      ),
    ),
  ].sort();

/** Binds every cell that would be written, where, and what goes or was noted, so that what was looked at is what is done. */
function hashOf({ tables, changes, notes, centreOf }: ImportPlan): string {
  const hash = createHash("sha256");
  for (const { table, added, completed, removed } of tables) {
    for (const { cells } of added) hash.update(`${JSON.stringify([table.name, Object.entries(cells).sort()])}\n`);
    for (const { cells } of completed) hash.update(`${JSON.stringify(["completes", table.name, cells[table.name]])}\n`);
    for (const row of removed) hash.update(`${JSON.stringify(["removes", table.name, row])}\n`);
  }
  for (const { code, where } of notes) hash.update(`${JSON.stringify([code, where])}\n`);
  for (const change of changes) hash.update(`${JSON.stringify(change)}\n`);
  hash.update(JSON.stringify([...centreOf].sort()));
  return hash.digest("hex");
}

/** The rows of each file that something refuses; a problem of a whole file names none of them. */
function rejectedRows(problems: readonly Problem[]): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, Set<number>>();
  for (const { where, severity } of problems) {
    if (severity !== "refused" || where.row === undefined || where.row < 2) continue;
    const file = where.file ?? "";
    rows.set(file, (rows.get(file) ?? new Set()).add(where.row));
  }
  return rows;
}
