import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file as the rules read it; `path` from the root of the repository, with slashes. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BINARY = /\.(png|docx|parquet|ttf|ico)$/;

/** Every text file that is tracked or about to be: what `git add` would take. */
export function repositoryFiles(): readonly RepositoryFile[] {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
  return list
    .toString("utf8")
    .split("\0")
    .filter((path) => path !== "" && !BINARY.test(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(`${ROOT}${path}`, "utf8") }];
      } catch {
        return []; // deleted and not yet committed
      }
    });
}
