import { type Database, FolderInUse, migrate, openEmbedded, openServer } from "@osteon/registry";
import { EXIT, Stop } from "../exit-code.ts";
import { isSystemError, systemErrorText } from "../terminal/system-error.ts";

/** Where a registry is kept: the server of DATABASE_URL, or else a folder. */
export interface RegistryPlace {
  readonly data: string;
}

/** Opens the registry of the environment and brings its schema up to date. */
export async function openRegistry({ data }: RegistryPlace): Promise<Database> {
  const database = await openUnmigrated({ data });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw new Stop(EXIT.usage, (error as Error).message);
  }
}

/** Opens it as it is, for a restore. */
export async function openUnmigrated({ data }: RegistryPlace): Promise<Database> {
  const url = process.env.DATABASE_URL;
  try {
    return url === undefined || url === "" ? await openEmbedded(data) : await openServer(url);
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    const says = isSystemError(error) ? systemErrorText(error) : (error as Error).message;
    throw new Stop(EXIT.notFound, `The registry cannot be opened: ${says}`);
  }
}
