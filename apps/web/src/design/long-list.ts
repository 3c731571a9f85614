import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { usePrinting } from "./use-printing.ts";

/** So many lines before the end the next page is read. */
const AHEAD = 60;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** How a list is read on. */
interface Reading {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

/**
 * A long table of which only the lines in sight are drawn, each `height` pixels high; more are read before the end is
 * reached. On paper every line that was read is drawn. Lines carry `data-line`; the keys go from the link of one to that of another.
 */
export function useLongList(
  count: number,
  height: number,
  { hasNextPage, isFetchingNextPage, fetchNextPage }: Reading,
) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const there = count > 0;
  useLayoutEffect(() => {
    if (there && body.current !== null) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, [there]);
  const sight = useWindowVirtualizer({ count, estimateSize: () => height, overscan: 12, scrollMargin: top });
  const drawn = sight.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > count - AHEAD) void fetchNextPage();
  }, [last, count, hasNextPage, isFetchingNextPage, fetchNextPage]);

  // A line far away is drawn only after the page has scrolled to it: the focus waits for it.
  const wanted = useRef<number>(undefined);
  const focusWanted = () => {
    const link = body.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"] a`);
    if (link === null || link === undefined) return;
    wanted.current = undefined;
    link.focus();
  };
  useEffect(focusWanted);

  const printing = usePrinting();
  if (printing) {
    return { body, drawn: Array.from({ length: count }, (_, index) => index), above: 0, below: 0, press: () => {} };
  }
  return {
    /** Of the table's body. */
    body,
    /** Places of the lines that are drawn. */
    drawn: drawn.map(({ index }) => index),
    /** Pixels of the lines that are not, above and below. */
    above: (drawn[0]?.start ?? top) - top,
    below: sight.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top),
    press: (event: KeyboardEvent, index: number): void => {
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      wanted.current = Math.max(0, Math.min(count - 1, index + step));
      sight.scrollToIndex(wanted.current, { align: "auto" });
      focusWanted();
    },
  };
}
