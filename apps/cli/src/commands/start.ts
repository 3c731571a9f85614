import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { EXIT } from "../exit-code.ts";
import { headlineText } from "../headline-text.ts";
import { newestRun, runInto } from "../run-into.ts";
import { serveFolder } from "../serve-folder.ts";
import { readStudy } from "../study.ts";
import { bold, cyan, dim, say, sayNotice } from "../terminal/say.ts";
import { showProblems } from "../terminal/show-problems.ts";

interface Options {
  readonly once?: true;
  readonly port: string;
  readonly out: string;
}

/** `osteon start`: run the Dresden study, print its headline results, serve its report. */
export function addStart(program: Command, finish: (code: number) => void): void {
  program
    .command("start", { isDefault: true })
    .description("run the Dresden study on its synthetic cohort, print the headline results, serve the report")
    .option("--once", "end after writing the report")
    .option("--port <number>", "port of the report; 0 takes any free one", "4117")
    .option("--out <folder>", "folder of the run, replaced each time", "out/schnabel-2017")
    .action(async (options: Options) => {
      const study = await readStudy("schnabel-2017");
      const out = resolve(options.out);
      await mkdir(dirname(out), { recursive: true });
      const outcome = await newestRun(out, () => runInto(study, study.cohort, out));
      if (!outcome.ok) {
        showProblems(outcome.problems, false);
        return finish(EXIT.problems);
      }
      say(bold(study.protocol.title));
      sayNotice(outcome.run.results.inputs.notice);
      say(headlineText(outcome.run.results));
      say(`\n  Everything the run wrote is in ${options.out}`);
      if (options.once === true) return;
      const address = await serveFolder(join(out, "report"), Number(options.port));
      say(`  ${bold("Report:")} ${cyan(address)}   ${dim("(Ctrl+C ends it)")}`);
    });
}
