import type { Problem } from "@osteon/codebook";
import { useProblemWords } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { LongTable } from "./long-table.tsx";
import { isRefused } from "./plan.ts";

interface Parts {
  readonly problems: readonly Problem[];
  /** The file's own name of each field's column, where they differ. */
  readonly ownNames: ReadonlyMap<string, string> | undefined;
  /** The child of each row, where one table was sent. */
  readonly rowsOf?: ReadonlyMap<number, string> | undefined;
}

/** Every problem with its place, the value, the rule and the fix. */
export function ProblemList({ problems, ownNames, rowsOf }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const inWords = useProblemWords();
  return (
    <LongTable<Problem>
      caption={says.problems}
      rows={problems}
      columns={[
        {
          title: says.kind,
          cell: (problem) => (
            <span className={isRefused(problem) ? "chip bad" : "chip warn"}>
              {isRefused(problem) ? says.stops : says.asks}
            </span>
          ),
        },
        { title: says.file, cell: ({ where }) => <span className="mono">{where.file ?? ""}</span> },
        { title: says.row, number: true, cell: ({ where }) => where.row ?? "" },
        ...(rowsOf === undefined || rowsOf.size === 0
          ? []
          : [
              {
                title: says.child,
                cell: ({ where }: Problem) => (
                  <span className="mono">{where.row === undefined ? "" : (rowsOf.get(where.row) ?? "")}</span>
                ),
              },
            ]),
        {
          title: says.column,
          cell: ({ where: { column = "" } }) => {
            const own = ownNames?.get(column);
            return (
              <span className="mono">
                {own ?? column}
                {own !== undefined && own !== column ? <span className="quiet-text"> ({column})</span> : null}
              </span>
            );
          },
        },
        { title: says.value, cell: ({ where }) => <span className="mono import-value">{where.value ?? ""}</span> },
        { title: says.rule, cell: (problem) => inWords(problem).says },
        { title: says.fix, cell: (problem) => inWords(problem).fix },
      ]}
    />
  );
}
