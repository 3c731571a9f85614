import { join, resolve } from "node:path";
import type { countBehind } from "@osteon/run";
import { EXIT, Stop } from "@osteon/run/exit-code";
import type { Command } from "commander";
import { say, sayJson, sayNotice } from "../terminal/say.ts";

interface Options {
  readonly run: string;
  readonly json?: true;
}

/** `osteon members`: the patients behind a number. */
export function addMembers(program: Command): void {
  program
    .command("members")
    .description("list the patients behind a number of a run")
    .argument("<study>", "study folder or id")
    .argument("<result>", "id of a count in results.json, such as relapsed.all.n")
    .requiredOption("--run <folder>", "folder that `osteon study run` wrote")
    .option("--json", "answer in JSON")
    .action(async (name: string, id: string, options: Options) => {
      const { readResultsFile } = await import("@osteon/run");
      const run = resolve(options.run);
      const { inputs, results } = await readResultsFile(join(run, "results.json"), "study run");
      const patients = await behind(name, id, run, results);
      if (options.json === true) return sayJson({ notice: inputs.notice, result: id, patients });
      sayNotice(inputs.notice);
      for (const patient of patients) say(patient);
    });
}

async function behind(
  name: string,
  id: string,
  run: string,
  results: Parameters<typeof countBehind>[0],
): Promise<readonly string[]> {
  const stages = await import("@osteon/run");
  const { protocol } = stages.studyOfRun(run);
  if (!/[\\/]/.test(name) && protocol.id !== name)
    throw new Stop(EXIT.usage, `${run} is a run of ${protocol.id}, not of ${name}.`);
  const count = stages.countBehind(results, id);
  if (count === undefined && !results.some((result) => result.id === id))
    throw new Stop(EXIT.notFound, `${id}: results.json has no such result.`);
  if (count?.exact !== true || protocol.analyses[count.analysis] === undefined) {
    const from = count?.counts[0];
    throw new Stop(
      EXIT.usage,
      `${id} is not a count${from === undefined ? "." : `; name the count that it comes from, such as ${from}.`}`,
    );
  }
  const { children } = await stages.membersOf(
    protocol,
    { freeze: join(run, "freeze"), tables: join(run, "tables") },
    count,
  );
  return children.map(({ patient }) => patient);
}
