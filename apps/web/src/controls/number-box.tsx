import { comparatorOf } from "@osteon/codebook";
import type { KeyboardEvent } from "react";
import { AnswerBox } from "./answer-box.tsx";
import type { ControlParts } from "./control-parts.ts";

/**
 * A number as it is typed, with either decimal sign, every digit kept; `<0.5` where the codebook allows a limit. In the
 * empty box `n` says at once that it was not done.
 */
export function NumberBox(parts: ControlParts & { readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void }) {
  // The keys of a telephone for decimals lack the signs of a limit.
  const hasLimits = comparatorOf(parts.field) !== undefined;
  return <AnswerBox {...parts} byLetter inputMode={hasLimits ? undefined : "decimal"} />;
}
