import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Parts {
  readonly centre: string;
  readonly patient: string;
  /** `new` where it is yet to be entered. */
  readonly visit: string;
  readonly className?: string;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** A way to the page of a visit, with every row that is entered on it. */
export function VisitLink({ centre, patient, visit, children, ...more }: Parts) {
  return (
    <Link to="/centres/$centre/patients/$patient/encounter/$visit" params={{ centre, patient, visit }} {...more}>
      {children}
    </Link>
  );
}
