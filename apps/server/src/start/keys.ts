import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, open, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { type Database, type IdentityKeys, newIdentityKey, readIdentityKeys, wrongKeys } from "@osteon/registry";
import { EXIT, Stop } from "@osteon/run";

/** Secrets of a server, kept beside the data and never in the database. */
export interface Keys {
  /** Signs cookies. */
  readonly secret: string;
  /** Seal who the children are. Without them the identities are lost: keep a copy elsewhere, and apart from the backups. */
  readonly identities: IdentityKeys;
}

const SECRET = "cookie-secret";
const IDENTITIES = "identity-keys";
/** A secret of its operator's own making has at least so many letters; one of hex digits was made here and has 64. */
const SHORTEST_SECRET = 32;

/**
 * Reads the keys of a folder, and makes what a new registry has not yet, readable by its own user alone. Of a registry that
 * holds identities no key is ever made: the one who named another folder, or lost the file, must see it.
 */
export async function readKeys(folder: string, database: Database): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const needed = await wrongKeys(database, new Map());
  if (needed.length > 0 && !existsSync(join(folder, IDENTITIES))) throw missing(folder, needed);
  const secret = wholeSecret(folder, await kept(folder, SECRET, () => `${randomBytes(32).toString("hex")}\n`));
  const text = await kept(folder, IDENTITIES, () => newIdentityKey(new Date().toISOString().slice(0, 10)));
  const identities = readable(join(folder, IDENTITIES), text);
  const wrong = await wrongKeys(database, identities);
  if (wrong.length > 0) throw missing(folder, wrong);
  return { secret, identities };
}

/** Throws where a file of the folder is empty or damaged: told before a registry is opened, or a new one made. */
export async function refuseDamagedKeys(folder: string): Promise<void> {
  const text = (name: string) => readFile(join(folder, name), "utf8").catch(() => undefined);
  const [secret, identities] = [await text(SECRET), await text(IDENTITIES)];
  if (secret !== undefined) wholeSecret(folder, secret);
  if (identities !== undefined) readable(join(folder, IDENTITIES), identities);
}

function wholeSecret(folder: string, text: string): string {
  const secret = text.trim();
  if (secret.length < SHORTEST_SECRET || (/^[0-9a-f]+$/i.test(secret) && secret.length < 64))
    throw new Stop(
      EXIT.failed,
      `${join(folder, SECRET)} is empty or cut short: bring it back from your copy, or delete it to sign everyone out.`,
    );
  return secret;
}

const missing = (folder: string, names: readonly string[]): Stop =>
  new Stop(
    EXIT.failed,
    `Identities of this registry were sealed with the key ${names.join(", ")}, which ${join(folder, IDENTITIES)} has not: name the right folder with --keys, or bring the file back from your copy.`,
  );

function readable(file: string, text: string): IdentityKeys {
  try {
    return readIdentityKeys(text);
  } catch (error) {
    throw new Stop(
      EXIT.failed,
      `${file} is empty or damaged (${(error as Error).message}): bring it back from your copy.`,
    );
  }
}

/** A file appears whole: written aside, forced to disk, and linked to its name, which fails where another was first. */
async function kept(folder: string, name: string, make: () => string): Promise<string> {
  const file = join(folder, name);
  if (!existsSync(file)) {
    const aside = join(folder, `.${name}-${randomBytes(6).toString("hex")}`);
    const written = await open(aside, "wx", 0o600);
    await written.writeFile(make());
    await written.sync();
    await written.close();
    await link(aside, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await unlink(aside);
    const directory = await open(folder, "r");
    await directory.sync().finally(() => directory.close());
  }
  return await readFile(file, "utf8");
}

/** The key of backups: a file of 64 hex digits, as `openssl rand -hex 32` writes it. */
export async function readBackupKey(file: string | undefined): Promise<{ key?: Uint8Array }> {
  if (file === undefined) return {};
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new Stop(EXIT.notFound, `${file}: no such key file. Make one with: openssl rand -hex 32`);
  if (!/^[0-9a-f]{64}\s*$/i.test(text))
    throw new Stop(EXIT.usage, `${file} is not 64 hex digits. Make one with: openssl rand -hex 32`);
  return { key: Buffer.from(text.trim(), "hex") };
}
