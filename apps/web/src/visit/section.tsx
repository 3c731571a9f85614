import { type ReactNode, useId, useState } from "react";
import { store, stored } from "../frame/device-store.ts";

interface Parts {
  /** Under which it is remembered on the device whether it is folded. */
  readonly name: string;
  readonly title: string;
  /** What it says while it is folded, and beside its title. */
  readonly told?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const nameOf = (section: string): string => `osteon.folded.visit.${section}`;

/** A part of the visit that folds; what it holds stays what it is. */
export function Section({ name, title, told, actions, children }: Parts) {
  const heading = useId();
  const [folded, setFolded] = useState(() => stored(nameOf(name)) === "yes");
  const fold = (next: boolean) => {
    setFolded(next);
    store(nameOf(name), next ? "yes" : "no");
  };
  return (
    <section className="panel visit-section" data-section={name} aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>
          <button type="button" className="fold" aria-expanded={!folded} onClick={() => fold(!folded)}>
            {title}
          </button>
        </h2>
        {told === undefined ? null : <span className="quiet-text small section-told">{told}</span>}
        {actions === undefined || folded ? null : <div className="row">{actions}</div>}
      </div>
      <div className="panel-body" hidden={folded}>
        {children}
      </div>
    </section>
  );
}
