import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * A stream of bytes sealed in frames of AES-256-GCM, so that it can be written and read piece by piece. Each file has a
 * key of its own (HKDF of the backup key and a salt); frames are counted and the last one says so: none can be changed,
 * left out, moved or cut off.
 */
const SALT = 16;
const TAG = 16;
const FRAME = 256 * 1024;

export async function* sealFrames(key: Uint8Array, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT);
  const own = fileKey(key, salt);
  yield salt;
  let count = 0;
  let waiting = Buffer.alloc(0);
  for await (const piece of plain) {
    waiting = Buffer.concat([waiting, piece]);
    for (; waiting.length > FRAME; waiting = waiting.subarray(FRAME))
      yield sealed(own, count++, false, waiting.subarray(0, FRAME));
  }
  yield sealed(own, count, true, waiting);
}

/** The bytes that were sealed; throws where the key is another or a byte was changed, and where the end is missing. */
export async function* openFrames(key: Uint8Array, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting = Buffer.alloc(0);
  let own: Uint8Array | undefined;
  let count = 0;
  let ended = false;
  for await (const piece of bytes) {
    waiting = Buffer.concat([waiting, piece]);
    if (own === undefined) {
      if (waiting.length < SALT) continue;
      own = fileKey(key, waiting.subarray(0, SALT));
      waiting = waiting.subarray(SALT);
    }
    for (let size = frameSize(waiting); size !== undefined && waiting.length >= size; size = frameSize(waiting)) {
      if (ended) throw new Error("something stands behind the last frame");
      ended = waiting[4] === 1;
      yield opened(own, count++, ended, waiting.subarray(5, size));
      waiting = waiting.subarray(size);
    }
  }
  if (!ended || waiting.length > 0) throw new Error("the last frame is missing");
}

const fileKey = (key: Uint8Array, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", key, salt, "osteon backup", 32));

/** Length of a frame with its head: four bytes of length, one that marks the last. */
const frameSize = (waiting: Buffer): number | undefined =>
  waiting.length < 5 ? undefined : 5 + waiting.readUInt32BE(0);

function nonceOf(count: number): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(count, 8);
  return nonce;
}

function sealed(key: Uint8Array, count: number, last: boolean, plain: Uint8Array): Uint8Array {
  const mark = Buffer.from([last ? 1 : 0]);
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(count), { authTagLength: TAG }).setAAD(mark);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + TAG);
  return Buffer.concat([size, mark, body, cipher.getAuthTag()]);
}

function opened(key: Uint8Array, count: number, last: boolean, body: Uint8Array): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(count), { authTagLength: TAG }).setAAD(
    Buffer.from([last ? 1 : 0]),
  );
  decipher.setAuthTag(body.subarray(-TAG));
  return Buffer.concat([decipher.update(body.subarray(0, -TAG)), decipher.final()]);
}
