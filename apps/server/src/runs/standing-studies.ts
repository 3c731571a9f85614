import { type Session, type TakenStudy, takenLock, takenStudies } from "@osteon/registry";
import { hashesOf, lockOf, parseLock, Stop, type StudyLock, type StudyShelf } from "@osteon/run";

/** A study that stands in a registry: in the server's folder, or taken in by an administrator; of one id the latter stands. */
export interface StandingStudy {
  readonly id: string;
  /** Nothing where it cannot be read; `says` tells why. */
  readonly lock?: StudyLock | undefined;
  /** Of the whole lock. */
  readonly hash?: string;
  readonly says?: string;
  readonly taken?: TakenStudy;
}

export interface StandingStudies {
  list(session: Session): Promise<readonly StandingStudy[]>;
  of(session: Session, id: string): Promise<StandingStudy | undefined>;
}

/** The studies of a shelf together with those that were taken in. */
export function standingStudies(shelf: StudyShelf): StandingStudies {
  // A lock never changes under its hash.
  const read = new Map<string, StudyLock>();
  const hashes = new WeakMap<StudyLock, string>();
  const takenIn = async (session: Session, taken: TakenStudy): Promise<StandingStudy> => {
    const { hash, study: id } = taken;
    try {
      const lock = read.get(hash) ?? parseLock((await takenLock(session, hash)) ?? "", id);
      read.set(hash, lock);
      return { id, lock, hash, taken };
    } catch (error) {
      // Taken in by an Osteon whose locks had another format: it is told, and hides no other.
      if (error instanceof Stop) return { id, hash, says: error.message, taken };
      throw error;
    }
  };
  const hashOf = (lock: StudyLock): string => {
    const hash = hashes.get(lock) ?? hashesOf(lockOf(lock)).all;
    hashes.set(lock, hash);
    return hash;
  };
  const list: StandingStudies["list"] = async (session) => {
    const taken = [];
    for (const one of await takenStudies(session)) taken.push(await takenIn(session, one));
    const names = new Set(taken.map(({ id }) => id));
    const shelved = shelf.list().filter(({ id }) => !names.has(id));
    const standing = shelved.map((one) => (one.lock === undefined ? one : { ...one, hash: hashOf(one.lock) }));
    return [...standing, ...taken].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  };
  return { list, of: async (session, id) => (await list(session)).find((study) => study.id === id) };
}
