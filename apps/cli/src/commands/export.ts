import { resolve } from "node:path";
import { EXIT, Stop } from "@osteon/run/exit-code";
import type { Command } from "commander";
import { say, sayJson } from "../terminal/say.ts";

interface Options {
  readonly analysisTables?: true;
  readonly run: string;
  readonly out: string;
  readonly json?: true;
}

/** `osteon export`: what a run computed from, for statistics programs. */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("write the analysis tables of a run for R, SPSS, Stata and SAS, with the R call of each number")
    .option("--analysis-tables", "the tables that the analyses count, as .csv, .sav, .dta and .xpt, with a codebook")
    .requiredOption("--run <folder>", "folder that `osteon study run` wrote")
    .requiredOption("--out <folder>", "new folder for the files")
    .option("--json", "answer in JSON")
    .action(async (options: Options) => {
      if (options.analysisTables !== true)
        throw new Stop(
          EXIT.usage,
          "Say what is to be exported: --analysis-tables. Charts of a registry leave it on its page Export.",
        );
      const { mustBeNew, writeAnalysisTables } = await import("@osteon/run");
      const out = resolve(options.out);
      await mustBeNew(out);
      const { tables, calls, numbers } = await writeAnalysisTables(resolve(options.run), out);
      const told = tables.map(({ name, rows, columns }) => ({ table: name, rows, columns: columns.length }));
      if (options.json === true) return sayJson({ folder: out, tables: told, numbers, calls });
      for (const { table, rows, columns } of told) say(`${String(rows).padStart(8)}  ${table} (${columns} columns)`);
      say(
        `${tables.length} tables as .csv, .sav, .dta and .xpt, codebook.csv, and R calls of ${calls} of ${numbers} numbers in ${options.out}`,
      );
    });
}
