import { hashesOf, type StudyLock } from "./study-lock.ts";

/** A value of a protocol that another lock has not, has otherwise, or did not have. */
export interface ChangedValue {
  /** Where the protocol states it, as `timePoints.month6.window.1`. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** What changed from one lock of a study to another. */
export interface LockChanges {
  /** Numbers cannot change: protocol and models are the same, letter by letter. */
  readonly sameResults: boolean;
  readonly protocol: readonly ChangedValue[];
  readonly models: readonly { readonly name: string; readonly was: "added" | "removed" | "changed" }[];
  /** What is told beside the numbers: the report, what a paper printed, the assumptions that are varied. */
  readonly others: readonly ("report" | "published" | "sensitivity")[];
}

/** What changed, in the order of the later lock; what is gone stands last. */
export function compareLocks(before: StudyLock, after: StudyLock): LockChanges {
  const equal = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const others = [
    ["report", equal(before.report, after.report)],
    ["published", equal([before.published, before.cited], [after.published, after.cited])],
    ["sensitivity", equal(before.sensitivity, after.sensitivity)],
  ] as const;
  return {
    sameResults: hashesOf(before).results === hashesOf(after).results,
    protocol: changedValues(leavesOf(before.protocol), leavesOf(after.protocol)),
    models: changedValues(textsOf(before), textsOf(after)).map(({ path, ...texts }) => ({
      name: path,
      was: texts.before === undefined ? "added" : texts.after === undefined ? "removed" : "changed",
    })),
    others: others.flatMap(([name, same]) => (same ? [] : [name])),
  };
}

const textsOf = ({ models }: StudyLock): ReadonlyMap<string, string> =>
  new Map(models.map(({ name, sql }) => [name, sql]));

function changedValues(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly ChangedValue[] {
  const changed = [...after].flatMap(([path, value]): readonly ChangedValue[] => {
    const earlier = before.get(path);
    if (earlier === value) return [];
    return [earlier === undefined ? { path, after: value } : { path, before: earlier, after: value }];
  });
  const gone = [...before].flatMap(([path, value]) => (after.has(path) ? [] : [{ path, before: value }]));
  return [...changed, ...gone];
}

/** Each value of a protocol as text, by its path. */
function leavesOf(value: unknown, path = ""): ReadonlyMap<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([name, inner]) => [...leavesOf(inner, path === "" ? name : `${path}.${name}`)]),
  );
}
