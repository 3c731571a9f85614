import { readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folders that this process's servers have on the disk now. */
export const scratchFolders = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`osteon-server-${process.pid}-`));

/** Bytes of the files in them. */
export const bytesOnDisk = (): number =>
  scratchFolders()
    .flatMap((folder) => readdirSync(join(tmpdir(), folder)).map((name) => join(tmpdir(), folder, name)))
    .reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);

/** Waits for something that must come, without saying how soon. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 6_000) throw new Error("it did not come");
    await new Promise((go) => setTimeout(go, 20));
  }
}
