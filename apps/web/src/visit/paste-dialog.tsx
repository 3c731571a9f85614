import { useMemo, useState } from "react";
import { useRegistryBook } from "../book/registry-book.ts";
import { Dialog } from "../design/dialog.tsx";
import { keyed } from "../design/keyed.ts";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import type { LaboratoryLine } from "./laboratory-lines.ts";
import { type PastedLine, readPrintout } from "./paste-results.ts";
import type { NamedRows } from "./visit-state.ts";
import { LABORATORY_WORDS } from "./visit-words.ts";

interface Parts {
  readonly text: string;
  /** The line in which it was pasted; values alone begin there. */
  readonly from: string;
  readonly lines: readonly LaboratoryLine[];
  readonly typed: NamedRows;
  readonly nameOf: (analyte: string) => string;
  readonly onTake: (taken: readonly PastedLine[]) => void;
  readonly onClose: () => void;
}

/** What was understood of a printout, before anything of it is taken. */
export function PasteDialog({ text: first, from, lines, typed, nameOf, onTake, onClose }: Parts) {
  const says = useWords(LABORATORY_WORDS);
  const { analytes } = useRegistryBook();
  const [text, setText] = useState(first);
  const read = useMemo(() => {
    const names = lines.map(({ name }) => name);
    const at = names.indexOf(from);
    return readPrintout(text, analytes, names.slice(Math.max(0, at)));
  }, [text, analytes, lines, from]);
  const taken = read.filter(({ because }) => because === undefined);
  return (
    <Dialog open title={says.paste} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onTake(taken);
        }}
      >
        <p className="quiet-text">{says.pasteLead}</p>
        <textarea
          rows={first === "" ? 8 : 3}
          value={text}
          aria-label={says.paste}
          onChange={(event) => setText(event.target.value)}
        />
        {read.length === 0 ? null : (
          <div className="scrolls">
            <table className="table pasted" aria-label={says.pasted}>
              <thead>
                <tr>
                  <th scope="col">{says.line}</th>
                  <th scope="col">{says.analyte}</th>
                  <th scope="col" className="number">
                    {says.value}
                  </th>
                  <th scope="col">{says.unit}</th>
                </tr>
              </thead>
              <tbody>
                {keyed(read, ({ text: words }) => words).map(({ key, item }) => (
                  <Understood key={key} line={item} typed={typed} nameOf={nameOf} lines={lines} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <div className="row">
          {/* Enter takes what was understood. */}
          <button
            type="submit"
            className="primary"
            disabled={taken.length === 0}
            ref={(button) => {
              if (first !== "") button?.focus();
            }}
          >
            {says.take(taken.length)}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Understood({
  line: { text, analyte, value, finding, unit, because },
  typed,
  nameOf,
  lines,
}: {
  readonly line: PastedLine;
  readonly typed: NamedRows;
  readonly nameOf: (analyte: string) => string;
  readonly lines: readonly LaboratoryLine[];
}) {
  const says = useWords(LABORATORY_WORDS);
  const book = useBook();
  const before = typed[analyte ?? ""]?.words.value ?? "";
  return (
    <tr className={because === undefined ? "" : "left-out"}>
      <td className="mono">{text}</td>
      <td>{analyte === undefined ? "–" : nameOf(analyte)}</td>
      <td className="number">
        {finding === undefined ? book.cell("laboratory", "kit", value) : book.cell("laboratory", "finding", finding)}
      </td>
      <td>
        {because === undefined ? (
          <>
            {unit ?? lines.find(({ name }) => name === analyte)?.unit ?? ""}
            {before !== "" && before !== value ? <span className="asks"> {says.replaces(before)}</span> : null}
          </>
        ) : (
          <span className="wrong">
            {says[because]}; {says.left}
          </span>
        )}
      </td>
    </tr>
  );
}
