import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { type Counts, countOf, REASONS, visitsOf } from "./missing-map-data.ts";
import { MISSING_WORDS } from "./missing-words.ts";

/** One bar, parted by reason, with the counts below it in words. */
export function ReasonBar({ counts }: { readonly counts: Counts }) {
  const says = useWords(MISSING_WORDS);
  const format = useFormat();
  const all = visitsOf(counts);
  const parts = REASONS.filter((reason) => countOf(counts, reason) > 0);
  return (
    <div className="reason-bar">
      <div className="reason-parts" aria-hidden="true">
        {parts.map((reason) => (
          <span key={reason} className={`reason-${reason}`} style={{ flexGrow: countOf(counts, reason) }} />
        ))}
      </div>
      <dl>
        {parts.map((reason) => (
          <div key={reason}>
            <dt>
              <span className={`reason-key reason-${reason}`} aria-hidden="true" />
              {says[reason]}
            </dt>
            <dd>
              {format.number(countOf(counts, reason))} · {format.percent(all === 0 ? 0 : countOf(counts, reason) / all)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
