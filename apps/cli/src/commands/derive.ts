import { resolve } from "node:path";
import type { Command } from "commander";
import { progressBar } from "../terminal/progress.ts";
import { say, sayJson } from "../terminal/say.ts";

/** `osteon derive`: a freeze in, analysis tables out. */
export function addDerive(program: Command): void {
  program
    .command("derive")
    .description("turn a freeze into analysis tables, by the study's rules")
    .argument("<study>", "study folder or id")
    .requiredOption("--freeze <folder>", "freeze of the charts")
    .requiredOption("--out <folder>", "new folder for the analysis tables (Parquet)")
    .option("--json", "answer in JSON")
    .action(async (name: string, options: { freeze: string; out: string; json?: true }) => {
      const { deriveInto, frozenFolder, readStudy } = await import("@osteon/run");
      const study = await readStudy(name);
      const frozen = await frozenFolder(options.freeze);
      const out = resolve(options.out);
      const tables = await deriveInto(study, frozen, out, progressBar);
      if (options.json === true) return sayJson({ ok: true, directory: options.out, tables });
      for (const table of tables) say(`${String(table.rows).padStart(8)}  ${table.name}: ${table.grain}`);
    });
}
