import { open } from "node:fs/promises";

/** Brings the names in a folder to the disk, as a rename before it needs. Windows opens no folder, and keeps names by its journal. */
export async function forceFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(folder, "r");
  await directory.sync().finally(() => directory.close());
}
