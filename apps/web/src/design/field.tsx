import { cloneElement, type ReactElement, type ReactNode, useId } from "react";

interface Control {
  readonly id?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: boolean;
}

interface FieldParts {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is refused. */
  readonly wrong?: ReactNode;
  /** What is asked about, though it may stay. */
  readonly asks?: ReactNode;
  /** One input, select or textarea. */
  readonly children: ReactElement<Control>;
}

/** A control with its label, hint and problems, bound together for screen readers. */
export function Field({ label, hint, wrong, asks, children }: FieldParts) {
  const id = useId();
  const told = [hint && `${id}-hint`, wrong && `${id}-wrong`, asks && `${id}-asks`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        ...(told === "" ? {} : { "aria-describedby": told }),
        ...(wrong ? { "aria-invalid": true } : {}),
      })}
      {wrong ? (
        <div id={`${id}-wrong`} className="wrong">
          {wrong}
        </div>
      ) : null}
      {asks ? (
        <div id={`${id}-asks`} className="asks">
          {asks}
        </div>
      ) : null}
      {hint ? (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      ) : null}
    </div>
  );
}
