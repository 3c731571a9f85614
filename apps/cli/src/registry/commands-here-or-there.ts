import { basename } from "node:path";
import { appoint, type Database, FolderInUse, noteKeeping, writeBackup } from "@osteon/registry";
import { type Door, openDoor } from "@osteon/server";
import { EXIT, Stop } from "../exit-code.ts";
import { progressBar } from "../terminal/progress.ts";
import { askServer, type Commands } from "./control-socket.ts";
import { readBackupKey, readKeys } from "./keys.ts";
import { openRegistry } from "./open-registry.ts";

/** What the operator can ask of a running server. */
export function operatorCommands(database: Database, door: Door, address: string): Commands {
  return {
    backup: async ({ out = "", keyFile }, progress) => {
      const steps = (done: number, of: number, table: string) => progress({ step: done, of, table });
      const end = await writeBackup(database, out, { ...(await readBackupKey(keyFile)), progress: steps });
      const rows = Object.values(end.tables).reduce((total, one) => total + one.rows, 0);
      await noteKeeping(database, "backup", basename(out), { rows, encrypted: keyFile !== undefined });
      return end;
    },
    "note-drill": async ({ file = "", report = "{}" }) => {
      await noteKeeping(database, "restore-drill", basename(file), JSON.parse(report));
      return {};
    },
    "user-add": async ({ email = "", name = "", role = "", centre }) => {
      const { account, path } = await door.invite(email, name);
      await appoint(database, account, role, centre ?? null);
      return { account, link: `${address}${path}` };
    },
  };
}

/** Carries a command out here where nobody has the registry open, and in the server that has it otherwise. */
export async function hereOrThere(
  place: { readonly data: string; readonly keys: string; readonly address: string },
  command: string,
  body: Record<string, string>,
) {
  const bar = progressBar(command);
  const step = (line: Readonly<Record<string, unknown>>): void =>
    bar.step(Number(line.step), Number(line.of), String(line.table));
  try {
    const database = await openRegistry(place);
    try {
      const { secret } = await readKeys(place.keys, database);
      const commands = operatorCommands(
        database,
        await openDoor(database, { secret, address: place.address }),
        place.address,
      );
      return await commands[command]?.(body, step as never);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    return await askServer(place.data, command, body, step).catch((refused: Error) => {
      throw new Stop(EXIT.usage, `${error.message} It was asked to do it, and answered: ${refused.message}`);
    });
  } finally {
    bar.end();
  }
}
