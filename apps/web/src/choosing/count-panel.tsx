import { Panel } from "../design/page.tsx";
import { reachable } from "../design/reachable.ts";
import { Problems, useProblemWords } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import type { Told } from "./choosing-data.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";

interface Parts {
  readonly told: Told | undefined;
  /** What is shown was said of an earlier draft. */
  readonly isBehind: boolean;
  readonly error: unknown;
}

/** What will be computed, in plain words, and how many children that are now. */
export function CountPanel({ told, isBehind, error }: Parts) {
  const says = useWords(CHOOSING_WORDS);
  const language = useLanguage();
  return (
    <Panel title={says.computes}>
      <div className="stack" aria-busy={isBehind}>
        <Problems error={error} />
        {told === undefined ? null : <p>{told.says[language]}</p>}
        <div role="status" className={isBehind ? "stack quiet-text" : "stack"}>
          {told === undefined ? null : <Count told={told} />}
        </div>
      </div>
    </Panel>
  );
}

function Count({ told: { children, groups, problems, charts } }: { readonly told: Told }) {
  const says = useWords(CHOOSING_WORDS);
  const language = useLanguage();
  const inWords = useProblemWords();
  const format = useFormat();
  if (charts.length > 0)
    return (
      <div className="notice warn">
        <p>{says.chartsRefused}</p>
        {charts.slice(0, 3).map((problem) => (
          <p key={`${problem.code} ${problem.where.file ?? ""} ${problem.where.row ?? ""}`}>{inWords(problem).says}</p>
        ))}
      </div>
    );
  if (children === null)
    return (
      <>
        <p>{says.incomplete}</p>
        {problems.map((problem) => (
          <p key={`${problem.code} ${problem.where.column ?? ""}`} className="quiet-text">
            {inWords(problem).says} {inWords(problem).fix}
          </p>
        ))}
      </>
    );
  const { counted, notMet, notKnown } = children.all;
  return (
    <>
      <p>
        <strong>{says.counted(format.number(counted))}</strong>{" "}
        {says.leftOut(format.number(notMet), format.number(notKnown))}
      </p>
      {groups.length < 2 ? null : (
        <div className="scrolls" ref={reachable}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{says.group_}</th>
                {[says.countedHead, says.notMetHead, says.unknownHead, says.otherHead].map((head) => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map(({ id, label }, place) => {
                const own = children.groups[place];
                return (
                  <tr key={id}>
                    <th scope="row">{label[language]}</th>
                    {own === undefined
                      ? null
                      : [own.counted, own.notMet, own.notKnown, own.otherGroup].map((n, column) => (
                          <td key={COLUMNS[column]} className="number">
                            {format.number(n)}
                          </td>
                        ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const COLUMNS = ["counted", "not-met", "unknown", "other"] as const;
