import { AnswerBox } from "./answer-box.tsx";
import type { ControlParts } from "./control-parts.ts";

/** Words of a person's own; a pseudonym among them, for which no reason stands. */
export function TextBox(parts: ControlParts) {
  return <AnswerBox {...parts} answered={parts.field.required || parts.field.type.kind === "key"} takesAnySign />;
}
