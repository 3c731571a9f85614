import { quality } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useGet } from "../api/use-get.ts";
import { Panel } from "../design/page.tsx";
import { Problems, useProblemWords, Waiting } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { READINESS_WORDS } from "./readiness-words.ts";

/** Whether a run would get past the freeze, why not, and who would be left out: each child and row one click away. */
export function ReadinessPanel() {
  const says = useWords(READINESS_WORDS);
  const { data, error, isPending } = useGet(quality.readReadiness, {});
  const book = useBook();
  const inWords = useProblemWords();
  const left = data === undefined ? 0 : data.standing.withdrawn + data.standing.optedOut + data.standing.notGiven;
  return (
    <Panel title={says.title}>
      <Problems error={error} />
      {isPending ? <Waiting /> : null}
      {data === undefined ? null : (
        <>
          <p className={data.freezes ? "notice" : "notice bad"}>
            {data.freezes ? says.freezes(data.queries) : says.refused(data.refused)}
          </p>
          {data.draftChildren.length === 0 ? null : (
            <p className="notice warn">
              {says.drafts(data.draftChildren.length)}{" "}
              {data.draftChildren.slice(0, 20).map(({ centre, patient, rows }) => (
                <span key={`${centre} ${patient}`}>
                  <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }}>
                    {patient}
                  </Link>{" "}
                  ({says.rows(rows)}){" "}
                </span>
              ))}
            </p>
          )}
          {left === 0 ? null : <p className="quiet-text">{says.left(left)}</p>}
          {data.problems.length === 0 ? null : (
            <details>
              <summary>{says.list(data.refused + data.queries)}</summary>
              <ul>
                {data.problems.map((problem) => {
                  const { centre, table, key, patient } = problem.about;
                  return (
                    <li key={`${centre} ${table} ${key} ${problem.code} ${problem.where.column}`}>
                      <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }}>
                        {patient}
                      </Link>
                      , {book.one(table)} {key}: {inWords(problem).says} {inWords(problem).fix}
                    </li>
                  );
                })}
              </ul>
            </details>
          )}
        </>
      )}
    </Panel>
  );
}
