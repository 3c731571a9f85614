import { resolve } from "node:path";
import { derive, writeTables } from "@osteon/derive";
import { openDuckDb } from "@osteon/engine";
import { openFreeze } from "@osteon/freeze";
import type { Command } from "commander";
import { frozenFolder } from "../folders.ts";
import { readStudy } from "../study.ts";
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
      const { protocol } = await readStudy(name);
      const frozen = await frozenFolder(options.freeze);
      const engine = await openDuckDb();
      const bar = progressBar("derive");
      try {
        await openFreeze(engine, frozen);
        await derive(engine, protocol, { progress: (done, of, model) => bar.step(done, of, model.name) });
        const tables = await writeTables(engine, resolve(options.out));
        bar.end();
        if (options.json === true) return sayJson({ ok: true, directory: options.out, tables });
        for (const table of tables) say(`${String(table.rows).padStart(8)}  ${table.name}: ${table.grain}`);
      } finally {
        bar.end();
        await engine.close();
      }
    });
}
