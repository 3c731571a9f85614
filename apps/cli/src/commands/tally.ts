import { writeFile } from "node:fs/promises";
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
      const [{ openTables }, { openDuckDb }, { tallies }] = await Promise.all([
        import("@osteon/derive"),
        import("@osteon/engine"),
        import("@osteon/estimate"),
      ]);
      const { frozenFolder, inputsOf, readStudy, talliesText } = await import("@osteon/run");
      const study = await readStudy(name);
      const frozen = await frozenFolder(options.freeze);
      const engine = await openDuckDb();
      const bar = progressBar("tally");
      try {
        await openTables(engine, resolve(options.tables));
        const counted = await tallies(engine, study.protocol, bar.step);
        bar.end();
        await writeFile(resolve(options.out), talliesText({ inputs: inputsOf(study, frozen), tallies: counted }));
        const cells = counted.reduce((sum, { rows }) => sum + rows.length, 0);
        if (options.json === true) return sayJson({ ok: true, file: options.out, tallies: counted.length, cells });
        say(`${counted.length} tallies with ${cells} cells in ${options.out}`);
      } finally {
        bar.end();
        await engine.close();
      }
    });
}
