import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { TallyFile } from "@osteon/run";
import { EXIT, Stop } from "@osteon/run/exit-code";
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
      const { estimate } = await import("@osteon/estimate");
      const { protocolHash } = await import("@osteon/protocol");
      const { readStageFile, readStudy, resultsText } = await import("@osteon/run");
      const { protocol } = await readStudy(name);
      const file = await readStageFile<TallyFile>(options.tallies, "tally");
      if (file.inputs.protocolHash !== protocolHash(protocol)) {
        throw new Stop(
          EXIT.usage,
          `${options.tallies} was counted under another protocol of ${name}. Run "osteon derive" and "osteon tally" again.`,
        );
      }
      const results = estimate(protocol, file.tallies, file.inputs);
      await writeFile(resolve(options.out), resultsText(results));
      const missing = results.results.filter(({ value }) => value === null).length;
      if (options.json === true) {
        return sayJson({ ok: true, file: options.out, results: results.results.length, notEstimable: missing });
      }
      say(`${results.results.length} results in ${options.out}, ${missing} of them not estimable`);
    });
}
