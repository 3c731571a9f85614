import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { CODEBOOK, checkCharts, codebookOf, type Problem, tableNamed } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";

/** A folder that the test leaves behind empty-handed. */
export async function scratchFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-charts-"));
  context.after(() => rm(folder, { recursive: true }));
  return folder;
}

/** The header of a table, as text. */
export const headerOf = (table: string): string =>
  tableNamed(table)
    .fields.map(({ name }) => name)
    .join(",");

/** The same as the first version of the codebook had it. */
export const firstHeaderOf = (table: string): string =>
  codebookOf(1)
    .flatMap(({ name, fields }) => (name === table ? fields : []))
    .map(({ name }) => name)
    .join(",");

const PATIENTS = `${firstHeaderOf("patient")}
P1,Invented,cno,female,1999-11,2009,2009-05-17,given,alive,2012-03-01,no
P2,"Invented, too",cno,male,2001,,2010-01-20,given,alive,2011-01-20,
`;

/** Two invented children and nothing else: every other table has its header only. */
const GOOD: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CODEBOOK.map(({ name }) => [`${name}.csv`, `${headerOf(name)}\n`])),
  "patient.csv": PATIENTS,
};

/** Writes the good folder with some files other than good; `undefined` leaves a file out. */
export async function chartFolder(
  context: TestContext,
  change: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Promise<string> {
  const folder = await scratchFolder(context);
  for (const [file, content] of Object.entries({ ...GOOD, ...change })) {
    if (content !== undefined) await writeFile(join(folder, file), content);
  }
  return folder;
}

/** A change of the good patient file. */
export const patients = (change: (text: string) => string): Readonly<Record<string, string>> => ({
  "patient.csv": change(PATIENTS),
});

/** Everything wrong with a folder, files and cells, each in one line: `visit.csv 2 pain_nrs "11" impossible-value`. */
export async function problemsIn(folder: string): Promise<readonly string[]> {
  const { charts, problems } = await readChartFolder(folder);
  return [...problems, ...checkCharts(charts)].map(inOneLine);
}

function inOneLine({ where, code }: Problem): string {
  const { file, row, column, value } = where;
  const place = [file, row, column, value === undefined ? undefined : JSON.stringify(value)];
  return [...place.filter((part) => part !== undefined), code].join(" ");
}
