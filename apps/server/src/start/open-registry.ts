import { type Database, FolderInUse, migrate, openEmbedded, openServer, serveAs } from "@osteon/registry";
import { EXIT, isSystemError, Stop, systemErrorText } from "@osteon/run";

/** Where a registry is kept: the server of DATABASE_URL, or else a folder. */
export interface RegistryPlace {
  readonly data: string;
}

/**
 * Opens the registry of the environment, brings its schema up to date as its owner, and goes on as the role that serves it,
 * which owns nothing. DATABASE_URL may name the owner; where it names a login of the server, DATABASE_OWNER_URL names the owner.
 */
export async function openRegistry({ data }: RegistryPlace): Promise<Database> {
  const database = await openUnmigrated({ data });
  try {
    await migrate(database);
    const { owner, server } = addresses();
    return await serveAs(database, { owner: owner ?? "", ...(server === undefined ? {} : { server }) });
  } catch (error) {
    await database.close();
    throw new Stop(EXIT.usage, (error as Error).message);
  }
}

function addresses(): { readonly owner?: string; readonly server?: string } {
  const { DATABASE_URL: url = "", DATABASE_OWNER_URL: owner = "" } = process.env;
  if (owner !== "") return url === "" || url === owner ? { owner } : { owner, server: url };
  return url === "" ? {} : { owner: url };
}

/** Opens it as it is and as its owner, for a restore. */
export async function openUnmigrated({ data }: RegistryPlace): Promise<Database> {
  const { owner } = addresses();
  try {
    return owner === undefined ? await openEmbedded(data) : await openServer(owner);
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    const says = isSystemError(error) ? systemErrorText(error) : (error as Error).message;
    throw new Stop(EXIT.notFound, `The registry cannot be opened: ${says}`);
  }
}
