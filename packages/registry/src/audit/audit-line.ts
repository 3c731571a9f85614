/** The columns of the audit trail as an export names them, in the order of the hashed text. */
export const AUDIT_COLUMNS = [
  ...(["seq", "chain", "link", "previous", "at", "actor", "action", "entity", "row", "patient"] as const),
  ...(["before", "after", "reason", "batch"] as const),
] as const;

export type AuditColumn = (typeof AUDIT_COLUMNS)[number];

/** One entry with its columns as texts; what is null is empty. `before` and `after` are JSON as the database wrote it. */
export type AuditRow = Readonly<Record<AuditColumn | "hash", string>>;

/** Columns that stand in the line as they are, not as a JSON text. */
const BARE: ReadonlySet<AuditColumn> = new Set(["seq", "link", "before", "after"]);

/** The text that is hashed, rebuilt from the columns: the same as `audit.line` in the database. */
export function auditLine(row: AuditRow): string {
  const members = AUDIT_COLUMNS.map((name) => {
    const value = row[name];
    const json = value === "" ? "null" : BARE.has(name) ? value : JSON.stringify(value);
    return `"${name}" : ${json}`;
  });
  return `{${members.join(", ")}}`;
}

/** An entry of an NDJSON export: the hashed text with its hash as the last member. */
export const withHash = (line: string, hash: string): string => `${line.slice(0, -1)}, "hash" : "${hash}"}`;

const HASHED = /^(?<open>\{"seq" : .*), "hash" : "(?<hash>[0-9a-f]{64})"\}$/s;

/** The hashed text and the hash of an NDJSON entry; nothing where the line is none. */
export function splitHash(text: string): { readonly line: string; readonly hash: string } | undefined {
  const groups = HASHED.exec(text)?.groups;
  return groups?.open === undefined || groups.hash === undefined
    ? undefined
    : { line: `${groups.open}}`, hash: groups.hash };
}

/** Where a chain ended when it was exported; the last lines of an export are these. */
export interface AuditHead {
  readonly head: string;
  readonly link: number;
  readonly hash: string;
}
