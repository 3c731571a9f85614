import type { Language } from "@osteon/words";
import type { Command } from "commander";
import { languageOption } from "../terminal/language-option.ts";
import { progressBar } from "../terminal/progress.ts";
import { say, sayJson } from "../terminal/say.ts";

interface Options {
  readonly results: string;
  readonly out: string;
  readonly besidePublished?: true;
  readonly language?: Language;
  readonly json?: true;
}

/** `osteon publish`: results in, report out. */
export function addPublish(program: Command): void {
  program
    .command("publish")
    .description("render results: report as HTML and Word, figures as SVG and PNG, tables as CSV; computes nothing")
    .argument("<study>", "study folder or id")
    .requiredOption("--results <file>", "results.json")
    .requiredOption("--out <folder>", "new folder for the report")
    .option("--beside-published", "lay the numbers that the paper printed beside those of other charts, too")
    .addOption(languageOption())
    .option("--json", "answer in JSON")
    .action(async (name: string, options: Options) => {
      const { mustBeNew, publishInto, readResultsFile, readStudy, reportInput, wholeFolder } = await import(
        "@osteon/run"
      );
      const study = await readStudy(name);
      const results = await readResultsFile(options.results, "estimate");
      const bar = progressBar("publish");
      try {
        await wholeFolder(
          mustBeNew(options.out),
          (folder) => publishInto(reportInput(study, results, options), results, folder, bar),
          () => true,
        );
      } finally {
        bar.end();
      }
      if (options.json === true) return sayJson({ ok: true, directory: options.out });
      say(`report in ${options.out}/index.html`);
    });
}
