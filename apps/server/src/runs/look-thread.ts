import { API_PROBLEMS } from "@osteon/api";
import { serveConfined } from "@osteon/interop";
import { compareLocks, hashesOf, lockInWords, parseLock, problemsOf, Stop, type StudyLock } from "@osteon/run";
import { type Fault, faultsOf } from "@osteon/words";
import { LIMITS, type LockSeen } from "./look-at-lock.ts";

const STUDY = /^[a-z][a-z0-9-]{1,63}$/;

const { refused } = faultsOf(API_PROBLEMS);
const noLock = (fault: Fault): LockSeen => ({ ok: false, fault });

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
    return noLock(refused("no-lock", { because: "other" }));
  }
}

function read(text: string): StudyLock | Fault {
  try {
    const lock = parseLock(text, "The file");
    return STUDY.test(lock.protocol?.id) ? lock : refused("no-lock", { because: "no-id" });
  } catch (error) {
    return refused("no-lock", { because: "unreadable", detail: error instanceof Stop ? error.message : undefined });
  }
}

serveConfined(async (text, ask) => {
  const lock = read(String(text));
  if ("code" in lock) return noLock(lock);
  return await seen(lock, (await ask(lock.protocol.id)) as StudyLock | undefined);
});
