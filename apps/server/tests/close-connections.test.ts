import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { runningServer } from "./running-server.ts";

test("a server ends at once, whatever connections browsers hold: never used, used, and one being answered", {
  timeout: 300_000,
}, async () => {
  const server = await runningServer("server");
  const { hostname, port } = new URL(server.address);
  const open = async () => {
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    return socket;
  };
  const asks = (path: string) => `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`;
  const [, used, asking] = [await open(), await open(), await open()];
  used.write(asks("/health"));
  await once(used, "data");
  asking.write(asks("/ready"));
  let answer = "";
  asking.on("data", (piece) => {
    answer += String(piece);
  });
  // Once the question is read and while it is answered; Node would wait for either connection until a test runs out of time.
  await new Promise((resolve) => setImmediate(resolve));
  await server.end();
  if (!asking.closed) await once(asking, "close");
  assert.match(answer, /^(HTTP\/1\.1 200 [\s\S]*|)$/);
});
