import { createHmac } from "node:crypto";

const HALF_MINUTE = 30_000;

/**
 * The step of the clock of which this is the code (RFC 6238): this one, the one before, or the next; nothing where it is
 * none of them. The step is kept, so that a code is good once.
 */
export function timeStep(secret: string, code: string, now: number): number | undefined {
  const step = Math.floor(now / HALF_MINUTE);
  return [step - 1, step, step + 1].find((one) => codeAt(secret, one) === code);
}

function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const place = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(place) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, "0");
}
