import { sql } from "kysely";
import type { Database, Session } from "../database/database.ts";
import { asRole, type Claims } from "../database/session.ts";
import { AUDIT_COLUMNS, type AuditHead, type AuditRow, withHash } from "./audit-line.ts";

export type AuditFormat = "ndjson" | "csv";

interface ExportedEntry extends AuditRow {
  readonly line: string;
}

const PAGE = 2000;

/** The part of the trail that is meant: one chain, or what was written from one moment to before another. */
export interface AuditPart {
  readonly chain?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The audit trail that the claims may read, whole, in pieces of text: memory stays the same however long it is. Everything
 * that was committed when it began is in it; what is written meanwhile is not. The last lines say where each chain ended; a period
 * has none, since a chain can be verified only from its beginning.
 */
export async function* exportAudit(
  database: Database,
  claims: Claims,
  format: AuditFormat,
  part: AuditPart = {},
): AsyncGenerator<string> {
  const all = await asRole(database, claims, readHeads);
  const heads = all.filter(({ head }) => part.chain === undefined || head === part.chain);
  if (format === "csv") yield `${[...AUDIT_COLUMNS, "hash"].join(",")}\n`;
  for (let after = 0; ; ) {
    const page = await asRole(database, claims, (session) => readPage(session, heads, after, part));
    if (page.length > 0) yield page.map(format === "csv" ? csvLine : ndjsonLine).join("");
    if (page.length < PAGE) break;
    after = Number(page.at(-1)?.seq);
  }
  if (part.from !== undefined || part.to !== undefined) return;
  yield heads.map(format === "csv" ? csvHead : ndjsonHead).join("");
}

const ndjsonLine = ({ line, hash }: ExportedEntry): string => `${withHash(line, hash)}\n`;
const ndjsonHead = ({ head, link, hash }: AuditHead): string =>
  `{"head" : ${JSON.stringify(head)}, "link" : ${link}, "hash" : "${hash}"}\n`;

const csvLine = (row: AuditRow): string =>
  `${[...AUDIT_COLUMNS, "hash" as const].map((name) => csvCell(row[name])).join(",")}\n`;
const csvHead = ({ head, link, hash }: AuditHead): string =>
  csvLine({ ...EMPTY, chain: head, link: String(link), action: "head", hash });

const EMPTY = Object.fromEntries(AUDIT_COLUMNS.map((name) => [name, ""])) as unknown as AuditRow;

const csvCell = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function readHeads(session: Session): Promise<readonly AuditHead[]> {
  const { rows } =
    await sql<AuditHead>`select chain as head, link, encode(hash, 'hex') as hash from audit.head order by chain`.execute(
      session,
    );
  return rows;
}

async function readPage(
  session: Session,
  heads: readonly AuditHead[],
  after: number,
  { from, to }: AuditPart,
): Promise<readonly ExportedEntry[]> {
  const ends = JSON.stringify(Object.fromEntries(heads.map(({ head, link }) => [head, link])));
  const { rows } = await sql<ExportedEntry>`
    select audit.line(e) as line, e.seq::text, e.chain, e.link::text, encode(e.previous, 'hex') as previous,
      to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor, e.action, e.entity,
      coalesce(e.row_key, '') as row, coalesce(e.patient, '') as patient, coalesce(e.before::text, '') as before,
      coalesce(e.after::text, '') as after, coalesce(e.reason, '') as reason, coalesce(e.batch, '') as batch,
      encode(e.hash, 'hex') as hash
    from audit.entry e
    where e.seq > ${after} and e.link <= (${ends}::jsonb ->> e.chain)::bigint
      and e.at >= coalesce(${from ?? null}::timestamptz, e.at) and (${to ?? null}::timestamptz is null or e.at < ${to ?? null}::timestamptz)
    order by e.seq limit ${PAGE}`.execute(session);
  return rows;
}
