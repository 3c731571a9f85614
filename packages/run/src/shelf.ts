import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { EXIT, Stop } from "./exit-code.ts";
import { LOCK_FILE, readLock, type StudyLock } from "./lock/study-lock.ts";

/** A study on a shelf: its lock, or why it cannot be read. */
export type ShelvedStudy =
  | { readonly id: string; readonly lock: StudyLock }
  | { readonly id: string; readonly lock?: undefined; readonly says: string };

/** Studies that may be run, in the order of their ids. */
export interface StudyShelf {
  list(): readonly ShelvedStudy[];
}

/**
 * The studies of a folder: each a folder with its lock, or a lock alone as `name.lock.json`. What was not changed is not read
 * again; a lock that cannot be read is told, and hides no other.
 */
export function shelfOf(folder: string): StudyShelf {
  const kept = new Map<string, { readonly at: string; readonly study: ShelvedStudy }>();
  return {
    list: () => {
      if (!existsSync(folder)) throw new Stop(EXIT.notFound, `${folder}: there is no such folder of studies.`);
      const read = lockFiles(folder).map(({ name, file }) => {
        const { mtimeMs, size, ino } = statSync(file);
        const at = `${mtimeMs} ${size} ${ino}`;
        const before = kept.get(file);
        const study = before?.at === at ? before.study : studyIn(name, file);
        kept.set(file, { at, study });
        return study;
      });
      return read.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(aloneIn(read));
    },
  };
}

function lockFiles(folder: string): readonly { readonly name: string; readonly file: string }[] {
  return readdirSync(folder).flatMap((name) => {
    if (name.endsWith(".lock.json")) return [{ name: name.slice(0, -".lock.json".length), file: join(folder, name) }];
    const file = join(folder, name, LOCK_FILE);
    return existsSync(file) ? [{ name, file }] : [];
  });
}

function studyIn(name: string, file: string): ShelvedStudy {
  try {
    const lock = readLock(file);
    return { id: lock.protocol.id, lock };
  } catch (error) {
    if (error instanceof Stop) return { id: name, says: error.message };
    throw error;
  }
}

/** Two studies of one id are none: nobody could say which was run. */
const aloneIn =
  (all: readonly ShelvedStudy[]) =>
  (study: ShelvedStudy): ShelvedStudy =>
    study.lock === undefined || all.filter(({ id, lock }) => id === study.id && lock !== undefined).length === 1
      ? study
      : { id: study.id, says: `Two studies of the folder have the id ${study.id}. Take one of them away.` };
