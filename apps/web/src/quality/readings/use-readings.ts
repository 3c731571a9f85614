import { type Agreement, type Reading, work } from "@osteon/api";
import { useGet } from "../../api/use-get.ts";

export type ReadField = Reading["fields"][number];

/** Kappa as a number; nothing where there is none to estimate. */
export const kappaOf = ({ kappa }: Agreement): number | undefined => (kappa?.estimable ? kappa.value : undefined);

export type ReadingState = "toDecide" | "decided" | "agree";

export const differencesOf = ({ fields }: Reading): readonly ReadField[] => fields.filter(({ agree }) => !agree);

export function stateOf(reading: Reading): ReadingState {
  if (reading.decided !== undefined) return "decided";
  return differencesOf(reading).length > 0 ? "toDecide" : "agree";
}

const ORDER: readonly ReadingState[] = ["toDecide", "decided", "agree"];

/** The rows of a table that were read twice: those that await a decision first. */
export function useReadings(table: string | undefined) {
  const read = useGet(work.listReadings, table === undefined ? undefined : { params: { table } });
  const readings = [...(read.data?.readings ?? [])].sort(
    (a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)),
  );
  return { ...read, readings, agreement: read.data?.agreement ?? [] };
}

/** Tables of which rows were read twice, and the rows that this person alone has read. */
export const useReadTables = () => useGet(work.listReadTables, {});
