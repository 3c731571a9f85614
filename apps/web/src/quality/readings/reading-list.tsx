import type { Reading } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Mark, type MarkKind } from "../../design/mark.tsx";
import { useWords } from "../../words/words.ts";
import { withSearch } from "../search.ts";
import { READING_WORDS } from "./reading-words.ts";
import { differencesOf, type ReadingState, stateOf } from "./use-readings.ts";

const LINE = 38;
const MARKS: Readonly<Record<ReadingState, MarkKind>> = { toDecide: "due", decided: "done", agree: "none" };

/** Rows that two people read; those that await a decision stand first. */
export function ReadingList({
  readings,
  chosen,
}: {
  readonly readings: readonly Reading[];
  readonly chosen: string | undefined;
}) {
  const says = useWords(READING_WORDS);
  const box = useRef<HTMLDivElement>(null);
  const sight = useVirtualizer({
    count: readings.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 10,
  });
  return (
    <div className="line-box" ref={box}>
      <ul style={{ height: sight.getTotalSize() }}>
        {sight.getVirtualItems().map(({ index, start }) => {
          const reading = readings[index];
          if (reading === undefined) return null;
          const state = stateOf(reading);
          const differing = differencesOf(reading).length;
          return (
            <li key={reading.rowKey} style={{ transform: `translateY(${start}px)`, height: LINE }}>
              <Link
                to="."
                search={withSearch({ row: reading.rowKey })}
                resetScroll={false}
                activeOptions={{ exact: true }}
                aria-current={reading.rowKey === chosen ? "true" : undefined}
              >
                <Mark kind={MARKS[state]} says={says[state]} />
                <span className="mono">{reading.patient}</span>
                <span className="mono quiet-text">{reading.rowKey}</span>
                <span className={state === "toDecide" ? "chip accent" : "chip"}>
                  {state === "agree" ? says.agree : `${says[state]} · ${differing}`}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
