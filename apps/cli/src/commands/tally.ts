import { resolve } from "node:path";
import type { Command } from "commander";
import { progressBar } from "../terminal/progress.ts";
import { say, sayJson } from "../terminal/say.ts";

/** `osteon tally`: analysis tables in, counts out. */
export function addTally(program: Command): void {
  program
    .command("tally")
    .description("count what the study's analyses need; integers only, no patient leaves")
    .argument("<study>", "study folder or id")
    .requiredOption("--freeze <folder>", "freeze that the tables were derived from")
    .requiredOption("--tables <folder>", "analysis tables")
    .requiredOption("--out <file>", "tallies.json")
    .option("--json", "answer in JSON")
    .action(async (name: string, options: { freeze: string; tables: string; out: string; json?: true }) => {
      const { frozenFolder, readStudy, tallyInto } = await import("@osteon/run");
      const study = await readStudy(name);
      const frozen = await frozenFolder(options.freeze);
      const tables = resolve(options.tables);
      const { tallies } = await tallyInto(study, frozen, tables, resolve(options.out), progressBar("tally"));
      const cells = tallies.reduce((sum, { rows }) => sum + rows.length, 0);
      if (options.json === true) return sayJson({ ok: true, file: options.out, tallies: tallies.length, cells });
      say(`${tallies.length} tallies with ${cells} cells in ${options.out}`);
    });
}
