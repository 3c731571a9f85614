import { serveConfined } from "@osteon/interop";
import { compareLocks, hashesOf, lockInWords, parseLock, problemsOf, Stop, type StudyLock } from "@osteon/run";
import { LIMITS, type LockSeen } from "./look-at-lock.ts";

const STUDY = /^[a-z][a-z0-9-]{1,63}$/;

const noLock = (says: string): LockSeen => ({ ok: false, says });

/** What of a lock is read, in words; what throws here throws for a lock of another shape. */
async function seen(lock: StudyLock, before: StudyLock | undefined): Promise<LockSeen> {
  try {
    const { id, version, title } = lock.protocol;
    return {
      ok: true,
      ...{ study: id, version, title, hash: hashesOf(lock).all },
      words: lockInWords(lock),
      problems: await problemsOf(lock, LIMITS.models),
      changes: before === undefined ? null : compareLocks(before, lock),
    };
  } catch {
    return noLock("It holds something else than a study of this Osteon.");
  }
}

function read(text: string): StudyLock | string {
  try {
    const lock = parseLock(text, "The file");
    return STUDY.test(lock.protocol?.id) ? lock : "Its study has no id of small letters, digits and hyphens.";
  } catch (error) {
    return error instanceof Stop ? error.message : "It cannot be read.";
  }
}

serveConfined(async (text, ask) => {
  const lock = read(String(text));
  if (typeof lock === "string") return noLock(lock);
  return await seen(lock, (await ask(lock.protocol.id)) as StudyLock | undefined);
});
