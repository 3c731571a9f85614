import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

interface Parts {
  readonly count: number;
  /** About as high is a line, in pixels; each is measured when it is drawn. */
  readonly height: number;
  /** Called when the last lines come into sight. */
  readonly onEnd?: () => void;
  /** A line's cells. */
  readonly line: (index: number) => ReactNode;
}

const NEAR = 20;

/** The body of a table of which only the lines in sight are drawn. */
export function LinesInSight({ count, height, onEnd, line }: Parts) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (body.current !== null) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const sight = useWindowVirtualizer({ count, estimateSize: () => height, overscan: 10, scrollMargin: top });
  const drawn = sight.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= count - NEAR) onEnd?.();
  }, [last, count, onEnd]);
  const above = (drawn[0]?.start ?? top) - top;
  const below = sight.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top);
  return (
    <tbody ref={body}>
      {above > 0 ? <tr style={{ height: above }} /> : null}
      {drawn.map(({ index }) => (
        <tr key={index} ref={sight.measureElement} data-index={index} aria-rowindex={index + 2}>
          {line(index)}
        </tr>
      ))}
      {below > 0 ? <tr style={{ height: below }} /> : null}
    </tbody>
  );
}
