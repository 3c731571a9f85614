import type { Problem } from "@osteon/codebook";
import { type FlateError, FlateErrorCode } from "fflate";
import { fileProblem } from "../csv/file-problem.ts";

/** How an archive is damaged: an entry is not what was packed, the archive ends within one, or after one without its directory. */
export type Damage = "changed" | "breaks-off" | "no-end";

/** An archive that was damaged on its way; nothing of it is read, since nobody knows what else was changed. */
export function damagedArchive(damage: Damage, entry: string): Problem {
  const says = {
    changed: `${entry} in the archive is not what was packed: its checksum is another.`,
    "breaks-off": `The archive breaks off within ${entry}.`,
    "no-end": `The archive breaks off after ${entry}: the list of its files, which stands at the end, is missing or not whole.`,
  }[damage];
  const fix = "Take the file from where it came from once more; where it is damaged there, pack or save it anew.";
  return fileProblem("damaged-archive", { file: entry.slice(0, 100) }, says, fix);
}

/** How an entry is damaged on which unpacking failed; nothing where it failed on how it was packed, or on what its reader threw. */
export function damageOf(error: unknown): Damage | undefined {
  const { code } = error as Partial<FlateError>;
  if (typeof code !== "number" || code === FlateErrorCode.UnknownCompressionMethod) return undefined;
  return code === FlateErrorCode.InvalidZipData || code === FlateErrorCode.UnexpectedEOF ? "breaks-off" : "changed";
}
