import { type ReactNode, useState } from "react";

interface Parts {
  readonly title: string;
  /** Something in it is said: it is open when the page is opened, and does not close by itself. */
  readonly isSaid: boolean;
  readonly children: ReactNode;
}

/** What is rarely needed, folded until it is asked for or says something. */
export function More({ title, isSaid, children }: Parts) {
  const [open, setOpen] = useState(isSaid);
  const [wasSaid, setWasSaid] = useState(isSaid);
  if (isSaid !== wasSaid) {
    setWasSaid(isSaid);
    if (isSaid) setOpen(true);
  }
  return (
    <details className="visit-more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
