import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** What came of a request that was sent by hand over a socket of its own. */
export interface RawRequest {
  /** The status, once the first line of an answer is there. */
  readonly status: Promise<number>;
  /** What has come of the answer so far. */
  answer(): string;
  /** Bytes that the socket took until the answer was there. */
  sent(): number;
  /** Ends once the server has closed the connection. */
  readonly closed: Promise<void>;
  readonly socket: Socket;
}

/** Sends a request's head and then a body piece by piece, as far as the other side takes it and until it answers. */
export function rawRequest(
  address: string,
  head: { readonly method?: string; readonly path: string; readonly headers: Readonly<Record<string, string>> },
  body: { readonly announced: number; readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array> },
): RawRequest {
  const { hostname, port, host } = new URL(address);
  const socket = connect(Number(port), hostname);
  let sent = 0;
  let answer = "";
  const status = new Promise<number>((resolve, reject) => {
    socket.on("data", (piece) => {
      answer += piece.toString("latin1");
      const [, code] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? [];
      if (code !== undefined && code !== "100") resolve(Number(code));
    });
    socket.on("close", () => reject(new Error("the connection was closed without an answer")));
  });
  status.catch(() => {});
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  const lines = Object.entries({ host, ...head.headers, "content-length": String(body.announced) });
  socket.write(
    `${head.method ?? "POST"} ${head.path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
  );
  (async () => {
    for await (const piece of body.pieces) {
      if (socket.destroyed || answer !== "") return;
      sent += piece.length;
      if (!socket.write(piece)) await Promise.race([once(socket, "drain"), closed]);
    }
  })().catch(() => {});
  return { status, answer: () => answer, sent: () => sent, closed, socket };
}
