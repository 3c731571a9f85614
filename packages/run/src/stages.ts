import { writeFile } from "node:fs/promises";
import { openTables, writeTables } from "@osteon/derive";
import { openDuckDb } from "@osteon/engine";
import { estimate, type Results, tallies } from "@osteon/estimate";
import type { Freeze } from "@osteon/freeze";
import { protocolHash } from "@osteon/protocol";
import { deriveInParts } from "./derive-in-parts.ts";
import { EXIT, Stop } from "./exit-code.ts";
import { readStageFile } from "./folders.ts";
import { inputsWithLimits } from "./pipeline.ts";
import type { Bars, Progress } from "./progress.ts";
import { resultsText, type TallyFile, talliesText } from "./stage-files.ts";
import type { Evaluated } from "./study.ts";

/** The derive stage alone: analysis tables of a freeze into a folder; answers with each table, its grain and its rows. */
export async function deriveInto(study: Evaluated, frozen: Freeze, out: string, bars: Bars) {
  const parts = await deriveInParts(study, frozen, (engine, part) => writeTables(engine, out, study.models, part), {
    writes: out,
    bars,
  });
  return (parts[0] ?? []).map(({ name, grain }, index) => ({
    name,
    grain,
    rows: parts.reduce((sum, written) => sum + (written[index]?.rows ?? 0), 0),
  }));
}

/** The tally stage alone: counts of the analysis tables in a folder, into a file. */
export async function tallyInto(
  study: Evaluated,
  frozen: Freeze,
  tables: string,
  out: string,
  bar: Progress,
): Promise<TallyFile> {
  const engine = await openDuckDb();
  try {
    await openTables(engine, tables);
    const file = {
      inputs: await inputsWithLimits(study, frozen),
      tallies: await tallies(engine, study.protocol, bar.step),
    };
    await writeFile(out, talliesText(file));
    return file;
  } finally {
    bar.end();
    await engine.close();
  }
}

/** The estimate stage alone: results of a file of tallies, into a file; tallies of another protocol are refused. */
export async function estimateInto(
  { protocol }: Pick<Evaluated, "protocol">,
  talliesFile: string,
  out: string,
): Promise<Results> {
  const { inputs, tallies: counted } = await readStageFile<TallyFile>(talliesFile, "tally");
  if (inputs.protocolHash !== protocolHash(protocol))
    throw new Stop(
      EXIT.usage,
      `${talliesFile} was counted under another protocol of ${protocol.id}. Run "osteon derive" and "osteon tally" again.`,
    );
  const results = estimate(protocol, counted, inputs);
  await writeFile(out, resultsText(results));
  return results;
}
