import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Model } from "@osteon/derive";
import type { PublishedNumber, SensitivityPlan } from "@osteon/estimate";
import type { Protocol } from "@osteon/protocol";
import type { Catalogue, Outline } from "@osteon/publish";
import { EXIT, Stop } from "../exit-code.ts";

export const LOCK_FILE = "study.lock.json";
/** 1 had lines and a closed list of rules. */
const FORMAT = 2;

/** A study as it was evaluated: all that a run, the server and the web know of it. Names keep the order in which the study has them. */
export interface StudyLock {
  readonly protocol: Protocol;
  /** Each after those that it reads. */
  readonly models: readonly Model[];
  /** What the report shows; a study that has written none shows every analysis once. */
  readonly report?: Outline | undefined;
  /** The German of what the report shows, by the English; numbers do not depend on it. */
  readonly german?: Catalogue | undefined;
  readonly published: readonly PublishedNumber[];
  readonly cited: readonly { readonly printed: string; readonly quote: string; readonly place: string }[];
  /** The hash of a freeze of the charts that the paper is about. */
  readonly ownCharts?: string | undefined;
  readonly sensitivity?: SensitivityPlan | undefined;
}

/** The file: equal studies give equal bytes. `results` names what numbers depend on, `all` everything. */
export function lockText(lock: StudyLock): string {
  return `${JSON.stringify({ format: FORMAT, hashes: hashesOf(lock), ...lock }, null, 1)}\n`;
}

/** What names a lock: `results` all that numbers depend on, `all` everything. */
export interface LockHashes {
  readonly results: string;
  readonly all: string;
}

export function hashesOf(lock: StudyLock): LockHashes {
  const { protocol, models } = lock;
  return { results: hashOf({ protocol, models }), all: hashOf(lock) };
}

const hashOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** Is it a lock of an Osteon before this one? */
export const isOlderLock = (file: string): boolean => JSON.parse(readFileSync(file, "utf8")).format < FORMAT;

/** Reads a lock; one of another format, or changed by hand, is no lock. */
export const readLock = (file: string): StudyLock => parseLock(readFileSync(file, "utf8"), file);

/** A lock from its text; `file` names it where it is none. */
export function parseLock(text: string, file: string): StudyLock {
  const { format, hashes, ...lock } = jsonOf(text, file);
  if (format !== FORMAT)
    throw new Stop(
      EXIT.problems,
      `${file} has the format ${format}, not ${FORMAT}: lock the study again with this Osteon.`,
    );
  if (hashes?.all !== hashOf(lock))
    throw new Stop(
      EXIT.problems,
      `${file} was changed after it was written: change the study and run "osteon study lock" again.`,
    );
  return lock;
}

function jsonOf(text: string, file: string) {
  try {
    const read = JSON.parse(text);
    if (typeof read === "object" && read !== null) return read;
  } catch {
    // Said below.
  }
  throw new Stop(EXIT.problems, `${file} is no lock of a study: "osteon study lock" writes one.`);
}
