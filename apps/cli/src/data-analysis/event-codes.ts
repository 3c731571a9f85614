import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { columnNamed } from "./columns.ts";

export interface CodedEvents {
  readonly event: readonly (0 | 1 | null)[];
  /** What the column says once coded. */
  readonly name: string;
  readonly notes: readonly string[];
}

/** Codes that a column may have, and which of them is the event. */
const CODINGS: readonly { readonly none: string; readonly happened: string; readonly note?: string }[] = [
  { none: "0", happened: "1" },
  { none: "1", happened: "2", note: "coded 1 and 2: 2 is the event" },
  { none: "false", happened: "true" },
];

/**
 * Events of a column coded 0/1, false/true or 1/2 (then 2 is the event, which the notes say). A column of censoring flags, CNSR
 * of CDISC, is turned round. Any other set of codes is a problem at each row that has a stranger.
 */
export function eventsOf(data: DataFile, name: string, censoring: boolean, problems: Problem[]): CodedEvents {
  const column = columnNamed(data, name);
  const codes = column.values.map((value) => (value === null ? null : String(value).toLowerCase()));
  const present = [...new Set(codes.filter((code) => code !== null))];
  // A single 1 is the event, as it is in most files; 1 is "none" only beside 2.
  const coding = CODINGS.find(({ none, happened }) => present.every((code) => code === none || code === happened));
  if (coding === undefined) {
    strangers(data, column.name, codes, problems);
    return { event: codes.map(() => null), name: column.name, notes: [] };
  }
  const happened = censoring ? coding.none : coding.happened;
  const notes = [
    ...(censoring ? [`${column.name} is a censoring flag: the event is 1 - ${column.name}.`] : []),
    ...(coding.note === undefined ? [] : [`${column.name} is ${coding.note}.`]),
  ];
  return {
    event: codes.map((code) => (code === null ? null : code === happened ? 1 : 0)),
    name: censoring ? `1 - ${column.name}` : column.name,
    notes,
  };
}

/** Without a known coding every code but 0 and 1 is a stranger, each said once with its first row. */
function strangers(data: DataFile, column: string, codes: readonly (string | null)[], problems: Problem[]): void {
  const said = new Set<string>();
  for (const [row, code] of codes.entries()) {
    if (code === null || code === "0" || code === "1" || said.has(code)) continue;
    said.add(code);
    const rows = codes.filter((other) => other === code).length;
    problems.push({
      code: "unknown-event-code",
      severity: "refused",
      where: { file: data.file, row: data.rowNumbers[row] ?? row + 1, column, value: code },
      says: `An event has two codes: 0 and 1, false and true, or 1 and 2. This one stands in ${rows} row${rows === 1 ? "" : "s"}.`,
      fix: "Choose the rows with --where, or make a column that is 1 for the event of interest and 0 otherwise.",
    });
  }
}
