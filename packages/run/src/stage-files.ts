import type { Tally } from "@osteon/engine";
import type { Inputs, Results } from "@osteon/estimate";

/** What the tally stage hands on. */
export interface TallyFile {
  readonly inputs: Inputs;
  readonly tallies: readonly Tally[];
}

/** One tally a line: small, and a difference between two runs shows where it is. */
export function talliesText({ inputs, tallies }: TallyFile): string {
  return listText({ inputs }, "tallies", tallies);
}

/** One result a line; equal results give equal bytes. */
export function resultsText({ inputs, results }: Results): string {
  return listText({ inputs }, "results", results);
}

function listText(head: { readonly inputs: Inputs }, name: string, rows: readonly unknown[]): string {
  const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
  return `{"inputs":${JSON.stringify(head.inputs)},\n"${name}":[\n${lines}\n]}\n`;
}
