import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** What tells who a child is. It stands in the database only sealed. */
export interface Identity {
  readonly name: string;
  /** ISO date; unlike in the chart, the day is kept. */
  readonly bornOn: string;
  readonly recordNumber: string;
}

/** Keys by name, 32 bytes each; the first one seals, the others open what was sealed before. Kept outside the database. */
export type IdentityKeys = ReadonlyMap<string, Uint8Array>;

/** Who the sealed identity belongs to; a sealed identity that was moved to another child does not open. */
export interface SealedFor {
  readonly patient: string;
  readonly centre: string;
}

const NONCE = 12;
const TAG = 16;

/** Reads keys from a text of lines `name hex`, as `osteon` writes it: 64 hex digits each. */
export function readIdentityKeys(text: string): IdentityKeys {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (lines.length === 0) throw new Error("there is no identity key");
  return new Map(
    lines.map((line, place) => {
      const [, name, hex] = /^(\S+)\s+([0-9a-f]{64})$/i.exec(line.trim()) ?? [];
      if (name === undefined || hex === undefined) {
        throw new Error(`identity key ${place + 1} is not a name and 64 hex digits`);
      }
      return [name, Buffer.from(hex, "hex")];
    }),
  );
}

/** A new key as a line of the key file; a few random letters keep keys of two folders apart that were made on one day. */
export const newIdentityKey = (name: string): string =>
  `${name}-${randomBytes(3).toString("hex")} ${randomBytes(32).toString("hex")}\n`;

/** Seals with AES-256-GCM: nonce, tag, text. */
export function sealIdentity(
  keys: IdentityKeys,
  identity: Identity,
  whose: SealedFor,
): { sealed: Uint8Array; sealedWith: string } {
  const [first] = keys;
  if (first === undefined) throw new Error("there is no key to seal identities with");
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", first[1], nonce, { authTagLength: TAG }).setAAD(boundTo(whose));
  const text = Buffer.concat([cipher.update(JSON.stringify(identity), "utf8"), cipher.final()]);
  return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]), sealedWith: first[0] };
}

/** The key that sealed an identity is not among the keys, or is another one of the same name. */
export class IdentityKeyMissing extends Error {
  constructor(sealedWith: string) {
    super(`the key ${sealedWith}, which sealed this identity, is not among the keys`);
  }
}

/** Whether the keys open a sealed identity. */
export function opens(keys: IdentityKeys, sealed: Uint8Array, sealedWith: string, whose: SealedFor): boolean {
  try {
    openIdentity(keys, sealed, sealedWith, whose);
    return true;
  } catch {
    return false;
  }
}

/** Opens what was sealed; throws where the key is not there, or where a byte was changed. */
export function openIdentity(keys: IdentityKeys, sealed: Uint8Array, sealedWith: string, whose: SealedFor): Identity {
  const key = keys.get(sealedWith);
  if (key === undefined) throw new IdentityKeyMissing(sealedWith);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE), { authTagLength: TAG }).setAAD(
    boundTo(whose),
  );
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  return JSON.parse(text) as Identity;
}

const boundTo = ({ patient, centre }: SealedFor): Uint8Array => Buffer.from(JSON.stringify([centre, patient]));
