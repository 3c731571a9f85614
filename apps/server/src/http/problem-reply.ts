import type { Problem } from "@osteon/codebook";
import {
  CannotUndo,
  FactorNeeded,
  IdentityKeyMissing,
  ImportOvertaken,
  NotSignedIn,
  sqlState,
  TablesKept,
  TokenRefused,
} from "@osteon/registry";

/** The one shape of every answer that is not the wanted one. */
export interface ProblemReply {
  readonly status: number;
  readonly body: { readonly problems: readonly Problem[] };
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer with one problem, thrown by a route. */
export class Refused extends Error {
  readonly reply: ProblemReply;
  constructor(
    status: number,
    code: string,
    says: string,
    fix: string,
    where: Problem["where"] = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.reply = { ...problemReply(status, code, says, fix, where), headers };
  }
}

export function problemReply(
  status: number,
  code: string,
  says: string,
  fix: string,
  where: Problem["where"] = {},
): ProblemReply {
  return { status, body: { problems: [{ code, severity: "refused", where, says, fix }] } };
}

type Said = readonly [status: number, code: string, says: string, fix: string];

/** A lock that was waited for too long, or work that others overtook each time it was tried. */
const BUSY: Said = [
  503,
  "busy",
  "Someone else is writing here, as an import does, and it takes long. Nothing was written.",
  "Try again in a moment.",
];

/** What the database's refusals mean to the one who asked. Its own words may hold data of others, so they stay inside. */
const BY_STATE: Readonly<Record<string, Said>> = {
  OS001: [401, "not-signed-in", "Nobody is signed in.", "Sign in and try again."],
  OS004: [
    409,
    "row-moved",
    "A row keeps its number, its child and its centre.",
    "Delete the row and enter it where it belongs.",
  ],
  OS005: [
    422,
    "reason-needed",
    "This is changed or taken away only with a reason.",
    "Send the reason with the request.",
  ],
  OS006: [423, "locked", "This chart, visit or study is locked.", "Ask the data manager to lift the lock."],
  OS007: [
    404,
    "not-found",
    "There is no such thing that you may do this to.",
    "Check the number, and whether your role allows it.",
  ],
  OS008: [409, "still-a-draft", "A draft cannot be signed.", "Complete the visit first."],
  OS009: [409, "already-so", "The query is in this state already.", "Read the query again."],
  OS010: [409, "conflict", "Someone else saved it since you read it.", "Read it again and repeat your change."],
  OS011: [
    422,
    "key-shape",
    "This key or name cannot be read everywhere.",
    "Write 1 to 64 letters, digits and plain signs that can be seen; no / or \\, and no word such as NA or null.",
  ],
  OS012: [
    409,
    "twin-key",
    "There is one whose name looks the same.",
    "Take that one, or choose a name that cannot be confused with it.",
  ],
  OS013: [
    422,
    "own-field-value",
    "A field that the registry added does not take this value.",
    "Read the row again: the field was changed or retired, or must be answered.",
  ],
  OS014: [
    422,
    "own-field-kept",
    "A field keeps its table, its kind, its decimals and its unit.",
    "Retire the field, and add another.",
  ],
  OS402: [
    409,
    "no-longer-blind",
    "Readings of others could be seen before yours was withdrawn: a new one would not be blind.",
    "Ask somebody else to read the examination.",
  ],
  OS380: [
    403,
    "kept-from-role",
    "This is about a table that is kept from your role.",
    "An administrator says which roles see which tables (Administration, Kept tables).",
  ],
  OS381: [
    422,
    "kept-hanging",
    "Who is kept from a table is kept from those whose rows hang on its rows.",
    "Keep those tables from the same roles.",
  ],
  OS340: [
    409,
    "list-shipped",
    "This entry comes with Osteon and is the same everywhere.",
    "Add an entry of your own beside it, or retire it.",
  ],
  OS341: [
    409,
    "list-unit-used",
    "Results were entered in this unit: what they mean cannot be changed.",
    "Retire the analyte, and add another one beside it.",
  ],
  OS161: [
    409,
    "account-disabled",
    "This account is disabled.",
    "An administrator enables it again, in the list of people.",
  ],
  OS162: [
    409,
    "last-administrator",
    "This is the last administrator who can sign in.",
    "Appoint another, who signs in once, first.",
  ],
  OS390: [
    409,
    "too-many-tokens",
    "You have twenty personal tokens that are good.",
    "Withdraw one that no program needs any more.",
  ],
  OS391: [422, "token-ends", "A token ends today at the earliest, in a year at the latest.", "Choose another day."],
  "25006": [
    403,
    "token-reads-only",
    "By a personal token nothing is written.",
    "Sign in at the registry's pages to write.",
  ],
  "42501": [403, "not-allowed", "Your role does not allow this here.", "Ask an administrator if it should."],
  "23503": [
    422,
    "no-such-row",
    "The row refers to one that is not there, or is still referred to by others.",
    "Check the references of the row.",
  ],
  "23505": [409, "taken", "This is there already.", "Read it again before you write."],
  "23514": [422, "rule-broken", "The row breaks a rule of the codebook.", "Send it as a draft, or mend the values."],
  "40001": BUSY,
  "40P01": BUSY,
  "55P03": BUSY,
  "53100": [
    507,
    "disk-full",
    "There is no room left on the disk of the registry. Nothing was written.",
    "Ask the administrator to make room, then try again.",
  ],
};

const AWAY: Said = [
  503,
  "database-away",
  "The registry cannot reach its database.",
  "Try again in a moment; what was confirmed is safe.",
];
const UNREADABLE: Said = [
  422,
  "unreadable-value",
  "A value cannot be read by the database.",
  "Check for control characters and for numbers and dates out of range.",
];

const FACTOR: Readonly<Record<FactorNeeded["needs"], Said>> = {
  "second-factor": [403, "factor-needed", "The second factor is still to be proved.", "Type the code of your app."],
  "second-factor-set-up": [
    403,
    "factor-set-up-needed",
    "Your role needs a second factor.",
    "Set it up first; nothing else is possible before.",
  ],
};

/** Which of them it is, is told to nobody who only has the token. */
const TOKEN_REFUSED: ProblemReply = {
  ...problemReply(
    401,
    "token-refused",
    "This personal token is not good: it has ended or was withdrawn, its person may no longer read at its centre, or it is mistyped.",
    "See your tokens at the registry's pages, under your sign-in, and make another.",
  ),
  headers: { "www-authenticate": 'Bearer realm="osteon", error="invalid_token"' },
};

/** What an error means to the one who asked; nothing where it is a bug of ours. */
export function replyFor(error: unknown): ProblemReply | undefined {
  if (error instanceof Refused) return error.reply;
  if (error instanceof IdentityKeyMissing)
    return problemReply(
      503,
      "identity-key-missing",
      "The key that sealed this identity is not on the server.",
      "Ask the one who runs the registry to bring the keys folder back.",
    );
  if (error instanceof NotSignedIn) return problemReply(...(BY_STATE.OS001 as Said));
  if (error instanceof TokenRefused) return TOKEN_REFUSED;
  if (error instanceof FactorNeeded) return problemReply(...FACTOR[error.needs]);
  if (error instanceof TablesKept) return { status: 403, body: { problems: error.problems } };
  if (error instanceof CannotUndo) return { status: 409, body: { problems: error.problems } };
  if (error instanceof ImportOvertaken)
    return problemReply(409, "import-overtaken", error.message, "Make a dry run again.");
  const state = sqlState(error) ?? "";
  if (state === "23503" && /^(update or delete|delete|update) on /.test(String((error as Error).message)))
    return problemReply(
      409,
      "still-referred-to",
      "Other rows still refer to this one, or an identity, a standing lock or a reading does.",
      "Delete those first; an identity is erased, a lock lifted. Rows of tables that are kept from your role may be among them.",
    );
  const said = BY_STATE[state] ?? (state.startsWith("22") ? UNREADABLE : isAway(error, state) ? AWAY : undefined);
  return said && problemReply(...said);
}

/** How drivers say that the connection is gone or the database is being closed, where no state says it. */
const GONE =
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOENT.*\.s\.PGSQL|Connection terminated|terminating connection|connection error and is not queryable|pool after calling end|timeout exceeded when trying to connect|driver has already been destroyed|PGlite is clos/i;

const isAway = (error: unknown, state: string): boolean =>
  /^(08|57P|53300)/.test(state) || GONE.test(String((error as Error)?.message ?? ""));
