import type { Field } from "@osteon/codebook";
import type { FocusEvent } from "react";

/** What every control of a field takes: what was typed goes in and comes out letter by letter, cells are made of it elsewhere. */
export interface ControlParts {
  readonly field: Field;
  /** What it is called for those who do not see it; beside it stands a name of its own. */
  readonly label: string;
  /** As typed, or the token of the reason why there is none. */
  readonly typed: string;
  readonly onType: (words: string) => void;
  readonly invalid?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly onFocus?: ((event: FocusEvent<HTMLElement>) => void) | undefined;
  readonly onBlur?: ((event: FocusEvent<HTMLElement>) => void) | undefined;
}

/** How a control is told to those who do not see it. */
export const toldBy = (
  { label, invalid, describedBy }: Pick<ControlParts, "label" | "invalid" | "describedBy">,
  ...also: readonly (string | undefined)[]
) => {
  const by = [describedBy, ...also].filter((id) => id !== undefined).join(" ");
  return {
    "aria-label": label,
    ...(invalid === true ? { "aria-invalid": true } : {}),
    ...(by === "" ? {} : { "aria-describedby": by }),
  };
};
