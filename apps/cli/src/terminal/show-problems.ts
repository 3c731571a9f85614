import type { Problem } from "@osteon/codebook";
import type { Language, Sentences } from "@osteon/words";
import { bold, dim, red, say, sayJson, yellow } from "./say.ts";

const WORDS = {
  en: {
    folder: "(the folder)",
    row: "row",
    told: (refused: number, queries: number) =>
      `${refused} problem${refused === 1 ? "" : "s"}${queries > 0 ? ` and ${queries} to be asked about` : ""}. Nothing was written.`,
  },
  de: {
    folder: "(der Ordner)",
    row: "Zeile",
    told: (refused: number, queries: number) =>
      `${refused} ${refused === 1 ? "Problem" : "Probleme"}${queries > 0 ? ` und ${queries} zum Nachfragen` : ""}. Nichts wurde geschrieben.`,
  },
} as const;

/** Every problem, grouped by file, each with row, column, value, rule and fix; in JSON as they are, with code and values. */
export async function showProblems(
  problems: readonly Problem[],
  json: boolean,
  language: Language = "en",
): Promise<void> {
  if (json) {
    sayJson({ ok: false, problems });
    return;
  }
  const words = WORDS[language];
  // Only who has problems loads the words of all packages.
  const { tellProblem } = await import("@osteon/codebook");
  const { PROBLEM_CODES } = await import("./problem-codes.ts");
  for (const [file, found] of byFile(problems, words.folder)) {
    say(bold(file));
    for (const problem of found)
      showProblem(problem, tellProblem(problem, PROBLEM_CODES, { language }), WORDS[language].row);
    say();
  }
  const refused = problems.filter(({ severity }) => severity === "refused").length;
  say(words.told(refused, problems.length - refused));
}

function showProblem({ code, severity, where }: Problem, { says, fix }: Sentences, row: string): void {
  const place = [
    where.row === undefined ? "" : `${row} ${where.row}`,
    where.column ?? "",
    where.value === undefined ? "" : JSON.stringify(where.value),
  ].filter((part) => part !== "");
  const mark = severity === "refused" ? red("✗") : yellow("?");
  say(`  ${mark} ${place.join(", ")}${place.length > 0 ? ": " : ""}${says} ${dim(`[${code}]`)}`);
  say(`    ${dim("→")} ${fix}`);
}

function byFile(problems: readonly Problem[], folder: string): ReadonlyMap<string, readonly Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const file = problem.where.file ?? folder;
    files.set(file, [...(files.get(file) ?? []), problem]);
  }
  return files;
}
