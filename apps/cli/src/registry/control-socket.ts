import { chmodSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import { join } from "node:path";

/** A command that a running server carries out for the one who runs the machine. */
export type Commands = Readonly<
  Record<string, (body: Readonly<Record<string, string>>, progress: (line: object) => void) => Promise<object>>
>;

/**
 * Opens a socket inside the data folder, for commands such as an online backup of the embedded engine, which one process
 * alone may open. Whoever can open the socket can read the folder anyway: its mode lets in its owner only.
 */
export async function openControl(data: string, commands: Commands): Promise<Server> {
  const path = socketOf(data);
  await rm(path, { force: true });
  const server = createServer(async (asked, answer) => {
    const put = (line: object): void => void answer.write(`${JSON.stringify(line)}\n`);
    try {
      const command = commands[(asked.url ?? "").slice(1)];
      if (command === undefined) throw new Error(`this server knows no command ${asked.url}`);
      const pieces: Buffer[] = [];
      for await (const piece of asked) pieces.push(piece);
      put({ done: await command(JSON.parse(Buffer.concat(pieces).toString()), put) });
    } catch (error) {
      put({ failed: (error as Error).message });
    }
    answer.end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return server;
}

/** Asks the server that has the folder; throws with its words where it cannot. */
export function askServer(
  data: string,
  command: string,
  body: object,
  progress: (line: Readonly<Record<string, never>>) => void = () => {},
): Promise<object> {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath: socketOf(data), path: `/${command}`, method: "POST" }, async (answer) => {
      let text = "";
      for await (const piece of answer) {
        text += piece;
        for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
          const line = JSON.parse(text.slice(0, end));
          text = text.slice(end + 1);
          if (line.done !== undefined) return resolve(line.done);
          if (line.failed !== undefined) return reject(new Error(line.failed));
          progress(line);
        }
      }
      reject(new Error("the server ended before it had answered"));
    });
    sent.once("error", reject);
    sent.end(JSON.stringify(body));
  });
}

const socketOf = (data: string): string => join(data, "control.sock");
