import { keyed } from "../design/keyed.ts";
import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";
import type { Finding } from "./findings.tsx";
import { PAPER_WORDS } from "./paper-words.ts";

/** The text as it was read, its lines numbered; lines that a finding speaks of are marked. */
export function PaperText({
  lines,
  findings,
}: {
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
}) {
  const says = useWords(PAPER_WORDS);
  const worst = new Map<number, Finding["class"]>();
  for (const { class: kind, quotes } of [...findings].reverse()) for (const { line } of quotes) worst.set(line, kind);
  return (
    <Panel title={says.text}>
      <ol className="paper-lines">
        {keyed(lines, (line) => line).map(({ key, item, place }) => (
          <li key={key} id={`line-${place + 1}`} className={worst.get(place + 1) ?? ""}>
            {item}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
