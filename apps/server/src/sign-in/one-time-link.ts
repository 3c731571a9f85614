import { createHash, randomBytes } from "node:crypto";

const DAY = 86_400_000;

/** A link by which a password is set: good once, for a day. Only its hash is kept. */
export interface OneTimeLink {
  /** Part of an address, behind the server's. What stands behind # is never sent to a server or a log. */
  readonly path: string;
  readonly hash: Uint8Array;
  readonly expires: Date;
}

export function oneTimeLink(): OneTimeLink {
  const token = randomBytes(32).toString("hex");
  return { path: `/welcome#${token}`, hash: hashOfLink(token), expires: new Date(Date.now() + DAY) };
}

export const hashOfLink = (token: string): Uint8Array => createHash("sha256").update(token).digest();
