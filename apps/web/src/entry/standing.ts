import type { Chart, Lock, Row, Signature } from "@osteon/api";

/** What stands against a change of a row: a lock nobody may write past, a signature that a change voids. */
export interface Standing {
  readonly lock: Lock | undefined;
  readonly signature: Signature | undefined;
}

/** The lock and the signature that cover a row: its own visit's, also where it was read at that visit; its chart's; its centre's. */
export function standingOf(chart: Chart | undefined, table: string, row: Row | undefined): Standing {
  const visit = table === "visit" ? row?.key : row?.cells.visit;
  const ofVisit = (one: { readonly visit: string | null }) =>
    visit !== undefined && visit !== "" && one.visit === visit;
  return {
    lock: chart?.locks.find((one) => one.scope !== "visit" || ofVisit(one)),
    signature: chart?.signatures.findLast((one) => one.voidedAt === null && ofVisit(one)),
  };
}
