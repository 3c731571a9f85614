import { basename } from "node:path";
import { personName } from "@osteon/api";
import {
  appoint,
  type Database,
  FolderInUse,
  type ListedAccount,
  noteKeeping,
  operatorAccounts,
  sqlState,
  writeBackup,
} from "@osteon/registry";
import { type Bars, EXIT, Stop } from "@osteon/run";
import type { Door } from "../sign-in/door.ts";
import { openDoor } from "../sign-in/open-door.ts";
import { askServer, type Commands } from "./control-socket.ts";
import { readBackupKey, readKeys } from "./keys.ts";
import { openRegistry } from "./open-registry.ts";

/** What the operator can ask of a running server. */
export function operatorCommands(database: Database, door: Door, address: string): Commands {
  const accounts = operatorAccounts(database);
  const found = async (email = ""): Promise<ListedAccount> => {
    const one = await accounts.byEmail(email);
    if (one === undefined) throw new Stop(EXIT.notFound, `Nobody has the address ${email}. See osteon user list.`);
    return one;
  };
  return {
    "user-list": async () => ({ people: await accounts.list() }),
    "user-link": async ({ email, reason = "" }) => {
      const { name, disabledAt } = await found(email);
      if (disabledAt !== null) throw new Stop(EXIT.usage, `${email} is disabled. Enable it first: osteon user enable.`);
      const { account, path } = await door.invite(email ?? "", name, reason);
      return { account, link: `${address}${path}` };
    },
    "user-disable": async ({ email, reason = "" }) => {
      const { account } = await found(email);
      await accounts.setDisabled(account, true, reason).catch(lastAdministrator);
      return { account };
    },
    "user-enable": async ({ email, reason = "" }) => {
      const { account } = await found(email);
      await accounts.setDisabled(account, false, reason);
      return { account };
    },
    "user-factor": async ({ email, reason = "" }) => {
      const { account, secondFactor } = await found(email);
      if (!secondFactor) throw new Stop(EXIT.usage, `${email} has no second factor.`);
      await accounts.takeOffFactor(account, reason);
      return { account };
    },
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
      const named = personName.safeParse(name);
      if (!named.success) throw new Stop(EXIT.usage, "A name is one line of at most 100 letters.");
      const { account, path } = await door.invite(email, named.data);
      await appoint(database, account, role, centre ?? null);
      return { account, link: `${address}${path}` };
    },
  };
}

function lastAdministrator(error: unknown): never {
  if (sqlState(error) !== "OS162") throw error;
  throw new Stop(
    EXIT.usage,
    "This is the last administrator who can sign in. Appoint another, who signs in once, first.",
  );
}

/** Carries a command out here where nobody has the registry open, and in the server that has it otherwise. */
export async function hereOrThere(
  place: { readonly data: string; readonly keys: string; readonly address: string },
  command: string,
  body: Record<string, string>,
  bars: Bars,
) {
  const bar = bars(command);
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
