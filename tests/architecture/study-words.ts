import { CODEBOOK } from "@osteon/codebook";
import type { RepositoryFile } from "./repository-files.ts";

/** Codes and names of the codebook: what every study may say is no study's own. */
const CODES = new Set(
  CODEBOOK.flatMap(({ name, fields }) => [
    name,
    ...fields.flatMap((field) => [
      field.name,
      ...(field.type.kind === "choice" ? field.type.choices.map(({ code }) => code) : []),
    ]),
  ]),
);

const isShipped = (path: string): boolean =>
  /^(packages|apps)\/[^/]+\/src\/.*\.(ts|tsx|js)$/.test(path) && !path.endsWith(".test.ts");

/**
 * Names of studies, analyses and groups in shipped sources: a study is a folder, and no line elsewhere knows it. A group or an
 * analysis that is one plain word may be any word; those of several words, joined by hyphens, are a study's alone.
 */
export function studyWords(files: readonly RepositoryFile[]): readonly string[] {
  const own = new Set(files.filter(({ path }) => /^studies\/[^/]+\/study\.lock\.json$/.test(path)).flatMap(namesOf));
  return files.flatMap(({ path, text }) => {
    if (!isShipped(path)) return [];
    return text
      .split("\n")
      .flatMap((line, index) =>
        [...line.matchAll(/(["'`])([\w-]+)\1/g)]
          .filter(([, , literal = ""]) => own.has(literal))
          .map(([literal]) => `${path}:${index + 1} names ${literal}, which is a study's own`),
      );
  });
}

function namesOf({ text }: RepositoryFile): readonly string[] {
  const { protocol } = JSON.parse(text);
  const names = [...Object.keys(protocol.analyses), ...Object.keys(protocol.groups)];
  return [protocol.id, ...names.filter((name) => /[-0-9]/.test(name) && !CODES.has(name))];
}

/** Per cents that are a study's findings: 95 and 100 are of statistics. */
export function studyShares(files: readonly RepositoryFile[]): readonly string[] {
  const where = /^(packages\/(derive|estimate|publish|run)|apps\/[^/]+)\/src\/.*\.(ts|tsx)$/;
  return files.flatMap(({ path, text }) => {
    if (!where.test(path) || path.endsWith(".test.ts")) return [];
    return text
      .split("\n")
      .flatMap((line, index) =>
        /^\s*(\/?\*|\/\/)/.test(line)
          ? []
          : [...line.matchAll(/\b(\d+)[ \u00a0]?%(?!\w)/g)]
              .filter(([, share]) => share !== "95" && share !== "100")
              .map(([share]) => `${path}:${index + 1} says ${share}: a number of a study stands in the study`),
      );
  });
}
