import { resolve } from "node:path";
import { EXIT } from "@osteon/run/exit-code";
import type { Language } from "@osteon/words";
import type { Command } from "commander";
import { problemLanguageOption } from "../terminal/language-option.ts";
import { say, sayJson } from "../terminal/say.ts";
import { showProblems } from "../terminal/show-problems.ts";

/** `osteon freeze`: charts in, an immutable snapshot out. */
export function addFreeze(program: Command, finish: (code: number) => void): void {
  program
    .command("freeze")
    .description("take an immutable snapshot of a chart folder: Parquet, manifest, codebook, logical hash")
    .argument("<study>", "study folder or id")
    .requiredOption("--data <folder>", "chart folder: one CSV per table")
    .requiredOption("--out <folder>", "new folder for the freeze")
    .addOption(problemLanguageOption())
    .option("--json", "answer in JSON")
    .action(async (name: string, options: { data: string; out: string; language: Language; json?: true }) => {
      const { freezeFolder, readStudy } = await import("@osteon/run");
      const { protocol } = await readStudy(name);
      const frozen = await freezeFolder(resolve(options.data), resolve(options.out), protocol);
      const json = options.json === true;
      if (!frozen.ok) {
        await showProblems(frozen.problems, json, options.language);
        return finish(EXIT.problems);
      }
      const { hash, tables } = frozen.value;
      if (json) return sayJson({ ok: true, directory: options.out, hash, tables, queries: frozen.queries });
      for (const table of tables) say(`${String(table.rows).padStart(8)}  ${table.name}`);
      say(`freeze ${hash.slice(0, 12)} in ${options.out}; ${frozen.queries.length} to be asked about`);
    });
}
