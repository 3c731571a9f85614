import type { Problem } from "@osteon/codebook";
import { bold, dim, red, say, sayJson, yellow } from "./say.ts";

/** Every problem, grouped by file, each with row, column, value, rule and fix. */
export function showProblems(problems: readonly Problem[], json: boolean): void {
  if (json) {
    sayJson({ ok: false, problems });
    return;
  }
  for (const [file, found] of byFile(problems)) {
    say(bold(file));
    for (const problem of found) showProblem(problem);
    say();
  }
  const refused = problems.filter(({ severity }) => severity === "refused").length;
  const queries = problems.length - refused;
  say(
    `${refused} problem${refused === 1 ? "" : "s"}${queries > 0 ? ` and ${queries} to be asked about` : ""}. Nothing was written.`,
  );
}

function showProblem({ code, severity, where, says, fix }: Problem): void {
  const place = [
    where.row === undefined ? "" : `row ${where.row}`,
    where.column ?? "",
    where.value === undefined ? "" : JSON.stringify(where.value),
  ].filter((part) => part !== "");
  const mark = severity === "refused" ? red("✗") : yellow("?");
  say(`  ${mark} ${place.join(", ")}${place.length > 0 ? ": " : ""}${says} ${dim(`[${code}]`)}`);
  say(`    ${dim("→")} ${fix}`);
}

function byFile(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const file = problem.where.file ?? "(the folder)";
    files.set(file, [...(files.get(file) ?? []), problem]);
  }
  return files;
}
