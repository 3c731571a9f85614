import { PATIENTS_AT_ONCE } from "@osteon/run";
import { fisherGoal, goals } from "./goals.ts";
import { agreement } from "./headline.ts";
import type { Machine } from "./machine.ts";
import type { FisherMeasured, Measured, SizeMeasured } from "./measured.ts";
import { gigabytes, markdownTable, seconds, times } from "./page-text.ts";

/** The page of a run, in Markdown that also reads well on a terminal. */
export function resultsPage(
  measured: readonly SizeMeasured[],
  fisher: FisherMeasured,
  machine: Machine,
  memoryLimit: string,
): string {
  const parts = [
    "# Speed",
    `Written by \`npm run bench -- --out bench/RESULTS.md\` on ${machine.cores} cores (${machine.processor}) with ${machine.memoryGib} GiB of memory; Node ${machine.node}, DuckDB ${machine.duckDb}${rVersions(measured)}. DuckDB may hold ${memoryLimit} and spills beyond it; more than ${PATIENTS_AT_ONCE.toLocaleString("en")} children are derived part by part.`,
    "The cohorts are invented by `bench/large-cohort`. Each is measured in processes of its own, one after the other, with the files in the page cache. Memory is the peak of the process during the stage.",
    "## Goals",
    [...goals(measured), fisherGoal(fisher)]
      .map(({ says, met }) => `- ${met ? "met" : "**not met**"}: ${says}`)
      .join("\n"),
    ...measured.flatMap(sizeParts),
  ];
  return `${parts.join("\n\n")}\n`;
}

function rVersions(measured: readonly SizeMeasured[]): string {
  const r = measured.find((size) => size.r !== undefined)?.r;
  return r === undefined ? "; R was not run" : `, R ${r.R} with data.table ${r.dataTable} and survival ${r.survival}`;
}

function sizeParts(size: SizeMeasured): readonly string[] {
  const megabytes = Math.round(size.parquetBytes / 1e6);
  return [
    `## ${size.patients.toLocaleString("en")} children`,
    `${size.rows.toLocaleString("en")} rows, ${megabytes} MB of Parquet; ${size.pipeline.results.toLocaleString("en")} results, SHA-256 \`${size.pipeline.resultsHash.slice(0, 16)}\`.`,
    stageTable(size),
    ...freezePart(size),
    ...agreementPart(size),
    "The slowest models:",
    modelTable(size.pipeline.models),
  ];
}

function stageTable({ pipeline, floor, r }: SizeMeasured): string {
  const { stages, tallyFloor } = pipeline;
  const [derive, tally, estimate, write] = stages.map((stage) => stage.seconds);
  const total = sum(stages);
  const row = (
    name: string,
    own: number,
    peak: number | undefined,
    floors: readonly (number | undefined)[],
    inR: number | undefined,
  ) => [
    name,
    seconds(own),
    peak === undefined ? "" : gigabytes(peak),
    ...floors.map((time) => (time === undefined ? "" : `${seconds(time)} (${times(own / time)})`)),
    inR === undefined ? "" : `${seconds(inR)} (${times(inR / own)})`,
  ];
  const peak = (index: number) => stages[index]?.peak;
  const rDerived = r === undefined ? undefined : r.loadSeconds + r.deriveSeconds;
  const rTotal = r === undefined ? undefined : r.loadSeconds + r.deriveSeconds + r.estimateSeconds;
  return markdownTable(
    ["stage", "time", "memory", "floor: read once", "floor: sort once", "R"],
    [
      row("read and derive", derive ?? 0, peak(0), [floor.read.seconds, floor.sort.seconds], rDerived),
      row("tally", tally ?? 0, peak(1), [tallyFloor.seconds, undefined], undefined),
      row("estimate", estimate ?? 0, peak(2), [undefined, undefined], r?.estimateSeconds),
      row("write", write ?? 0, peak(3), [undefined, undefined], undefined),
      row(
        "**all**",
        total,
        Math.max(...stages.map((stage) => stage.peak)),
        [floor.read.seconds, floor.sort.seconds],
        rTotal,
      ),
    ],
  );
}

function freezePart({ freeze, rows }: SizeMeasured): readonly string[] {
  if (freeze === undefined) return [];
  const rate = Math.round(rows / freeze.seconds / 1000).toLocaleString("en");
  return [
    `To freeze these tables, hashing every cell, takes ${seconds(freeze.seconds)} (${rate},000 rows a second) and ${gigabytes(freeze.peak)}.`,
  ];
}

function agreementPart({ pipeline, r }: SizeMeasured): readonly string[] {
  if (r === undefined) return [];
  const { compared, differing } = agreement(pipeline.headline, r);
  const memory = `R takes ${gigabytes(r.peakMegabytes * 1e6)} at its peak.`;
  if (differing.length === 0) return [`R and Osteon agree in all ${compared} headline numbers. ${memory}`];
  const shown = differing.slice(0, 20).map((line) => `- ${line}`);
  return [`R and Osteon differ in ${differing.length} of ${compared} headline numbers. ${memory}`, shown.join("\n")];
}

function modelTable(models: readonly Measured[]): string {
  const slowest = [...models].sort((a, b) => b.seconds - a.seconds).slice(0, 12);
  const all = sum(models);
  return markdownTable(
    ["model", "time", "share", "memory"],
    slowest.map(({ name, seconds: own, peak }) => [
      name,
      seconds(own),
      `${Math.round((100 * own) / all)} %`,
      gigabytes(peak),
    ]),
  );
}

function sum(measured: readonly Measured[]): number {
  return measured.reduce((total, { seconds: own }) => total + own, 0);
}
