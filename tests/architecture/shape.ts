import type { RepositoryFile } from "./repository-files.ts";

const SOURCE = /\.(ts|tsx|sql|css|js|R|sh)$/;
const GENERATED = /(^|\/)(advance-widths\.json|package-lock\.json|step_06_charts\.sql)$/;
const LONGEST = 500;
const lines = (text: string): number => text.split("\n").length - Number(text.endsWith("\n"));

/** Files that hold more than one thing: over 500 lines. */
export function tooLong(files: readonly RepositoryFile[]): readonly string[] {
  return files
    .filter(({ path, text }) => SOURCE.test(path) && !GENERATED.test(path) && lines(text) > LONGEST)
    .map(({ path, text }) => `${path} has ${lines(text)} lines, ${LONGEST} at most`);
}

/** The middle length of the sources. */
export function medianLines(files: readonly RepositoryFile[]): number {
  const sorted = files
    .filter(({ path }) => SOURCE.test(path))
    .map(({ text }) => lines(text))
    .sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const DRAWERS =
  /^(utils?|helpers?|common|misc|shared|lib|manager|service|handler|data|info|core|base|types|constants)$/;

/** Names that say nothing, or are not written as the others. */
export function badNames(files: readonly RepositoryFile[]): readonly string[] {
  return files
    .filter(({ path }) => /^(packages|apps|studies|tests|bench)\//.test(path) && /\.(ts|tsx|sql)$/.test(path))
    .flatMap(({ path }) => {
      const parts = path.split("/").slice(1);
      const file = parts.at(-1) ?? "";
      const stem = file.replace(/(\.test|\.d)?\.[a-z]+$/, "");
      const drawers = [...parts.slice(0, -1), stem].filter((part) => DRAWERS.test(part));
      const manner = file.endsWith(".sql") ? /^[a-z][a-z0-9_]*$/ : /^[a-z][a-z0-9-]*$/;
      return [
        ...drawers.map((drawer) => `${path}: ${drawer} says nothing of what is in it`),
        ...(manner.test(stem)
          ? []
          : [`${path} is not written in ${file.endsWith(".sql") ? "snake_case" : "kebab-case"}`]),
      ];
    });
}

/** A package's sources lie at most two folders deep, and re-exports stand in its index alone. */
export function badFolders(files: readonly RepositoryFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const inside = /^packages\/[^/]+\/src\/(?<rest>.+\.ts)$/.exec(path)?.groups?.rest;
    if (inside === undefined) return [];
    const depth = inside.split("/").length - 1;
    const reExports = /^export (\*|\{[^}]*\}) from/m.test(text) && inside !== "index.ts";
    return [
      ...(depth > 2 ? [`${path} lies ${depth} folders deep`] : []),
      ...(reExports ? [`${path} re-exports: only index.ts does`] : []),
    ];
  });
}

/** The first line of a model says its grain. */
export function grainless(files: readonly RepositoryFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\/models\/.*\.sql$/.test(path))
    .filter(({ text }) => !/^-- One row per .+[.:].*\n/.test(text))
    .map(({ path }) => `${path} does not begin with its grain: -- One row per ...`);
}
