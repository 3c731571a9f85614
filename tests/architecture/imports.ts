import { posix } from "node:path";
import type { RepositoryFile } from "./repository-files.ts";

/** One import of a file: what it names, and whether only types pass. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const STATIC = /^(?:import|export)\s(?<clause>[^;]*?)\bfrom\s+["'](?<from>[^"']+)["']/gm;
const BARE = /^import\s+["'](?<from>[^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["'](?<from>[^"']+)["']\s*\)/g;

/** Static, bare and dynamic imports, and re-exports. An inline `type` in every name of the braces counts as type only. */
export function importsOf({ text }: Pick<RepositoryFile, "text">): readonly Import[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
  const found: Import[] = [];
  for (const { groups } of code.matchAll(STATIC)) {
    found.push({ specifier: groups?.from ?? "", typeOnly: isTypeOnly(groups?.clause ?? "") });
  }
  for (const pattern of [BARE, DYNAMIC]) {
    for (const { groups } of code.matchAll(pattern)) found.push({ specifier: groups?.from ?? "", typeOnly: false });
  }
  return found;
}

function isTypeOnly(clause: string): boolean {
  if (/^type[\s{*]/.test(clause)) return true;
  const names = /^\{(?<names>[^}]*)\}\s*$/.exec(clause.trim())?.groups?.names;
  if (names === undefined) return false;
  return names
    .split(",")
    .filter((name) => name.trim() !== "")
    .every((name) => /^\s*type\s/.test(name));
}

/** The file that a relative import names. */
export function resolved(from: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

/** `packages/derive/src/x.ts` is of `packages/derive`; a file outside of the workspaces is of its first folder. */
export function workspaceOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  return ["packages", "apps", "studies"].includes(first) ? `${first}/${second}` : first;
}
