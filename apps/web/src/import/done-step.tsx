import type { Imported } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { isRefused, totalOf } from "./plan.ts";
import { PlanTables } from "./plan-tables.tsx";
import { UndoImport } from "./undo-import.tsx";

interface Parts {
  readonly done: Imported;
  readonly source: string;
  readonly onAnother: () => void;
}

/** What was imported, and the way back. */
export function DoneStep({ done, source, onAnother }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const [undone, setUndone] = useState(false);
  const total = totalOf(done.tables);
  return (
    <Panel title={`${says.done}: ${source}`}>
      <p className="notice" role="status">
        {undone ? says.undone : says.imported(total.new, total.changed)}
      </p>
      {undone ? null : <PlanTables tables={done.tables} />}
      <div className="row">
        <button type="button" className="primary" onClick={onAnother}>
          {says.another}
        </button>
        {!undone && done.problems.some((problem) => !isRefused(problem)) ? (
          <Link to="/quality" search={{ tab: "queries", by: "rule" }} className="button">
            {says.seeQueries}
          </Link>
        ) : null}
        {undone ? null : (
          <UndoImport centres={done.centres} batch={done.batch} source={source} onUndone={() => setUndone(true)} />
        )}
      </div>
    </Panel>
  );
}
