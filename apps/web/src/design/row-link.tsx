import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Parts {
  readonly centre: string;
  readonly patient: string;
  readonly table: string;
  /** `new` where the row is yet to be entered. */
  readonly row: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A way to a row of a chart. */
export function RowLink({ centre, patient, table, row, children, ...more }: Parts) {
  return (
    <Link to="/centres/$centre/patients/$patient/$table/$key" params={{ centre, patient, table, key: row }} {...more}>
      {children}
    </Link>
  );
}
