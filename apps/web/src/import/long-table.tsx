import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

export interface LongColumn<Row> {
  readonly title: string;
  readonly number?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface Parts<Row> {
  readonly caption: string;
  readonly columns: readonly LongColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A guess at a line's height, in pixels, until it is measured. */
const LINE = 44;

/** A table of any length; only the lines in sight are drawn, the page itself scrolls. */
export function LongTable<Row>({ caption, columns, rows }: Parts<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  // After every drawing, since what stands above may have grown.
  useLayoutEffect(() => {
    if (body.current !== null) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
  });
  const sight = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => LINE,
    overscan: 10,
    scrollMargin: top,
  });
  const drawn = sight.getVirtualItems();
  const above = (drawn[0]?.start ?? top) - top;
  const below = sight.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top);
  return (
    <table className="table long-table" aria-rowcount={rows.length + 1}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, number }) => (
            <th scope="col" key={title} className={number ? "number" : ""}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {above > 0 ? <tr style={{ height: above }} /> : null}
        {drawn.map(({ index }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <tr key={index} ref={sight.measureElement} data-index={index} aria-rowindex={index + 2}>
              {columns.map(({ title, number, cell }) => (
                <td key={title} data-title={title} className={number ? "number" : ""}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
        {below > 0 ? <tr style={{ height: below }} /> : null}
      </tbody>
    </table>
  );
}
