import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { EXIT } from "@osteon/run/exit-code";
import { SHOWN_STUDY } from "@osteon/run/shown-study";
import type { Language } from "@osteon/words";
import type { Command } from "commander";
import type { Served } from "../registry-served/serve-demonstration.ts";
import { problemLanguageOption } from "../terminal/language-option.ts";
import { progressBar } from "../terminal/progress.ts";
import { bold, say, sayNotice } from "../terminal/say.ts";
import { showProblems } from "../terminal/show-problems.ts";
import { portNumber } from "./port-number.ts";

interface Options extends Served {
  readonly once?: true;
  readonly language: Language;
  readonly out: string;
}

/** `osteon start`: run the Dresden study, load its charts into a registry, serve the registry and the report. */
export function addStart(program: Command, finish: (code: number) => void): void {
  program
    .command("start")
    .description("run the Dresden study on its synthetic cohort, load its charts into the registry, serve both")
    .option("--once", "end after writing the report; no registry is opened")
    .addOption(problemLanguageOption())
    .option("--port <number>", "port of the registry and the report; 0 takes any free one", portNumber, 4117)
    .option("--out <folder>", "folder of the run, replaced each time", `out/${SHOWN_STUDY}`)
    .option("--data <folder>", "folder of the embedded engine; DATABASE_URL names a PostgreSQL server instead", "data")
    .option("--keys <folder>", "folder of the keys, made at the first start", "data.keys")
    .action(async (options: Options) => {
      const { newestRun, readStudy, reportInput, runInto } = await import("@osteon/run");
      const { headlineText } = await import("../headline-text.ts");
      const study = await readStudy(SHOWN_STUDY);
      const out = resolve(options.out);
      await mkdir(dirname(out), { recursive: true });
      const outcome = await newestRun(out, () => runInto(study, study.cohort, out, { bars: progressBar }));
      if (!outcome.ok) {
        await showProblems(outcome.problems, false, options.language);
        return finish(EXIT.problems);
      }
      say(bold(study.protocol.title));
      sayNotice(outcome.run.results.inputs.notice);
      say(headlineText(reportInput(study, outcome.run.results)));
      say(`\n  Everything the run wrote is in ${options.out}`);
      if (options.once === true) return;
      const { serveDemonstration } = await import("../registry-served/serve-demonstration.ts");
      await serveDemonstration(options, join(out, "report"), study.cohort);
    });
}
