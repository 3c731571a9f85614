import { API_PROBLEMS } from "@osteon/api";
import { CHOOSING_PROBLEMS } from "@osteon/choosing/problems";
import { CODEBOOK_PROBLEMS, type Problem, placed } from "@osteon/codebook";
import { INTEROP_PROBLEMS } from "@osteon/interop/problems";
import { PAPER_PROBLEMS } from "@osteon/paper/problems";
import {
  CannotUndo,
  FactorNeeded,
  IdentityKeyMissing,
  ImportOvertaken,
  NotSignedIn,
  REGISTRY_PROBLEMS,
  sqlState,
  TablesKept,
  TokenRefused,
} from "@osteon/registry";
import { type Fault, faultsOf } from "@osteon/words";

/** The one shape of every answer that is not the wanted one. */
export interface ProblemReply {
  readonly status: number;
  readonly body: { readonly problems: readonly Problem[] };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes the fault of any code that the server tells of a request. */
export const { refused, queried } = faultsOf({
  ...CODEBOOK_PROBLEMS,
  ...INTEROP_PROBLEMS,
  ...REGISTRY_PROBLEMS,
  ...CHOOSING_PROBLEMS,
  ...PAPER_PROBLEMS,
  ...API_PROBLEMS,
});

/** An answer with one problem, thrown by a route. */
export class Refused extends Error {
  readonly reply: ProblemReply;
  constructor(
    status: number,
    fault: Fault,
    where: Problem["where"] = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(fault.code);
    this.reply = { ...problemReply(status, fault, where), headers };
  }
}

export const problemReply = (status: number, fault: Fault, where: Problem["where"] = {}): ProblemReply => ({
  status,
  body: { problems: [placed(fault, where)] },
});

type Said = readonly [status: number, fault: Fault];

/** A lock that was waited for too long, or work that others overtook each time it was tried. */
const BUSY: Said = [503, refused("busy", { what: "writing" })];

/** What the database's refusals mean to the one who asked. Its own words may hold data of others, so they stay inside. */
const BY_STATE: Readonly<Record<string, Said>> = {
  OS001: [401, refused("not-signed-in")],
  OS004: [409, refused("row-moved")],
  OS005: [422, refused("reason-needed", { what: "any" })],
  OS006: [423, refused("locked", { scope: "any", inImport: "no" })],
  OS007: [404, refused("not-found", { what: "any" })],
  OS008: [409, refused("still-a-draft")],
  OS009: [409, refused("already-so", { what: "query" })],
  OS010: [409, refused("conflict", { what: "any" })],
  OS011: [422, refused("key-shape")],
  OS012: [409, refused("twin-key")],
  OS013: [422, refused("own-field-value")],
  OS014: [422, refused("own-field-kept")],
  OS402: [409, refused("no-longer-blind")],
  OS380: [403, refused("kept-from-role")],
  OS381: [422, refused("kept-hanging")],
  OS340: [409, refused("list-shipped")],
  OS341: [409, refused("list-unit-used")],
  OS161: [409, refused("account-disabled")],
  OS162: [409, refused("last-administrator")],
  OS390: [409, refused("too-many-tokens")],
  OS391: [422, refused("token-ends")],
  "25006": [403, refused("token-reads-only")],
  "42501": [403, refused("not-allowed", { what: "by-role" })],
  "23503": [422, refused("no-such-row", { what: "refers" })],
  "23505": [409, refused("taken", { what: "any" })],
  "23514": [422, refused("rule-broken")],
  "40001": BUSY,
  "40P01": BUSY,
  "55P03": BUSY,
  "53100": [507, refused("disk-full")],
};

const AWAY: Said = [503, refused("database-away", { what: "registry" })];
const UNREADABLE: Said = [422, refused("unreadable-value")];

const FACTOR: Readonly<Record<FactorNeeded["needs"], Said>> = {
  "second-factor": [403, refused("factor-needed")],
  "second-factor-set-up": [403, refused("factor-set-up-needed")],
};

/** Which of them it is, is told to nobody who only has the token. */
const TOKEN_REFUSED: ProblemReply = {
  ...problemReply(401, refused("token-refused")),
  headers: { "www-authenticate": 'Bearer realm="osteon", error="invalid_token"' },
};

/** What an error means to the one who asked; nothing where it is a bug of ours. */
export function replyFor(error: unknown): ProblemReply | undefined {
  if (error instanceof Refused) return error.reply;
  if (error instanceof IdentityKeyMissing) return problemReply(503, refused("identity-key-missing"));
  if (error instanceof NotSignedIn) return problemReply(...(BY_STATE.OS001 as Said));
  if (error instanceof TokenRefused) return TOKEN_REFUSED;
  if (error instanceof FactorNeeded) return problemReply(...FACTOR[error.needs]);
  if (error instanceof TablesKept) return { status: 403, body: { problems: error.problems } };
  if (error instanceof CannotUndo) return { status: 409, body: { problems: error.problems } };
  if (error instanceof ImportOvertaken) return problemReply(409, refused("import-overtaken", { table: error.table }));
  const state = sqlState(error) ?? "";
  if (state === "23503" && /^(update or delete|delete|update) on /.test(String((error as Error).message)))
    return problemReply(409, refused("still-referred-to"));
  const said = BY_STATE[state] ?? (state.startsWith("22") ? UNREADABLE : isAway(error, state) ? AWAY : undefined);
  return said && problemReply(...said);
}

/** How drivers say that the connection is gone or the database is being closed, where no state says it. */
const GONE =
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOENT.*\.s\.PGSQL|Connection terminated|terminating connection|connection error and is not queryable|pool after calling end|timeout exceeded when trying to connect|driver has already been destroyed|PGlite is clos/i;

const isAway = (error: unknown, state: string): boolean =>
  /^(08|57P|53300)/.test(state) || GONE.test(String((error as Error)?.message ?? ""));
