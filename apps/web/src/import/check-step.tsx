import type { ImportPlan } from "@osteon/api";
import type { Meanings, Problem, Written } from "@osteon/codebook";
import { useState } from "react";
import { Panel } from "../design/page.tsx";
import { useProblemWords } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { ChangeList } from "./change-list.tsx";
import { HowWritten } from "./how-written.tsx";
import { IMPORT_WORDS } from "./import-words.ts";
import { MeantValues } from "./meant-values.tsx";
import { isRefused, ownProblems, type Prepared, totalOf } from "./plan.ts";
import { PlanNotes } from "./plan-notes.tsx";
import { PlanTables } from "./plan-tables.tsx";
import { ProblemList } from "./problem-list.tsx";
import { download, problemsCsv } from "./problems-csv.ts";

interface Parts {
  readonly plan: ImportPlan;
  readonly prepared: Prepared;
  readonly onBack: () => void;
  readonly onReadAs: (written: Written) => void;
  readonly onMeant: (meanings: Meanings, translated: string) => void;
  readonly onMapping: (() => void) | undefined;
  readonly onNext: () => void;
}

/** What the import would do, what stands against it, and the way on where nothing does: above the counts, which are longer than a window. */
export function CheckStep({ plan, prepared, onBack, onReadAs, onMeant, onMapping, onNext }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const inWords = useProblemWords();
  const { renamed } = prepared;
  const problems = ownProblems(plan.problems, prepared);
  const refused = problems.filter(isRefused);
  const total = totalOf(plan.tables);
  const idle = total.new + total.changed === 0;
  const [shown, setShown] = useState<"problems" | "changes">(problems.length > 0 ? "problems" : "changes");
  const ownNames = renamed?.ownNames;
  const otherwise = writtenOtherwise(problems);
  return (
    <>
      <Panel title={`${says.tables}: ${prepared.source}`}>
        <Verdict
          refused={refused.length}
          rejected={total.rejected}
          asked={problems.length - refused.length}
          idle={idle}
        />
        <PlanNotes notes={ownProblems(plan.notes, prepared)} lacking={total.lacking} />
        {otherwise.length > 0 ? (
          <HowWritten chosen={prepared.written} examples={otherwise} onChoose={onReadAs} />
        ) : prepared.written === "codebook" ? null : (
          <p className="quiet-text small">
            {says.written}: {says[prepared.written]}
          </p>
        )}
        <div className="row">
          {refused.length === 0 && !idle ? (
            <button type="button" className="primary" onClick={onNext}>
              {says.toCommit}
            </button>
          ) : null}
          <button type="button" className={refused.length > 0 ? "primary" : ""} onClick={onBack}>
            {says.back}
          </button>
          {onMapping === undefined ? null : (
            <button type="button" onClick={onMapping}>
              {says.changeMapping}
            </button>
          )}
        </div>
        {refused.length > 0 ? null : <PlanTables tables={plan.tables} />}
      </Panel>
      {prepared.kind === "csv" ? null : (
        <MeantValues problems={problems} before={prepared.meanings} onMeant={onMeant} />
      )}
      {problems.length + plan.changes.length === 0 ? null : (
        <Panel
          title={shown === "problems" ? says.problems : says.changes}
          flush
          actions={
            <>
              {problems.length > 0 && plan.changes.length > 0 ? (
                <div className="choices">
                  {(["problems", "changes"] as const).map((one) => (
                    <button key={one} type="button" aria-pressed={shown === one} onClick={() => setShown(one)}>
                      {says[one]} {one === "problems" ? problems.length : plan.changes.length + plan.moreChanges}
                    </button>
                  ))}
                </div>
              ) : null}
              {problems.length > 0 ? (
                <button
                  type="button"
                  onClick={async () =>
                    download(problemFileName(prepared.source), await problemsCsv(problems, ownNames, inWords))
                  }
                >
                  {says.download}
                </button>
              ) : null}
            </>
          }
        >
          {shown === "problems" ? (
            <ProblemList problems={problems} ownNames={ownNames} rowsOf={renamed?.children} />
          ) : (
            <>
              <ChangeList changes={plan.changes} />
              {plan.moreChanges > 0 ? <p className="import-more quiet-text">{says.more(plan.moreChanges)}</p> : null}
            </>
          )}
        </Panel>
      )}
      {refused.length > 0 ? (
        <Panel title={says.counts}>
          <PlanTables tables={plan.tables} />
        </Panel>
      ) : null}
    </>
  );
}

const WRITING: ReadonlySet<string> = new Set(["date-format", "decimal-comma", "number-format"]);

/** Cells that would be dates and numbers in another writing; what has no digits beside a sign between them would be in none. */
const writtenOtherwise = (problems: readonly Problem[]): readonly string[] => {
  const cells = problems.filter(({ code }) => WRITING.has(code));
  const values = cells.map(({ where }) => where.value ?? "").filter((value) => /\d[.,/-]\s?\d/.test(value));
  return [...new Set(values)].slice(0, 4);
};

const problemFileName = (source: string): string => `${source.replace(/\.[^.]*$/, "")}-problems.csv`;

interface VerdictParts {
  readonly refused: number;
  readonly rejected: number;
  readonly asked: number;
  readonly idle: boolean;
}

function Verdict({ refused, rejected, asked, idle }: VerdictParts) {
  const says = useWords(IMPORT_WORDS);
  if (refused > 0)
    return (
      <p className="notice bad" role="alert">
        {rejected > 0 ? says.refused(rejected, refused) : says.refusedFile(refused)}
      </p>
    );
  if (idle) return <p className="notice">{says.nothing}</p>;
  return asked > 0 ? <p className="notice warn">{says.asked(asked)}</p> : <p className="notice">{says.sound}</p>;
}
