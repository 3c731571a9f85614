import { createReadStream } from "node:fs";
import { access, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freezeIn, runChild } from "./child-task.ts";
import { machine } from "./machine.ts";
import { measureFisher } from "./measure-fisher.ts";
import { measureR } from "./measure-r.ts";
import type { FloorMeasured, Measured, PipelineMeasured, SizeMeasured } from "./measured.ts";
import { resultsPage } from "./results-page.ts";
import { writeLargeCohort } from "./write-large-cohort.ts";

const HELP = `Measures the study on large invented cohorts, beside its floor in DuckDB and the same work in R.

  npm run bench                                1e4, 1e5 and 1e6 children
  npm run bench -- --patients 1000000          one size; give it more than once for several
  npm run bench -- --patients 10000000 --memory-limit 12GB --no-r

  --patients <n>        number of children
  --seed <n>            draws another cohort (1)
  --work <folder>       keeps cohorts, CSV files and results there (${join(tmpdir(), "osteon-bench")})
  --memory-limit <size> DuckDB spills to disk beyond it (3GB, which keeps the whole process under 4)
  --freeze              measures hashing and freezing as well, which is slow and no part of the total
  --no-r                leaves R out, also where Rscript is there
  --out <file>          writes the page there as well, as Markdown
`;

const { values } = parseArgs({
  options: {
    patients: { type: "string", multiple: true, default: ["10000", "100000", "1000000"] },
    seed: { type: "string", default: "1" },
    work: { type: "string", default: join(tmpdir(), "osteon-bench") },
    "memory-limit": { type: "string", default: "3GB" },
    freeze: { type: "boolean", default: false },
    r: { type: "boolean", default: true },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
  allowNegative: true,
});

if (values.help) process.stdout.write(HELP);
else await bench();

async function bench(): Promise<void> {
  const measured: SizeMeasured[] = [];
  for (const text of values.patients) {
    const patients = Number(text);
    if (!Number.isSafeInteger(patients) || patients < 1) throw new Error(`--patients ${text} is no number of children`);
    measured.push(await measureSize(patients));
  }
  const fisher = await told("Fisher's exact test", () => measureFisher(join(values.work, "fisher")));
  const page = resultsPage(measured, fisher, await machine(), values["memory-limit"]);
  process.stdout.write(page);
  if (values.out !== undefined) await writeFile(values.out, page);
}

async function measureSize(patients: number): Promise<SizeMeasured> {
  const folder = join(values.work, `${patients}-${values.seed}`);
  const freeze = join(folder, "freeze");
  const task = { freeze, work: join(folder, "work"), memoryLimit: values["memory-limit"] };
  await mkdir(folder, { recursive: true });
  if (!(await exists(join(freeze, "manifest.json")))) {
    await told(`${patients}: drawing the cohort`, () =>
      writeLargeCohort(freeze, { patients, seed: Number(values.seed) }),
    );
  }
  const parquetBytes = await warm(freeze);
  const floor = await told(`${patients}: floor`, () => runChild<FloorMeasured>("measure-floor", task));
  const pipeline = await told(`${patients}: study`, () => runChild<PipelineMeasured>("measure-pipeline", task));
  const frozen = values.freeze
    ? await told(`${patients}: freeze`, () => runChild<Measured>("measure-freeze", task))
    : undefined;
  const r = values.r ? await told(`${patients}: R`, () => measureR(freeze, join(folder, "csv"))) : undefined;
  const rows = (await freezeIn(freeze)).tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    patients,
    rows,
    parquetBytes,
    floor,
    pipeline,
    ...(frozen === undefined ? {} : { freeze: frozen }),
    ...(r === undefined ? {} : { r }),
  };
}

/** Says on standard error what is under way. */
async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  process.stderr.write(`${what} ...`);
  const value = await work();
  process.stderr.write(` ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return value;
}

/** Reads every file once, so that nothing measured waits for the disk that another has waited for. Answers their size. */
async function warm(folder: string): Promise<number> {
  let bytes = 0;
  for (const file of await readdir(folder)) {
    for await (const chunk of createReadStream(join(folder, file))) void chunk;
    bytes += (await stat(join(folder, file))).size;
  }
  return bytes;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
