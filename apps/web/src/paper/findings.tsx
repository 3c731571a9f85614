import type { Finding } from "@osteon/api";
import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";
import { PAPER_WORDS } from "./paper-words.ts";

const CHIPS = { impossible: "bad", inconsistent: "warn", query: "accent" } as const;

/** The findings, the surest first; each leads to its lines of the text. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const says = useWords(PAPER_WORDS);
  return (
    <Panel title={`${says.findings} (${findings.length})`}>
      {findings.length === 0 ? <p>{says.none}</p> : null}
      {findings.map((finding) => (
        <article key={finding.id} className="finding" aria-labelledby={`finding-${finding.id}`}>
          <p>
            <span className={`chip ${CHIPS[finding.class]}`} title={says[`${finding.class}Says`]}>
              {says[finding.class]}
            </span>
          </p>
          <h3 id={`finding-${finding.id}`} lang="en">
            {finding.says}
          </h3>
          {finding.quotes.map(({ text, section, line }) => (
            <blockquote key={`${line} ${text}`}>
              {text} <a href={`#line-${line}`}>{says.place(section, line)}</a>
            </blockquote>
          ))}
          <dl className="facts">
            {finding.recomputed === "" ? null : (
              <div className="fact">
                <dt>{says.recomputed}</dt>
                <dd lang="en">{finding.recomputed}</dd>
              </div>
            )}
            {finding.consistentValues.length === 0 ? null : (
              <div className="fact">
                <dt>{says.consistent}</dt>
                <dd lang="en">{finding.consistentValues.join("; ")}</dd>
              </div>
            )}
          </dl>
          {finding.cause === "" ? null : (
            <p className="quiet-text" lang="en">
              {finding.cause}
            </p>
          )}
        </article>
      ))}
    </Panel>
  );
}
