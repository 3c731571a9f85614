import type { Pages } from "@osteon/api";
import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";
import { useReportLanguage } from "./report-language.ts";
import { Sections } from "./sections.tsx";
import { STUDY_WORDS } from "./study-words.ts";

const HASHES = [
  ["protocolHash", "Protocol"],
  ["freezeHash", "Freeze"],
  ["modelsHash", "Models"],
  ["version", "Osteon"],
] as const;

/** The protocol as prose, its assumptions, and what the results were made of. */
export function ProtocolPanel({ pages }: { readonly pages: Pages }) {
  const lang = useReportLanguage();
  const says = useWords(STUDY_WORDS);
  return (
    <>
      <Panel title={says.protocol}>
        <Sections sections={pages.methods} />
      </Panel>
      <Panel title={says.assumptions}>
        <p>{says.assumptionsLead(pages.assumptions.length)}</p>
        <ol className="prose" lang={lang}>
          {pages.assumptions.map(({ says: words, paths }) => (
            <li key={words}>
              {words} <span className="quiet-text small mono">{paths.join(", ")}</span>
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title={says.provenance}>
        <dl className="facts" lang={lang}>
          {HASHES.map(([name, label]) => (
            <div key={name} className="fact">
              <dt>{label}</dt>
              <dd className="mono">{pages.inputs[name]}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}
