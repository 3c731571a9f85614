import type { BoundNumber, Finding } from "@osteon/api";
import { keyed } from "../design/keyed.ts";
import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";

import { type Marked, markedParts } from "./marked-parts.ts";
import { PAPER_WORDS } from "./paper-words.ts";

interface Parts {
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
  /** Numbers that a run does not bear out. */
  readonly wrong: readonly BoundNumber[];
}

/** The text as it was read, its lines numbered; the numbers that a finding speaks of are marked. */
export function PaperText({ lines, findings, wrong }: Parts) {
  const says = useWords(PAPER_WORDS);
  const marks = new Map<number, Marked[]>();
  const mark = (line: number, one: Marked) => marks.set(line, [...(marks.get(line) ?? []), one]);
  for (const { class: kind, quotes } of findings) for (const { line, printed } of quotes) mark(line, { printed, kind });
  for (const { line, printed } of wrong) mark(line, { printed, kind: "inconsistent" });
  return (
    <Panel title={says.text}>
      <ol className="paper-lines">
        {keyed(lines, (line) => line).map(({ key, item, place }) => (
          <li key={key} id={`line-${place + 1}`}>
            {keyed(markedParts(item, marks.get(place + 1) ?? []), ({ text }) => text).map((part) =>
              part.item.kind === undefined ? (
                part.item.text
              ) : (
                <mark key={part.key} className={part.item.kind}>
                  {part.item.text}
                </mark>
              ),
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
