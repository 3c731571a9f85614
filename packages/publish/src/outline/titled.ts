import { textOf } from "./fill.ts";
import type { FigureSpec } from "./outline.ts";
import type { Reading } from "./read-results.ts";

/** What every drawing says of itself. */
export const titled = (reading: Reading, { id, title, description }: FigureSpec) => ({
  ...reading.said,
  language: reading.language,
  name: id,
  title,
  description: textOf(reading, description),
});
