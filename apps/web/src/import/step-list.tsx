import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { STEPS, type Step } from "./steps.ts";

/** Where one is in the wizard; steps that can be gone back to are links. */
export function StepList({ step, open }: { readonly step: Step; readonly open: ReadonlySet<Step> }) {
  const says = useWords(IMPORT_WORDS);
  const now = STEPS.indexOf(step);
  return (
    <nav aria-label={says.steps} className="no-print">
      <ol className="import-steps">
        {STEPS.map((one, place) => {
          const label = (
            <>
              <span className="import-step-number" aria-hidden="true">
                {place < now ? "✓" : place + 1}
              </span>
              {says[one]}
            </>
          );
          return (
            <li key={one} className={place < now ? "passed" : ""} aria-current={one === step ? "step" : undefined}>
              {one !== step && open.has(one) ? (
                <Link to="." search={one === "file" ? {} : { step: one }} activeOptions={{ exact: true }}>
                  {label}
                </Link>
              ) : (
                <span>{label}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
