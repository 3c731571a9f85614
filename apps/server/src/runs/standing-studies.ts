import {
  type SavedChoice,
  type Session,
  savedChoices,
  type TakenStudy,
  takenLock,
  takenStudies,
} from "@osteon/registry";
import { hashesOf, lockOf, parseLock, Stop, type StudyLock, type StudyShelf } from "@osteon/run";

/** A study that stands in a registry: in the server's folder, made by choosing, or taken in by an administrator; of one id the later of these stands. */
export interface StandingStudy {
  readonly id: string;
  /** Nothing where it cannot be read; `says` tells why. */
  readonly lock?: StudyLock | undefined;
  /** Of the whole lock. */
  readonly hash?: string;
  readonly says?: string;
  readonly taken?: TakenStudy;
  /** The version that somebody made by choosing. */
  readonly chosen?: SavedChoice;
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
  const kept = async (session: Session, { study: id, hash }: Pick<TakenStudy, "study" | "hash">) => {
    try {
      const lock = read.get(hash) ?? parseLock((await takenLock(session, hash)) ?? "", id);
      read.set(hash, lock);
      return { id, lock, hash };
    } catch (error) {
      // Kept by an Osteon whose locks had another format: it is told, and hides no other.
      if (error instanceof Stop) return { id, hash, says: error.message };
      throw error;
    }
  };
  const hashOf = (lock: StudyLock): string => {
    const hash = hashes.get(lock) ?? hashesOf(lockOf(lock)).all;
    hashes.set(lock, hash);
    return hash;
  };
  const list: StandingStudies["list"] = async (session) => {
    const taken: StandingStudy[] = [];
    for (const one of await takenStudies(session)) taken.push({ ...(await kept(session, one)), taken: one });
    const chosen: StandingStudy[] = [];
    for (const one of await savedChoices(session)) chosen.push({ ...(await kept(session, one)), chosen: one });
    const shelved = shelf.list().map((one) => (one.lock === undefined ? one : { ...one, hash: hashOf(one.lock) }));
    const standing = new Map([...shelved, ...chosen, ...taken].map((one) => [one.id, one]));
    return [...standing.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  };
  return { list, of: async (session, id) => (await list(session)).find((study) => study.id === id) };
}
