import { type Assumption, assumptions, methodsSection, type Section } from "@osteon/publish";
import { outlineOf } from "../study.ts";
import { hashesOf, type LockHashes, type StudyLock } from "./study-lock.ts";

/** What a lock says, for people who decide whether it is taken in. */
export interface LockInWords {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly source: string;
  readonly hashes: LockHashes;
  /** The protocol's own sentences. */
  readonly methods: readonly Section[];
  readonly assumptions: readonly Assumption[];
  readonly analyses: readonly { readonly id: string; readonly title: string; readonly says: string }[];
  readonly models: readonly { readonly name: string; readonly sql: string }[];
  /** The titles of the parts of its report. */
  readonly parts: readonly string[];
}

export function lockInWords(lock: StudyLock): LockInWords {
  const { protocol, models } = lock;
  const { id, title, version, source } = protocol;
  const outline = outlineOf(lock);
  return {
    ...{ id, title, version, source },
    hashes: hashesOf(lock),
    methods: methodsSection(protocol, outline.methods),
    assumptions: assumptions(protocol),
    analyses: Object.entries(protocol.analyses).map(([id, { title, says }]) => ({ id, title, says })),
    models: models.map(({ name, sql }) => ({ name, sql })),
    parts: outline.parts.map(({ title }) => title),
  };
}
