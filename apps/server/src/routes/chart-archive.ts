import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { CODEBOOK, CODEBOOK_VERSION, PLAN_TABLE_NAME, type Table, tableNamed } from "@osteon/codebook";
import { csvText, filesOfBook, planText, typedHead, typedRows, VERSION_FILE, versionText } from "@osteon/interop";
import {
  type ChartSelection,
  chartPages,
  type RowOfCentre,
  readCodebook,
  readFollowUpPlan,
  type Session,
} from "@osteon/registry";
import { Zip, ZipDeflate } from "fflate";
import { cellsWithCentre } from "./numbers-by-centre.ts";

/** Which charts are written, in which form, and whether the centre stands before each number, as it must where centres share some. */
export interface WrittenCharts extends ChartSelection {
  readonly byCentre: boolean;
  /** As statistics programs read them, instead of letter by letter as the registry has them. */
  readonly typed?: boolean;
}

/** The CSV text of one table, a page at a time. */
export async function* tableText(session: Session, name: string, selection: WrittenCharts): AsyncGenerator<string> {
  const table = tableNamed(name, (await readCodebook(session)).tables);
  const header = csvText(table, []);
  yield selection.typed === true ? typedHead(table) : header;
  const written = selection.byCentre ? cellsWithCentre(table) : ({ cells }: RowOfCentre) => cells;
  for await (const page of chartPages(session, table, selection)) {
    const rows = page.map(written);
    yield selection.typed === true ? typedRows(table, rows) : csvText(table, rows).slice(header.length);
  }
}

/** Writes the chart folder as a ZIP archive, piece by piece, and beside the tables the other files given, by name. */
export async function writeArchive(
  path: string,
  session: Session,
  selection: WrittenCharts,
  { tables, beside }: { readonly tables: readonly Table[]; readonly beside: Readonly<Record<string, string>> },
): Promise<void> {
  const file = createWriteStream(path);
  const written = finished(file);
  const zip = new Zip((error, piece, final) => {
    if (error) return void file.destroy(error);
    file.write(piece);
    if (final) file.end();
  });
  const add = async (name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for await (const piece of pieces) {
      entry.push(Buffer.from(piece));
      if (file.writableNeedDrain) await new Promise<void>((resolve) => file.once("drain", resolve));
    }
    entry.push(new Uint8Array(0), true);
  };
  for (const { name } of tables) await add(`${name}.csv`, tableText(session, name, selection));
  for (const [name, text] of Object.entries(beside)) await add(name, [text]);
  zip.end();
  await written;
}

/** Writes the chart folder as files, with the follow-up plan and the lists of the registry, for a run of a study. */
export async function writeFolder(
  folder: string,
  session: Session,
  selection: WrittenCharts,
  notice: string,
): Promise<void> {
  for (const { name } of CODEBOOK) {
    const file = createWriteStream(join(folder, `${name}.csv`));
    for await (const piece of tableText(session, name, selection)) {
      if (!file.write(piece)) await new Promise<void>((resolve) => file.once("drain", resolve));
    }
    file.end();
    await finished(file);
  }
  await writeFile(join(folder, VERSION_FILE), versionText(CODEBOOK_VERSION));
  const { points } = await readFollowUpPlan(session);
  await writeFile(join(folder, `${PLAN_TABLE_NAME}.csv`), planText(points));
  for (const [name, text] of Object.entries(filesOfBook(await readCodebook(session))))
    await writeFile(join(folder, name), text);
  if (notice !== "") await writeFile(join(folder, "notice.txt"), `${notice}\n`);
}
