import { resolve } from "node:path";
import type { Command } from "commander";
import { say, sayJson } from "../terminal/say.ts";

/** `osteon estimate`: counts in, one row per number out. */
export function addEstimate(program: Command): void {
  program
    .command("estimate")
    .description("turn tallies into results: one row per number, with method and tally")
    .argument("<study>", "study folder or id")
    .requiredOption("--tallies <file>", "tallies.json")
    .requiredOption("--out <file>", "results.json")
    .option("--json", "answer in JSON")
    .action(async (name: string, options: { tallies: string; out: string; json?: true }) => {
      const { estimateInto, readStudy } = await import("@osteon/run");
      const study = await readStudy(name);
      const { results } = await estimateInto(study, options.tallies, resolve(options.out));
      const missing = results.filter(({ value }) => value === null).length;
      if (options.json === true) {
        return sayJson({ ok: true, file: options.out, results: results.length, notEstimable: missing });
      }
      say(`${results.length} results in ${options.out}, ${missing} of them not estimable`);
    });
}
