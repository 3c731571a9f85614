import { closeSync, createReadStream, openSync, readSync, writeSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { CODEBOOK, type Problem, placed } from "@osteon/codebook";
import {
  damagedArchive,
  damageOf,
  IMAGE_READINGS_FILE,
  INTEROP_PROBLEMS,
  TABLES_BESIDE,
  Unpacked,
  VERSION_FILE,
  type ZipDirectory,
  zipDirectory,
} from "@osteon/interop";
import { faultsOf } from "@osteon/words";
import { Unzip, UnzipInflate } from "fflate";

const FILES = new Set([
  ...[...CODEBOOK, ...TABLES_BESIDE].map(({ name }) => `${name}.csv`),
  "notice.txt",
  VERSION_FILE,
]);
/** What an export has beside its tables, and nothing is read from. */
const ASIDE = new Set(["manifest.json", "read-charts.R", "readme.txt", IMAGE_READINGS_FILE]);
/** Bytes of all files, unpacked: the charts of more than 20,000 children, and more than one thread can read. */
const LARGEST_UNPACKED = 120_000_000;
/** Entries, those too that are skipped, as folders are: a chart folder has 20 files, and twice as many where a Macintosh packed it. */
const MOST_ENTRIES = 200;
/** Bytes at a time, so that what unpacks to too much is noticed while it unpacks. */
const PIECE = 16_384;
/** Bytes at the end of an archive within which its directory is looked for: thousands of files, and a comment. */
const END = 1_000_000;

/**
 * Unpacks a chart folder that was packed as ZIP, to the disk, and counts what comes out whatever its directory claims. What
 * comes out must be what was packed, by the checksums of the directory.
 */
export async function unpackArchive(path: string, folder: string): Promise<Problem | undefined> {
  const unpacked = new Map<string, { readonly entry: string; readonly content: Unpacked }>();
  const open = new Map<string, number>();
  let size = 0;
  let entries = 0;
  let last = "";
  const unzip = new Unzip((entry) => {
    entries += 1;
    if (entries > MOST_ENTRIES) throw new Unfit(tooMany);
    last = entry.name;
    const name = entry.name.split("/").at(-1) ?? "";
    if (entry.name.endsWith("/") || entry.name.startsWith("__MACOSX") || ASIDE.has(name)) return;
    if (!FILES.has(name) || unpacked.has(name)) throw new Unfit(strangeFile(name));
    const content = new Unpacked();
    unpacked.set(name, { entry: entry.name, content });
    const file = openSync(join(folder, name), "wx", 0o600);
    open.set(name, file);
    entry.ondata = (error, piece, final) => {
      if (error) throw error;
      size += piece.length;
      if (size > LARGEST_UNPACKED) throw new Unfit(tooLarge);
      content.take(piece);
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
    const directory = zipDirectory(await endOf(path));
    if (directory !== undefined && [...directory.values()].some(({ locked }) => locked)) return LOCKED;
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) unzip.push(piece);
    unzip.push(new Uint8Array(0), true);
    if (last === "") return unreadable("empty");
    if (open.size > 0) return damagedArchive("breaks-off", last);
    if (directory === undefined) return damagedArchive("no-end", last);
    if (unpacked.size === 0) return unreadable("empty");
    return changedEntry(directory, [...unpacked.values()]);
  } catch (error) {
    if (error instanceof Unfit) return error.problem;
    const damage = last === "" ? undefined : damageOf(error);
    return damage === undefined ? unreadable("cannot-unpack") : damagedArchive(damage, last);
  } finally {
    for (const file of open.values()) closeSync(file);
  }
}

/** The first entry that is not what the directory lists, or that it lists and the archive has not. */
function changedEntry(
  directory: ZipDirectory,
  unpacked: readonly { readonly entry: string; readonly content: Unpacked }[],
): Problem | undefined {
  const changed = unpacked.find(({ entry, content }) => !content.isAs(directory.get(entry)));
  if (changed !== undefined) return damagedArchive("changed", changed.entry);
  const there = new Set(unpacked.map(({ entry }) => entry));
  const lost = [...directory.keys()].find((name) => FILES.has(name.split("/").at(-1) ?? "") && !there.has(name));
  return lost === undefined || lost.startsWith("__MACOSX") ? undefined : damagedArchive("changed", lost);
}

async function endOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  const end = Buffer.alloc(Math.min(size, END));
  const file = openSync(path, "r");
  try {
    readSync(file, end, 0, end.length, size - end.length);
  } finally {
    closeSync(file);
  }
  return end;
}

/** Ends the unpacking with a problem. */
class Unfit extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const { refused } = faultsOf(INTEROP_PROBLEMS);

const unreadable = (because: "empty" | "cannot-unpack"): Problem =>
  placed(refused("unreadable-archive", { because }), {});

const LOCKED: Problem = placed(refused("unreadable-archive", { because: "locked" }), {});

const strangeFile = (file: string): Problem =>
  placed(refused("unknown-file", { of: "archive", known: [...FILES] }), { file: file.slice(0, 100) });

const tooMany: Problem = placed(refused("unreadable-archive", { because: "many", most: MOST_ENTRIES }), {});

const tooLarge: Problem = placed(
  refused("file-too-large-to-read", { of: "archive", megabytes: LARGEST_UNPACKED / 1_000_000 }),
  {},
);
