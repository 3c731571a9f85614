import type { ChartRow } from "@osteon/codebook";
import { useGet } from "../../api/use-get.ts";

export interface ReadField {
  readonly field: string;
  readonly first: string;
  readonly second: string;
  readonly agree: boolean;
}

/** A row that two people read, and what was decided. */
export interface Reading {
  readonly centre: string;
  readonly patient: string;
  readonly rowKey: string;
  readonly readers: readonly [string, string];
  readonly fields: readonly ReadField[];
  readonly decided?: ChartRow;
  readonly decidedBy?: string;
}

export interface Agreement {
  readonly field: string;
  readonly rows: number;
  readonly agreeing: number;
  /** None where every reader gave the same answer to every row. */
  readonly kappa: { readonly estimable: boolean; readonly value?: number } | null;
}

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
  const read = useGet<{ readings: readonly Reading[]; agreement: readonly Agreement[] }>(
    table === undefined ? undefined : `/api/readings/${table}`,
  );
  const readings = [...(read.data?.readings ?? [])].sort(
    (a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)),
  );
  return { ...read, readings, agreement: read.data?.agreement ?? [] };
}

/** Tables of which rows were read twice, and the rows that this person alone has read. */
export const useReadTables = () =>
  useGet<{
    tables: readonly { table: string; rows: number; undecided: number }[];
    alone: readonly { centre: string; table: string; patient: string; key: string }[];
  }>("/api/readings");
