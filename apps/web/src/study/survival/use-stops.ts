import { type KeyboardEvent, type RefObject, useState } from "react";

/** Something in a drawing that opens a result. */
export interface Stop {
  readonly result: string;
  /** Where it stands along its row, for going from row to row. */
  readonly month: number;
}

/**
 * The keyboard in a drawing: it is one stop of the Tab key; arrows to left and right go along a row, up and down to the
 * nearest of the next row, Home and End to its ends; Enter and Space open.
 */
export function useStops(
  drawing: RefObject<SVGSVGElement | null>,
  rows: readonly (readonly Stop[])[],
  open: (result: string) => void,
) {
  const [chosen, setChosen] = useState("");
  const filled = rows.filter((row) => row.length > 0);
  const all = filled.flat();
  const current = all.some(({ result }) => result === chosen) ? chosen : all[0]?.result;

  function press(event: KeyboardEvent, result: string): void {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(result);
      return;
    }
    const next = neighbour(filled, result, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next.result);
    drawing.current?.querySelector<SVGElement>(`[data-result="${CSS.escape(next.result)}"]`)?.focus();
  }

  return (result: string) => ({
    role: "button",
    tabIndex: result === current ? 0 : -1,
    "data-result": result,
    onClick: () => open(result),
    onFocus: () => setChosen(result),
    onKeyDown: (event: KeyboardEvent) => press(event, result),
  });
}

function neighbour(rows: readonly (readonly Stop[])[], result: string, key: string): Stop | undefined {
  const at = rows.findIndex((row) => row.some((stop) => stop.result === result));
  const row = rows[at] ?? [];
  const place = row.findIndex((stop) => stop.result === result);
  switch (key) {
    case "ArrowRight":
      return row[place + 1];
    case "ArrowLeft":
      return row[place - 1];
    case "Home":
      return row[0];
    case "End":
      return row.at(-1);
    case "ArrowDown":
      return nearest(rows[at + 1], row[place]);
    case "ArrowUp":
      return nearest(rows[at - 1], row[place]);
    default:
      return undefined;
  }
}

function nearest(row: readonly Stop[] | undefined, from: Stop | undefined): Stop | undefined {
  if (row === undefined || from === undefined) return undefined;
  const distance = ({ month }: Stop): number => Math.abs(month - from.month);
  return row.toSorted((a, b) => distance(a) - distance(b))[0];
}
