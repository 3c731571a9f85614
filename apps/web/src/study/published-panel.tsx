import type { Pages } from "@osteon/api";
import { useState } from "react";
import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";
import { TablePanel } from "./page-table.tsx";
import { useReportLanguage } from "./report-language.ts";
import { STUDY_WORDS } from "./study-words.ts";
import { VERDICT_ORDER, VERDICTS } from "./verdicts.ts";

const VERDICT_COLUMN = 2;

/** Every printed number beside the recomputed one. */
export function PublishedPanel({ pages }: { readonly pages: Pages }) {
  const lang = useReportLanguage();
  const says = useWords(STUDY_WORDS);
  const [shown, setShown] = useState<keyof typeof VERDICTS.en | "all">("all");
  const numbers = pages.comparison.rows.filter(({ cells }) => cells.length > 0);
  const count = (verdict: keyof typeof VERDICTS.en) =>
    numbers.filter(({ cells }) => cells[VERDICT_COLUMN]?.text === VERDICTS[lang][verdict]).length;
  if (numbers.length === 0) return <p>{says.otherCharts}</p>;
  return (
    <>
      <fieldset className="choices">
        <legend className="unseen">{says.show}</legend>
        <button type="button" aria-pressed={shown === "all"} onClick={() => setShown("all")}>
          {says.all} {numbers.length}
        </button>
        {VERDICT_ORDER.filter((verdict) => verdict !== "underivable" || count(verdict) > 0).map((verdict) => (
          <button key={verdict} type="button" aria-pressed={shown === verdict} onClick={() => setShown(verdict)}>
            {says[verdict]} {count(verdict)}
          </button>
        ))}
      </fieldset>
      <TablePanel
        table={pages.comparison}
        stacks
        {...(shown === "all" ? {} : { shows: ({ cells }) => cells[VERDICT_COLUMN]?.text === VERDICTS[lang][shown] })}
      />
      {pages.cited.length === 0 ? null : (
        <Panel title={says.cited}>
          <ul lang={lang}>
            {pages.cited.map(({ printed, quote, place }) => (
              <li key={`${printed} ${quote}`}>
                {printed}: «{quote}» ({place})
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
