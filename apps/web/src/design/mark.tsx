/** How far something is: told by shape as well as by colour. */
export type MarkKind = "done" | "part" | "due" | "late" | "missed" | "none";

/** The shapes, in a box of 16 by 16, for marks inside a drawing. */
export const MARK_SHAPES: Readonly<Record<MarkKind, { readonly colour: string; readonly shape: React.ReactNode }>> = {
  done: { colour: "var(--good)", shape: <circle cx="8" cy="8" r="6" fill="currentColor" /> },
  part: {
    colour: "var(--warn)",
    shape: (
      <>
        <circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M8 2.6a5.4 5.4 0 0 1 0 10.8z" fill="currentColor" />
      </>
    ),
  },
  due: {
    colour: "var(--accent)",
    shape: <circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" strokeWidth="2" />,
  },
  late: { colour: "var(--bad)", shape: <path d="M8 1.8 14.8 14H1.2z" fill="currentColor" /> },
  missed: {
    colour: "var(--quiet)",
    shape: <path d="m3.5 3.5 9 9m0-9-9 9" fill="none" stroke="currentColor" strokeWidth="2" />,
  },
  none: { colour: "var(--quiet)", shape: <path d="M4 8h8" fill="none" stroke="currentColor" strokeWidth="1.6" /> },
};

/** A mark with its word for screen readers, or beside it where `shown`. */
export function Mark({
  kind,
  says,
  shown,
}: {
  readonly kind: MarkKind;
  readonly says: string;
  readonly shown?: boolean;
}) {
  const { colour, shape } = MARK_SHAPES[kind];
  return (
    <span className="mark" style={{ color: colour }}>
      <svg viewBox="0 0 16 16" width="0.9em" height="0.9em" aria-hidden="true">
        {shape}
      </svg>
      {shown === true ? ` ${says}` : <span className="unseen">{says}</span>}
    </span>
  );
}
