import { join, resolve } from "node:path";
import { openTables } from "@osteon/derive";
import { members, openDuckDb } from "@osteon/engine";
import { type Results, tallySpec } from "@osteon/estimate";
import { openFreeze } from "@osteon/freeze";
import type { Command } from "commander";
import { EXIT, Stop } from "../exit-code.ts";
import { frozenFolder, readStageFile } from "../folders.ts";
import { readStudy } from "../study.ts";
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
      const run = resolve(options.run);
      const { inputs, results } = await readStageFile<Results>(join(run, "results.json"), "study run");
      const patients = await membersOf(name, id, run, results);
      if (options.json === true) return sayJson({ notice: inputs.notice, result: id, patients });
      sayNotice(inputs.notice);
      for (const patient of patients) say(patient);
    });
}

async function membersOf(
  name: string,
  id: string,
  run: string,
  results: Results["results"],
): Promise<readonly string[]> {
  const { protocol } = await readStudy(name);
  const result = results.find((candidate) => candidate.id === id);
  if (result === undefined) throw new Stop(EXIT.notFound, `${id}: results.json has no such result.`);
  const analysis = protocol.analyses[result.analysis];
  if (result.cells === undefined || analysis === undefined) {
    throw new Stop(
      EXIT.usage,
      `${id} is not a count; name the count that it comes from, such as ${result.analysis}.${result.group}.n.`,
    );
  }
  const engine = await openDuckDb();
  try {
    await openTables(engine, join(run, "tables"));
    await openFreeze(engine, await frozenFolder(join(run, "freeze")));
    const spec = tallySpec(result.analysis, analysis);
    const numbers = new Set<number>();
    for (const cell of result.cells)
      for (const patient of await members(engine, cell.length === 0 ? { ...spec, by: [] } : spec, cell))
        numbers.add(patient);
    const rows = await engine.rows("SELECT patient_no, patient FROM patient ORDER BY patient_no");
    return rows.filter(({ patient_no }) => numbers.has(Number(patient_no))).map(({ patient }) => String(patient));
  } finally {
    await engine.close();
  }
}
