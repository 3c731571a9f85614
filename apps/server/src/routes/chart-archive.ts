import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { CODEBOOK, tableNamed } from "@osteon/codebook";
import { csvText } from "@osteon/interop";
import { type ChartSelection, chartPages, type RowOfCentre, type Session } from "@osteon/registry";
import { Unzip, UnzipInflate, Zip, ZipDeflate } from "fflate";
import { Refused } from "../http/problem-reply.ts";
import { cellsWithCentre } from "./numbers-by-centre.ts";

const FILES = new Set([...CODEBOOK.map(({ name }) => `${name}.csv`), "notice.txt"]);
/** More than any chart folder holds; what unpacks to more is refused. */
const LARGEST_UNPACKED = 4_000_000_000;

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

/** Unpacks a chart folder that was sent as a ZIP archive; only files that a chart folder has, and never more than fits. */
export async function unpackArchive(bytes: Uint8Array, folder: string): Promise<void> {
  const pieces = new Map<string, Uint8Array[]>();
  let size = 0;
  const unzip = new Unzip((entry) => {
    const name = entry.name.split("/").at(-1) ?? "";
    if (entry.name.endsWith("/") || entry.name.startsWith("__MACOSX")) return;
    if (!FILES.has(name) || pieces.has(name)) {
      throw new Refused(
        422,
        "unknown-file",
        "The archive holds a file that no chart folder has.",
        `Files: ${[...FILES].join(", ")}.`,
        { file: name.slice(0, 100) },
      );
    }
    const kept: Uint8Array[] = [];
    pieces.set(name, kept);
    entry.ondata = (error, piece) => {
      if (error) throw error;
      size += piece.length;
      if (size > LARGEST_UNPACKED)
        throw new Refused(
          413,
          "too-large",
          "The archive unpacks to more than a chart folder holds.",
          "Send fewer charts at once.",
        );
      kept.push(piece);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    unzip.push(bytes, true);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(
      422,
      "unreadable-archive",
      "The archive cannot be unpacked.",
      "Pack the chart folder anew as ZIP.",
    );
  }
  if (pieces.size === 0)
    throw new Refused(
      422,
      "unreadable-archive",
      "The archive holds no files.",
      "Pack the files of the chart folder as ZIP.",
    );
  for (const [name, kept] of pieces) await writeFile(join(folder, name), Buffer.concat(kept));
}
