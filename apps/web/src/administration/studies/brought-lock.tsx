import type { Section } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import type { ReactNode } from "react";
import { keyed } from "../../design/keyed.ts";
import { reachable } from "../../design/reachable.ts";
import { useProblemWords } from "../../design/told.tsx";
import { Sections } from "../../study/sections.tsx";
import { type LockChanges, StudyChanges } from "../../study/study-changes.tsx";
import { useWords } from "../../words/words.ts";
import { TAKEN_STUDIES_WORDS } from "./taken-studies-words.ts";

/** What a lock says, as the server tells it before anything is decided. */
export interface BroughtLock {
  readonly words: {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    readonly source: string;
    readonly hashes: { readonly all: string };
    readonly methods: readonly Section[];
    readonly assumptions: readonly { readonly says: string; readonly paths: readonly string[] }[];
    readonly analyses: readonly { readonly id: string; readonly title: string; readonly says: string }[];
    readonly models: readonly { readonly name: string; readonly sql: string }[];
    readonly parts: readonly string[];
  };
  readonly problems: readonly Problem[];
  /** The lock of the same id that stands. */
  readonly stands: { readonly version: string; readonly hash?: string } | null;
  readonly changes: LockChanges | null;
}

/** A lock in prose, beside the one that stands. */
export function Brought({ lock }: { readonly lock: BroughtLock }) {
  const says = useWords(TAKEN_STUDIES_WORDS);
  const { words, problems } = lock;
  return (
    <div className="stack brought-lock">
      <h3 lang="en">{words.title}</h3>
      <p className="quiet-text">
        <span lang="en">{words.source}</span> <span className="mono small">{words.id}</span> · {says.version}{" "}
        {words.version} · {says.hash} <span className="mono small">{words.hashes.all.slice(0, 12)}</span>
      </p>
      {problems.length === 0 ? <p>{says.fine}</p> : <Wrong problems={problems} />}
      <Standing lock={lock} />
      <Folded title={says.says} open>
        <Sections sections={words.methods} />
        <p className="small">
          {says.report}: <span lang="en">{words.parts.join(" · ")}</span>
        </p>
      </Folded>
      <Folded title={says.assumptions(words.assumptions.length)}>
        <ol className="prose" lang="en">
          {words.assumptions.map(({ says: words, paths }) => (
            <li key={words}>
              {words} <span className="quiet-text small mono">{paths.join(", ")}</span>
            </li>
          ))}
        </ol>
      </Folded>
      <Folded title={says.analyses(words.analyses.length)}>
        <ul className="prose" lang="en">
          {words.analyses.map(({ id, title, says: words }) => (
            <li key={id}>
              <strong>{title}</strong>: {words} <span className="quiet-text small mono">{id}</span>
            </li>
          ))}
        </ul>
      </Folded>
      <Folded title={says.models(words.models.length)}>
        {words.models.map(({ name, sql }) => (
          <details key={name}>
            <summary className="mono">{name}</summary>
            <section ref={reachable} className="scrolls" aria-label={name}>
              <pre lang="en">{sql}</pre>
            </section>
          </details>
        ))}
      </Folded>
    </div>
  );
}

/** What it takes the place of, and what it says otherwise. */
function Standing({ lock: { words, stands, changes } }: { readonly lock: BroughtLock }) {
  const says = useWords(TAKEN_STUDIES_WORDS);
  if (stands === null || changes === null) return <p>{says.isNew}</p>;
  if (stands.hash === words.hashes.all) return <p className="notice">{says.isSame}</p>;
  return (
    <>
      <p>
        {says.stands(stands.version)} {changes.sameResults ? says.sameResults : ""}
      </p>
      <StudyChanges changes={changes} />
    </>
  );
}

function Wrong({ problems }: { readonly problems: readonly Problem[] }) {
  const says = useWords(TAKEN_STUDIES_WORDS);
  const inWords = useProblemWords();
  return (
    <div className="notice bad">
      <p>{says.problems}</p>
      <ul>
        {keyed(problems, ({ code, where }) => `${code} ${where.file ?? ""} ${where.column ?? ""}`).map(
          ({ key, item }) => (
            <li key={key}>
              <span className="mono small">{[item.where.file, item.where.column].filter(Boolean).join(", ")}</span>{" "}
              {inWords(item).says} <span className="quiet-text">{inWords(item).fix}</span>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}

interface FoldedParts {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

const Folded = ({ title, open = false, children }: FoldedParts) => (
  <details open={open}>
    <summary>{title}</summary>
    <div className="stack">{children}</div>
  </details>
);
