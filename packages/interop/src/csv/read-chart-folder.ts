import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Charts,
  CODEBOOK,
  type Codebook,
  type FollowUpPlan,
  type Problem,
  placed,
  SHIPPED,
  sinceOf,
  slipOf,
  type Table,
  tableNamed,
} from "@osteon/codebook";
import { readVersion, VERSION_FILE } from "./codebook-version.ts";
import { refused } from "./file-problem.ts";
import { IMAGE_READINGS_FILE } from "./image-readings.ts";
import { parseTable } from "./parse-table.ts";
import { readBeside, TABLES_BESIDE } from "./read-beside.ts";
import type { ParsedTable } from "./read-records.ts";

/** The charts as far as they could be read, and everything that is wrong with their files. */
export interface ReadFolder {
  readonly charts: Charts;
  readonly problems: readonly Problem[];
  /** What everything made from these charts must say, from `notice.txt`; a synthetic cohort says so there. */
  readonly notice?: string;
  /** The version of the codebook by which they were written: the one that is stated, or a later one of which a column is there. */
  readonly version: number;
  /** The codebook that the charts go by: the shipped one with the lists of `drugs.csv` and `analytes.csv`, where the folder has them. */
  readonly book: Codebook;
  /** When the registry that the charts came from expects visits, from `follow_up_plan.csv`; most folders have none. */
  readonly plan?: FollowUpPlan;
}

/** The version of charts that state one, or nothing and are of the first, unless they have what came later. */
export const versionOfCharts = (charts: Charts, stated: number): number =>
  Math.max(
    stated,
    ...charts.flatMap(({ name, absent = [] }) => {
      const table = tableNamed(name);
      return [sinceOf(table), ...table.fields.filter((field) => !absent.includes(field.name)).map(sinceOf)];
    }),
  );

/**
 * Reads a chart folder: one CSV file for each table of the codebook. The charts hold every row that could be read, in
 * codebook order, so that `checkCharts` can list their problems beside those of the files. `into` is the codebook of the registry that
 * the charts are for.
 */
export async function readChartFolder(directory: string, into?: Codebook): Promise<ReadFolder> {
  const files = await filesOf(directory);
  if (files === undefined) {
    return {
      charts: [],
      version: 1,
      book: SHIPPED,
      problems: [placed(refused("no-folder"), { file: directory })],
    };
  }
  const stated = readVersion(
    files.has(VERSION_FILE) ? await readFile(join(directory, VERSION_FILE), "utf8") : undefined,
  );
  const notice = files.has(NOTICE_FILE) ? (await readFile(join(directory, NOTICE_FILE), "utf8")).trim() : "";
  const { plan, book, problems } = await readBeside(
    async (table) =>
      files.has(fileOf(table))
        ? parseTable(await readFile(join(directory, fileOf(table))), fileOf(table), table)
        : undefined,
    into,
  );
  const parsed: ParsedTable[] = [];
  for (const table of book.tables) parsed.push(await readTable(directory, files, table, stated.version));
  const charts = parsed.flatMap(({ table }) => (table === undefined ? [] : [table]));
  return {
    ...(notice === "" ? {} : { notice }),
    ...(plan === undefined ? {} : { plan }),
    charts,
    version: versionOfCharts(charts, stated.version),
    book,
    problems: [...stated.problems, ...parsed.flatMap((one) => one.problems), ...problems, ...unknownFiles(files)],
  };
}

async function filesOf(directory: string): Promise<ReadonlySet<string> | undefined> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => undefined);
  return entries && new Set(entries.flatMap((entry) => (entry.isDirectory() ? [] : [entry.name])));
}

async function readTable(
  directory: string,
  files: ReadonlySet<string>,
  book: Table,
  version: number,
): Promise<ParsedTable> {
  const file = fileOf(book);
  if (files.has(file)) return parseTable(await readFile(join(directory, file)), file, book, version);
  if (sinceOf(book) > version) return { problems: [] };
  const header = book.fields.map(({ name }) => name).join(",");
  return { problems: [placed(refused("missing-file", { table: book.name, header }), { file })] };
}

const fileOf = ({ name }: Table): string => `${name}.csv`;

const NOTICE_FILE = "notice.txt";
/** What a folder may hold beside its tables. */
const BESIDE: ReadonlySet<string> = new Set([
  NOTICE_FILE,
  VERSION_FILE,
  IMAGE_READINGS_FILE,
  ...TABLES_BESIDE.map(fileOf),
]);
const TABULAR = /\.(csv|tsv|txt|xlsx?|ods)$/i;
/** Notes beside the charts, and the lock files and hidden files that programs leave. */
const ASIDE = /^(readme|\.|~\$)/i;

/** Files that look like tables but are none of ours: what they hold would be silently left out. */
function unknownFiles(files: ReadonlySet<string>): readonly Problem[] {
  const expected = new Set(CODEBOOK.map(fileOf));
  const strangers = [...files]
    .filter((file) => TABULAR.test(file) && !ASIDE.test(file) && !BESIDE.has(file) && !expected.has(file))
    .sort();
  const absent = [...expected].filter((file) => !files.has(file)).map((code) => ({ code }));
  return strangers.map((file) => {
    const guess = slipOf(file, absent);
    return placed(refused("unknown-file", { of: "folder", guess, known: [...expected] }), { file });
  });
}
