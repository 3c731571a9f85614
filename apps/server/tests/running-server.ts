import { createHash } from "node:crypto";
import { appoint, type Database, readIdentityKeys } from "@osteon/registry";
import type { StudyLock, StudyShelf } from "@osteon/run";
import {
  type AppParts,
  createApp,
  type Door,
  type OidcProvider,
  openDoor,
  type PasswordKeeping,
  type StudyRunner,
} from "@osteon/server";
import { type Engine, type Opened, openRegistry } from "../../../packages/registry/tests/both-engines.ts";
import type { Like } from "../../../tests/postgres/postgres-server.ts";

export const PASSWORD = "correct horse battery staple";

/** A server on a free port of this machine, with a registry of its own. */
export interface RunningServer extends Opened {
  readonly address: string;
  readonly door: Door;
  /** What the server logged, a line each. */
  readonly log: readonly string[];
  /** Invites a person, sets a password, gives a role, signs in. */
  person(name: string, role: string, centre: string | null): Promise<Client>;
}

/** A person at a browser: sends the session's cookie with every request. */
export interface Client {
  readonly account: string;
  readonly email: string;
  readonly cookie: string;
  (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

const digest = (password: string): string => createHash("sha256").update(password).digest("hex");
/** Where the people of a test sign in, nobody guesses: a hash that costs nothing. Of the real one, `sign-in.test.ts` keeps watch. */
const CHEAP: PasswordKeeping = {
  hash: async (password) => digest(password),
  verify: async ({ hash, password }) => hash === digest(password),
};

const NO_RUNNER: StudyRunner = async () => ({ ok: false, problems: [] });

/** A shelf of studies that count nobody and show nothing, by their ids. */
export function shelfWith(...ids: readonly string[]): StudyShelf {
  const about = { title: "A study", version: "1", source: "nobody" };
  const studies = ids.map((id) => {
    const protocol = { id, ...about, cohorts: {}, timePoints: {}, groups: {}, rules: {}, tables: {}, analyses: {} };
    return { id, lock: { protocol, models: [], published: [], cited: [] } as unknown as StudyLock };
  });
  return { list: () => studies };
}

type ServerParts = Partial<
  Pick<
    AppParts,
    "runner" | "shelf" | "openReport" | "web" | "courseOf" | "toldBackOf" | "studies" | "requestsAMinute" | "slowest"
  >
> & {
  readonly oidc?: readonly OidcProvider[];
  /** `as ever` keeps them as the product does. */
  readonly passwords?: PasswordKeeping | "as ever";
};

export async function runningServer(engine: Engine, parts: ServerParts = {}, like?: Like): Promise<RunningServer> {
  const opened = await openRegistry(engine, "server", like);
  const { stop, ...served } = await serving(opened.database, parts);
  return {
    ...opened,
    ...served,
    end: async () => {
      await stop();
      await opened.end();
    },
  };
}

/** Serves a registry that is open already, until it is stopped; the registry stays open. */
export async function serving(
  database: Database,
  { oidc = [], passwords = CHEAP, ...more }: ServerParts = {},
): Promise<Pick<RunningServer, "address" | "door" | "log" | "person"> & { readonly stop: () => Promise<void> }> {
  const log: string[] = [];
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const door = await openDoor(database, {
    ...{ secret: "a secret of the tests, long enough", address, oidc },
    ...(passwords === "as ever" ? {} : { passwords }),
  });
  const identityKeys = readIdentityKeys(`test ${"5a".repeat(32)}`);
  const app = await createApp({
    database,
    door,
    identityKeys,
    address,
    runner: NO_RUNNER,
    answers: "strict",
    shelf: shelfWith("a-study"),
    log: (line) => log.push(line),
    ...more,
  });
  await app.listen({ port, host: "127.0.0.1" });
  return {
    address,
    door,
    log,
    person: async (name, role, centre) => {
      const email = `${name}@example.org`;
      const { account, path } = await door.invite(email, name);
      await appoint(database, account, role, centre);
      const client = clientOf(address, account, email);
      await client("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token: path.split("#")[1] });
      return await signIn(address, account, email);
    },
    stop: async () => {
      await app.close();
    },
  };
}

/** Signs in with the password of the tests. */
export async function signIn(address: string, account: string, email: string): Promise<Client> {
  const answer = await clientOf(address, account, email)("POST", "/api/auth/sign-in/email", {
    email,
    password: PASSWORD,
  });
  if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${answer.status} ${answer.text}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return clientOf(address, account, email, cookie);
}

export function clientOf(address: string, account: string, email: string, cookie = ""): Client {
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const raw = body instanceof Uint8Array || typeof body === "string";
    const answer = await fetch(new URL(path, address), {
      method,
      headers: {
        ...(cookie === "" ? {} : { cookie }),
        origin: address,
        ...(body === undefined || raw ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
      redirect: "manual",
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: parsed(text) as Answer["json"] };
  };
  return Object.assign(send, { account, email, cookie });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
