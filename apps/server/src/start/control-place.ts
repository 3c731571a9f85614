import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** Where a running server listens for the one who runs the machine. */
export interface ControlPlace {
  /** The path of a socket; a named pipe on Windows. */
  readonly socket: string;
  /** Asked for with every command. */
  readonly word: string;
  /** Says in the data folder where the socket is. */
  tell(): Promise<void>;
  /** Takes the socket's folder and the note of it away. */
  forget(): Promise<void>;
}

const NOTE = "control.json";
const FOLDER = "osteon-control-";
/** The system's limit of a socket's path, in bytes: 107 on Linux, 103 on macOS. A data folder may lie deeper. */
const LONGEST = 103;

/** A place of its own for each start, in a folder of the temporary folder that its owner alone may enter. */
export async function newControlPlace(data: string): Promise<ControlPlace> {
  await forgetEarlier(data);
  const word = randomUUID();
  const folder = process.platform === "win32" ? undefined : await shortFolder();
  const socket = folder === undefined ? `\\\\.\\pipe\\osteon-${randomUUID()}` : join(folder, "control");
  const note = join(data, NOTE);
  return {
    socket,
    word,
    tell: async () => {
      await writeFile(`${note}-unfinished`, JSON.stringify({ socket, word }), { mode: 0o600 });
      await rename(`${note}-unfinished`, note);
    },
    forget: async () => {
      await rm(note, { force: true });
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where the server of a data folder listens, by its own note. */
export async function readControlPlace(data: string): Promise<{ readonly socket: string; readonly word: string }> {
  const text = await readFile(join(data, NOTE), "utf8").catch(() => undefined);
  if (text === undefined) throw new Error("it takes no commands: it is starting or ending. Try again in a moment.");
  const { socket, word } = JSON.parse(text) as { socket?: unknown; word?: unknown };
  if (typeof socket !== "string" || typeof word !== "string")
    throw new Error(`${NOTE} in the data folder was changed. Start the server again.`);
  return { socket, word };
}

async function shortFolder(): Promise<string> {
  const room = LONGEST - "/XXXXXX/control".length - FOLDER.length;
  const within = [tmpdir(), "/tmp"].find((folder) => Buffer.byteLength(folder) <= room) ?? tmpdir();
  return await mkdtemp(join(within, FOLDER));
}

/** A server that was killed leaves its socket behind; only a folder that we name so is taken away. */
async function forgetEarlier(data: string): Promise<void> {
  const earlier = await readControlPlace(data).catch(() => undefined);
  const folder = dirname(earlier?.socket ?? "");
  if (basename(folder).startsWith(FOLDER)) await rm(folder, { recursive: true, force: true });
}
