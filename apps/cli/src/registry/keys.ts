import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type IdentityKeys, newIdentityKey, readIdentityKeys } from "@osteon/registry";
import { EXIT, Stop } from "../exit-code.ts";

/** Secrets of a server, kept beside the data and never in the database. */
export interface Keys {
  /** Signs cookies. */
  readonly secret: string;
  /** Seal who the children are. Without them the identities are lost: keep a copy elsewhere, and apart from the backups. */
  readonly identities: IdentityKeys;
}

/** Reads the keys of a folder; a new server makes them, readable by its own user alone. */
export async function readKeys(folder: string): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = await kept(join(folder, "cookie-secret"), () => `${randomBytes(32).toString("hex")}\n`);
  const identities = await kept(join(folder, "identity-keys"), () =>
    newIdentityKey(new Date().toISOString().slice(0, 10)),
  );
  return { secret: secret.trim(), identities: readIdentityKeys(identities) };
}

async function kept(file: string, make: () => string): Promise<string> {
  if (!existsSync(file)) await writeFile(file, make(), { mode: 0o600, flag: "wx" });
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
