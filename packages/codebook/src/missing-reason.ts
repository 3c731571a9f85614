/** Why a value is absent. A blank cell means one thing only: it has not been entered yet. */
export const MISSING_REASONS = [
  { code: "not-entered", token: "", says: "Not yet entered" },
  { code: "not-done", token: "not done", says: "Not done: the examination was not made" },
  { code: "unknown", token: "unknown", says: "Unknown: it was sought and could not be found out" },
  { code: "not-applicable", token: "not applicable", says: "Not applicable to this child" },
] as const;

export type MissingReason = (typeof MISSING_REASONS)[number]["code"];

/** The missing reason a cell states, or `undefined` where the cell holds a value. */
export function missingReasonOf(cell: string): MissingReason | undefined {
  return MISSING_REASONS.find((reason) => reason.token === cell)?.code;
}
