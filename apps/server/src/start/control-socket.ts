import { createServer, request, type Server } from "node:http";
import { type ControlPlace, newControlPlace, readControlPlace } from "./control-place.ts";

/** A command that a running server carries out for the one who runs the machine. */
export type Commands = Readonly<
  Record<string, (body: Readonly<Record<string, string>>, progress: (line: object) => void) => Promise<object>>
>;

export interface Control {
  close(): Promise<void>;
}

/**
 * Opens a socket for commands such as an online backup of the embedded engine, which one process alone may open. Where it
 * is, and the word that it asks for, stand in the data folder: whoever can read them there can read the charts anyway.
 */
export async function openControl(data: string, commands: Commands): Promise<Control> {
  const place = await newControlPlace(data);
  const server = createServer(async (asked, answer) => {
    const put = (line: object): void => void answer.write(`${JSON.stringify(line)}\n`);
    try {
      if (asked.headers[WORD] !== place.word) throw new Error("the word of the data folder is missing");
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
  try {
    await listening(server, place);
    await place.tell();
  } catch (error) {
    server.close();
    await place.forget();
    throw error;
  }
  return {
    close: async () => {
      server.close();
      await place.forget();
    },
  };
}

const WORD = "x-osteon-word";

const listening = (server: Server, { socket }: ControlPlace): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, resolve);
  });

/** Asks the server that has the folder; throws with its words where it cannot. */
export async function askServer(
  data: string,
  command: string,
  body: object,
  progress: (line: Readonly<Record<string, never>>) => void = () => {},
): Promise<object> {
  const { socket, word } = await readControlPlace(data);
  return await new Promise((resolve, reject) => {
    const asked = { socketPath: socket, path: `/${command}`, method: "POST", headers: { [WORD]: word } };
    const sent = request(asked, async (answer) => {
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
