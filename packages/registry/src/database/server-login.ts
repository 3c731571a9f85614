import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { openServer } from "./open-server.ts";
import { sqlState } from "./session.ts";

/** The login cannot be made here; the message holds the statements that somebody else may run. */
export class NoServerLogin extends Error {}

/**
 * The login of a server's own connections: a member of `osteon_server` that owns nothing. It is made with the owner's rights
 * where it is not there; its password follows from the owner's, so that nobody has to keep it.
 */
export async function openAsServer(owner: Database, ownerUrl: string): Promise<Database> {
  const { rows } = await sql<{ base: string }>`select current_database() as base`.execute(owner.kysely);
  const login = loginOf(rows[0]?.base ?? "");
  const password = passwordOf(ownerUrl, login);
  const url = urlOf(ownerUrl, login, password);
  const there = await openServer(url).catch((error) => (isRefused(error) ? undefined : Promise.reject(error)));
  if (there !== undefined) return there;
  try {
    await makeLogin(owner, login, password);
    return await openServer(url);
  } catch (error) {
    throw new NoServerLogin(
      `The server's own login ${login} cannot be made or used (${(error as Error).message}). As a database administrator run: ` +
        `create role ${login} login password '…'; grant osteon_server to ${login}; — then name it in DATABASE_URL, and the owner in DATABASE_OWNER_URL.`,
    );
  }
}

/** Why a login may not serve: what it owns, what it may become. Nothing where all is well. */
export async function tooMuch({ kysely }: Database): Promise<string | undefined> {
  const { rows } = await sql<{ login: string; special: boolean; owns: boolean; becomes: string | null }>`
    select session_user as login, r.rolsuper or r.rolbypassrls or r.rolcreaterole as special,
      exists (select from pg_class c where c.relowner = r.oid) or exists (select from pg_proc p where p.proowner = r.oid)
        or exists (select from pg_namespace n where n.nspowner = r.oid) as owns,
      (select string_agg(o.rolname, ', ') from pg_roles o where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member')
        and (o.rolsuper or o.rolbypassrls or o.rolname = 'osteon_system' or exists (select from pg_class c where c.relowner = o.oid))) as becomes
    from pg_roles r where r.rolname = session_user`.execute(kysely);
  const [found] = rows;
  if (found === undefined || !(found.special || found.owns || found.becomes !== null)) return undefined;
  return `The login ${found.login} of DATABASE_URL ${found.becomes !== null ? `may become ${found.becomes}` : "owns the registry or may bypass its row security"}: name one that is a member of osteon_server alone.`;
}

/** Roles belong to the whole cluster, so the name says of which database. */
const loginOf = (base: string): string => {
  const plain = `osteon_server_${base.replace(/[^a-z0-9_]/g, "_")}`;
  return plain.length <= 50 && plain === `osteon_server_${base}`
    ? plain
    : `${plain.slice(0, 40)}_${createHash("sha256").update(base).digest("hex").slice(0, 12)}`;
};

/** None where the owner needs none: the server trusts this machine, or asks the operating system. */
function passwordOf(ownerUrl: string, login: string): string | undefined {
  const { password } = new URL(ownerUrl);
  const own = password === "" ? process.env.PGPASSWORD : decodeURIComponent(password);
  return own === undefined || own === "" ? undefined : createHmac("sha256", own).update(login).digest("base64url");
}

function urlOf(ownerUrl: string, login: string, password: string | undefined): string {
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = password ?? "";
  url.searchParams.delete("user");
  url.searchParams.delete("password");
  return url.href;
}

const isRefused = (error: unknown): boolean => /^28/.test(sqlState(error) ?? "");

/** Servers of one database take turns, so that two that start at once make one login. */
const TURN = 4_735_119;

async function makeLogin(owner: Database, login: string, password: string | undefined): Promise<void> {
  const secret = password === undefined ? "" : `alter role "${login}" password '${scramOf(password)}';`;
  await owner
    .script(`begin; select pg_advisory_xact_lock(${TURN});
    do $$ begin
      if not exists (select from pg_roles where rolname = '${login}') then create role "${login}" login; end if;
      if not pg_has_role('${login}', 'osteon_server', 'member') then grant osteon_server to "${login}"; end if;
    end $$;
    ${secret} commit;`)
    .catch(async (error) => {
      await owner.script("rollback").catch(() => {});
      throw error;
    });
}

/** What PostgreSQL keeps of a password (RFC 5803), so that the password itself stands in no log of statements. */
function scramOf(password: string): string {
  const [salt, rounds] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const mac = (text: string) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(mac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${stored}:${mac("Server Key").toString("base64")}`;
}
