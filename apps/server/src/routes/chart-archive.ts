import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { CODEBOOK, tableNamed } from "@osteon/codebook";
import { csvText } from "@osteon/interop";
import { type ChartSelection, chartPages, type RowOfCentre, type Session } from "@osteon/registry";
import { Zip, ZipDeflate } from "fflate";
import { cellsWithCentre } from "./numbers-by-centre.ts";

/** Which charts are written, and whether the centre stands before each number, as it must where centres share some. */
export interface WrittenCharts extends ChartSelection {
  readonly byCentre: boolean;
}

/** The CSV text of one table, a page at a time. */
export async function* tableText(session: Session, name: string, selection: WrittenCharts): AsyncGenerator<string> {
  const table = tableNamed(name);
  const header = csvText(table, []);
  yield header;
  const written = selection.byCentre ? cellsWithCentre(table) : ({ cells }: RowOfCentre) => cells;
  for await (const page of chartPages(session, table, selection))
    yield csvText(table, page.map(written)).slice(header.length);
}

/** Writes the chart folder as a ZIP archive, piece by piece. */
export async function writeArchive(
  path: string,
  session: Session,
  selection: WrittenCharts,
  notice: string,
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
  for (const { name } of CODEBOOK) await add(`${name}.csv`, tableText(session, name, selection));
  if (notice !== "") await add("notice.txt", [`${notice}\n`]);
  zip.end();
  await written;
}

/** Writes the chart folder as files, for a run of a study. */
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
  if (notice !== "") await writeFile(join(folder, "notice.txt"), `${notice}\n`);
}
