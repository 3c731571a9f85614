import type { Problem } from "@osteon/codebook";
import { tableNamed } from "../book/registry-book.ts";
import { useProblemWords } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import { goToField } from "./go-to-field.ts";

interface Parts {
  readonly table: string;
  readonly problems: readonly Problem[];
}

/** What keeps a row from being saved, each by name; a field that the form shows is one press away. */
export function Refusals({ table, problems }: Parts) {
  const says = useWords(ENTRY_WORDS);
  const book = useBook();
  const inWords = useProblemWords();
  if (problems.length === 0) return null;
  const known = new Set(tableNamed(table).fields.map(({ name }) => name));
  return (
    <div className="refusals" role="alert">
      <p className="wrong">{says.mend(problems.length)}</p>
      <ul className="plain">
        {problems.map((problem) => {
          const { column } = problem.where;
          const { says: what, fix } = inWords(problem);
          return (
            <li key={`${problem.code} ${column ?? ""} ${problem.says}`}>
              {column !== undefined && known.has(column) ? (
                <button type="button" className="linked" onClick={() => goToField(column)}>
                  {book.label(table, column)}
                </button>
              ) : null}{" "}
              <span className={column !== undefined && known.has(column) ? "refusal-says" : undefined}>
                {what} <span className="quiet-text">{fix}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
