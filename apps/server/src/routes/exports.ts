import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { type AskedOf, exported } from "@osteon/api";
import {
  type Charts,
  CODEBOOK_VERSION,
  type Codebook,
  type FollowUpPlan,
  PLAN_TABLE_NAME,
  type PlacedRow,
  rScript,
} from "@osteon/codebook";
import {
  filesOfBook,
  IMAGE_READINGS_FILE,
  imageReadingsText,
  planText,
  VERSION_FILE,
  versionText,
  writeChartWorkbook,
  writeTypedWorkbook,
} from "@osteon/interop";
import {
  chartPages,
  type Exportable,
  exportableOf,
  exportedImageReadings,
  type Held,
  heldBy,
  noteInTrail,
  type RowOfCentre,
  readCodebook,
  readFollowUpPlan,
  refuseKept,
  type Session,
  sharedNumber,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { type Asked, serve } from "../http/serve-route.ts";
import { tableText, type WrittenCharts, writeArchive } from "./chart-archive.ts";
import { draftsOf, exportManifest, typedReadme } from "./export-manifest.ts";
import { cellsWithCentre } from "./numbers-by-centre.ts";
import { sendMade } from "./spool.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Charts as they can be imported again: the folder packed, a workbook, or one table. Each export is noted at each centre. */
export function addExports({ app, desk }: RouteParts): void {
  /** Makes a file of the charts that the request means; the answer says how many drafts stay behind. */
  const made = (
    asked: Asked<typeof exported.takeCharts | typeof exported.takeWorkbook | typeof exported.takeTable>,
    { name, type }: { readonly name: string; readonly type: string },
    write: (path: string, session: Session, charts: ToExport) => Promise<(() => Promise<void>) | undefined>,
  ) => {
    const { form } = asked.query;
    const file = form === "typed" ? `typed-${name}` : name;
    // A table alone has no place for a notice but its name.
    let named = file;
    return sendMade(asked.reply, { name: () => named, type }, async (path) => {
      const finish = await desk.take(asked.request, async (session) => {
        const charts = await chartsFor(session, asked.query, file);
        asked.reply.header("x-osteon-drafts-left-out", draftsOf(charts.held));
        if (type.startsWith("text/csv")) named = noticedName(file, charts.notice);
        return await write(path, session, charts);
      });
      await finish?.();
    });
  };

  serve(
    app,
    exported.takeCharts,
    async (asked) =>
      await made(asked, { name: "charts.zip", type: "application/zip" }, async (path, session, charts) => {
        const beside = { ...filesBeside(charts), ...(await imagesBeside(session, charts)) };
        await writeArchive(path, session, charts, { tables: charts.book.tables, beside });
        return undefined;
      }),
  );

  serve(
    app,
    exported.takeWorkbook,
    async (asked) =>
      await made(asked, { name: "charts.xlsx", type: XLSX }, async (path, session, charts) => {
        const read = await readWritten(session, charts);
        const write = charts.typed ? writeTypedWorkbook : writeChartWorkbook;
        return async () =>
          await writeFile(path, await write(read, charts.notice, { plan: charts.plan, book: charts.book }));
      }),
  );

  serve(app, exported.takeTable, async (asked) => {
    const { table } = asked.params;
    const seen = (charts: ToExport): boolean => charts.book.tables.some(({ name }) => name === table);
    const kind = { name: `${table}.csv`, type: "text/csv; charset=utf-8" };
    return await made(asked, kind, async (path, session, charts) => {
      if (!seen(charts)) await refuseKept(session, { centres: charts.centres, tables: [table] });
      const file = createWriteStream(path);
      for await (const piece of tableText(session, table, charts)) file.write(piece);
      file.end();
      await finished(file);
      return undefined;
    });
  });
}

/** What stands in an archive beside its tables. */
function filesBeside(charts: ToExport): Readonly<Record<string, string>> {
  const { held, notice, plan, book, typed } = charts;
  return {
    [VERSION_FILE]: versionText(CODEBOOK_VERSION),
    ...(notice === "" ? {} : { "notice.txt": `${notice}\n` }),
    [`${PLAN_TABLE_NAME}.csv`]: planText(plan),
    ...filesOfBook(book),
    "manifest.json": exportManifest(held, charts),
    ...(typed ? { "read-charts.R": rScript(book), "readme.txt": typedReadme(held, notice) } : {}),
  };
}

/** Second readings of MRIs, where there are any; numbers as the charts beside them have them. */
async function imagesBeside(
  session: Session,
  { centres, byCentre }: ToExport,
): Promise<Readonly<Record<string, string>>> {
  const readings = await exportedImageReadings(session, centres);
  const numbered = readings.map((one) =>
    byCentre ? { ...one, patient: `${one.centre}/${one.patient}`, imaging: `${one.centre}/${one.imaging}` } : one,
  );
  return readings.length === 0 ? {} : { [IMAGE_READINGS_FILE]: imageReadingsText(numbered) };
}

/** `visit.synthetic-no-real-patients.csv`: the first words of what must be said of the charts. */
export function noticedName(file: string, notice: string): string {
  const [first, ...words] =
    notice
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  if (first === undefined) return file;
  const short = words.reduce((name, word) => (name.length + word.length < 40 ? `${name}-${word}` : name), first);
  return file.replace(/\.csv$/, `.${short.slice(0, 40)}.csv`);
}

interface ToExport extends WrittenCharts {
  readonly centres: readonly string[];
  readonly typed: boolean;
  readonly numbers: "own" | "by-centre";
  readonly notice: string;
  readonly held: Held;
  /** When the registry expects visits. */
  readonly plan: FollowUpPlan;
  /** With the lists of the registry, and the tables that the person sees. */
  readonly book: Codebook;
}

/** What an export holds: refused where centres share a number and it was not said how to tell such rows apart. */
async function chartsFor(
  session: Session,
  { centre, numbers, form }: AskedOf<typeof exported.takeCharts>["query"],
  what: string,
): Promise<ToExport> {
  const { centres, notice, kept } = await exportable(session, what, centre);
  const byCentre = numbers === "by-centre";
  const shared = byCentre ? undefined : await sharedNumber(session, centres);
  if (shared === undefined) {
    const { points: plan } = await readFollowUpPlan(session);
    const held = await heldBy(session, centres);
    const whole = await readCodebook(session);
    const book = { ...whole, tables: whole.tables.filter(({ name }) => !kept.includes(name)) };
    return { centres, book, byCentre, numbers, notice, typed: form === "typed", held, plan };
  }
  throw new Refused(409, refused("numbers-shared", shared), { column: shared.table, value: shared.number });
}

/** The charts of an export as a whole, as a workbook needs them. */
async function readWritten(session: Session, charts: ToExport): Promise<Charts> {
  const tables = [];
  for (const table of charts.book.tables) {
    const written = charts.byCentre ? cellsWithCentre(table) : ({ cells }: RowOfCentre) => cells;
    const rows: PlacedRow[] = [];
    for await (const page of chartPages(session, table, charts))
      for (const row of page) rows.push({ row: rows.length + 2, cells: written(row) });
    tables.push({ name: table.name, file: `${table.name}.csv`, rows });
  }
  return tables;
}

/** The centres whose charts the person may take away, or the one that is meant, noted as exported. */
export async function exportable(session: Session, what: string, centre?: string): Promise<Exportable> {
  const taken = await mayTake(session, centre);
  for (const one of taken.centres) await noteInTrail(session, { action: "export", entity: what, centre: one });
  return taken;
}

/** The same without a note, for a page that says what an export would hold. */
export async function mayTake(session: Session, centre?: string): Promise<Exportable> {
  const found = await exportableOf(session, centre);
  if (found.centres.length > 0) return found;
  throw new Refused(403, refused("not-allowed", { what: "exports" }));
}
