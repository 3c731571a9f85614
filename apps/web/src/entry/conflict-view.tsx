import type { Row } from "@osteon/api";
import { accounts } from "@osteon/api";
import { keyOf, type Table } from "@osteon/codebook";
import { useEffect, useRef, useState } from "react";
import { useMe } from "../api/me.ts";
import { useGet } from "../api/use-get.ts";
import { Panel } from "../design/page.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import type { Difference } from "./save-state.ts";
import { type Typed, typedOf, typedWith } from "./typed-cells.ts";

interface Parts {
  readonly table: Table;
  readonly theirs: Row;
  readonly differences: readonly Difference[];
  readonly typed: Typed;
  /** The cells as they were before either wrote, where they are known. */
  readonly base: Typed | undefined;
  readonly onSettle: (theirs: Row, cells: Typed) => void;
}

/** Two people wrote at the same time: each differing field side by side, one of the two to be chosen. */
export function ConflictView({ table, theirs, differences, typed, base, onSettle }: Parts) {
  const says = useWords(ENTRY_WORDS);
  const language = useLanguage();
  const book = useBook();
  const { account } = useMe();
  const people = useGet(accounts.listPeople, {});
  const own = differences.filter(({ field }) => field !== keyOf(table).name && field !== "patient");
  const [chosen, setChosen] = useState<Readonly<Record<string, "yours" | "theirs">>>({});
  // What one did not touch oneself is the other's by default.
  const choiceOf = ({ field, yours }: Difference) =>
    chosen[field] ?? (base !== undefined && (base[field] ?? "") === yours ? "theirs" : "yours");
  const who = people.data?.people.find(({ account }) => account === theirs.writtenBy)?.name ?? theirs.writtenBy;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "start" });
    place.current?.focus({ preventScroll: true });
  }, []);
  const settle = () => {
    const taken = own
      .filter((one) => choiceOf(one) === "theirs")
      .map(({ field }) => [field, theirs.cells[field] ?? ""]);
    const whole = { ...typedOf(table, theirs.cells, language), ...typed };
    onSettle(theirs, typedWith(table, whole, Object.fromEntries(taken), language));
  };
  return (
    <div ref={place} tabIndex={-1} className="brought">
      <Panel title={theirs.writtenBy === account ? says.conflictOwnTitle : says.conflictTitle}>
        <p role="alert">{theirs.writtenBy === account ? says.conflictOwn : says.conflictLead(who)}</p>
        <div className="scrolls">
          <table className="table conflict">
            <thead>
              <tr>
                <th scope="col">{says.field}</th>
                <th scope="col">{says.yours}</th>
                <th scope="col">{says.theirs}</th>
              </tr>
            </thead>
            <tbody>
              {own.map(({ field, yours, theirs: other }) => (
                <tr key={field}>
                  <th scope="row">{book.label(table.name, field)}</th>
                  {(["yours", "theirs"] as const).map((side) => (
                    <td key={side}>
                      <label>
                        <input
                          type="radio"
                          name={`conflict-${field}`}
                          checked={choiceOf({ field, yours, theirs: other }) === side}
                          onChange={() => setChosen({ ...chosen, [field]: side })}
                        />{" "}
                        {book.cell(table.name, field, side === "yours" ? yours : other) || says.empty}
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>
          <button type="button" className="primary" onClick={settle}>
            {says.goOn}
          </button>
        </p>
      </Panel>
    </div>
  );
}
