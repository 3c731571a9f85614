import { CODEBOOK_VERSION, type Problem, placed } from "@osteon/codebook";
import { refused } from "./file-problem.ts";

/** The file of a chart folder that says by which version of the codebook its columns are; a folder without it is of the first. */
export const VERSION_FILE = "codebook_version.txt";

export const versionText = (version: number): string => `${version}\n`;

/** The version that a folder says, and what is wrong with how it says it. */
export interface StatedVersion {
  readonly version: number;
  readonly problems: readonly Problem[];
}

export function readVersion(text: string | undefined): StatedVersion {
  if (text === undefined) return { version: 1, problems: [] };
  const version = Number(/^\d{1,4}$/.exec(text.trim())?.[0] ?? 0);
  if (version >= 1 && version <= CODEBOOK_VERSION) return { version, problems: [] };
  const where = { file: VERSION_FILE, value: text.trim().slice(0, 40) };
  const fault =
    version === 0
      ? refused("codebook-version", { known: CODEBOOK_VERSION })
      : refused("codebook-version", { stated: version, known: CODEBOOK_VERSION });
  return { version: 1, problems: [placed(fault, where)] };
}
