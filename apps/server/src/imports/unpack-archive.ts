import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { CODEBOOK, type Problem } from "@osteon/codebook";
import { Unzip, UnzipInflate } from "fflate";

const FILES = new Set([...CODEBOOK.map(({ name }) => `${name}.csv`), "notice.txt"]);
/** Bytes of all files, unpacked: the charts of more than 20,000 children, and more than one thread can read. */
const LARGEST_UNPACKED = 120_000_000;
/** Entries, those too that are skipped, as folders are: a chart folder has 17 files, and twice as many where a Macintosh packed it. */
const MOST_ENTRIES = 200;
/** Bytes at a time, so that what unpacks to too much is noticed while it unpacks. */
const PIECE = 16_384;

/** Unpacks a chart folder that was packed as ZIP, to the disk, and counts what comes out whatever its directory claims. */
export async function unpackArchive(path: string, folder: string): Promise<Problem | undefined> {
  const begun = new Set<string>();
  const open = new Map<string, number>();
  let size = 0;
  let entries = 0;
  const unzip = new Unzip((entry) => {
    entries += 1;
    if (entries > MOST_ENTRIES) throw new Unfit(tooMany);
    const name = entry.name.split("/").at(-1) ?? "";
    if (entry.name.endsWith("/") || entry.name.startsWith("__MACOSX")) return;
    if (!FILES.has(name) || begun.has(name)) throw new Unfit(strangeFile(name));
    begun.add(name);
    const file = openSync(join(folder, name), "wx", 0o600);
    open.set(name, file);
    entry.ondata = (error, piece, final) => {
      if (error) throw error;
      size += piece.length;
      if (size > LARGEST_UNPACKED) throw new Unfit(tooLarge);
      writeSync(file, piece);
      if (final) {
        closeSync(file);
        open.delete(name);
      }
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) unzip.push(piece);
    unzip.push(new Uint8Array(0), true);
    if (begun.size === 0) return unreadable("The archive holds no files.");
    return open.size > 0 ? unreadable("The archive breaks off.") : undefined;
  } catch (error) {
    return error instanceof Unfit ? error.problem : unreadable("The archive cannot be unpacked.");
  } finally {
    for (const file of open.values()) closeSync(file);
  }
}

/** Ends the unpacking with a problem. */
class Unfit extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const unreadable = (says: string): Problem => ({
  code: "unreadable-archive",
  severity: "refused",
  where: {},
  says,
  fix: "Pack the files of the chart folder anew as ZIP.",
});

const strangeFile = (file: string): Problem => ({
  code: "unknown-file",
  severity: "refused",
  where: { file: file.slice(0, 100) },
  says: "The archive holds a file that no chart folder has, or one of them twice.",
  fix: `Files: ${[...FILES].join(", ")}.`,
});

const tooMany: Problem = {
  code: "unreadable-archive",
  severity: "refused",
  where: {},
  says: `The archive has more than ${MOST_ENTRIES} entries.`,
  fix: "Pack the files of the chart folder alone.",
};

const tooLarge: Problem = {
  code: "file-too-large-to-read",
  severity: "refused",
  where: {},
  says: `The archive unpacks to more than ${LARGEST_UNPACKED / 1_000_000} MB.`,
  fix: "Send fewer children at once, or one table at a time.",
};
