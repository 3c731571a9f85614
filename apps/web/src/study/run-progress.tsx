import type { Run } from "@osteon/api";
import { useWords } from "../words/words.ts";
import { STUDY_WORDS } from "./study-words.ts";

/** The stages of a run in the order in which they come; tally and estimate belong to one step of the work. */
const STAGES = ["export", "freeze", "derive", "publish"] as const;

/** How far a run is, by the names of its stages. */
export function RunProgress({ run }: { readonly run: Run }) {
  const says = useWords(STUDY_WORDS);
  const names = {
    export: says.export,
    freeze: says.freeze,
    derive: `${says.derive}, ${says.tally}, ${says.estimate}`,
    publish: says.publish,
  };
  const at = STAGES.indexOf((run.step ?? "export") as (typeof STAGES)[number]);
  return (
    <div className="stack" role="status">
      <progress aria-label={says.progress} max={STAGES.length} value={run.state === "waiting" ? 0 : at + 1} />
      <ol className="stages">
        {STAGES.map((stage, place) => (
          <li key={stage} aria-current={place === at ? "step" : undefined} className={place < at ? "past" : ""}>
            {names[stage]}
          </li>
        ))}
      </ol>
    </div>
  );
}
