import { type Problem, placed } from "@osteon/codebook";
import { type FlateError, FlateErrorCode } from "fflate";
import { refused } from "../csv/file-problem.ts";
import type { DAMAGES } from "./problems.ts";

/** How an archive is damaged. */
export type Damage = (typeof DAMAGES)[number];

/** An archive that was damaged on its way; nothing of it is read, since nobody knows what else was changed. */
export const damagedArchive = (damage: Damage, entry: string): Problem =>
  placed(refused("damaged-archive", { damage, entry }), { file: entry.slice(0, 100) });

/** How an entry is damaged on which unpacking failed; nothing where it failed on how it was packed, or on what its reader threw. */
export function damageOf(error: unknown): Damage | undefined {
  const { code } = error as Partial<FlateError>;
  if (typeof code !== "number" || code === FlateErrorCode.UnknownCompressionMethod) return undefined;
  return code === FlateErrorCode.InvalidZipData || code === FlateErrorCode.UnexpectedEOF ? "breaks-off" : "changed";
}
