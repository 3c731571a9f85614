import { type Import, importsOf, resolved, workspaceOf } from "./imports.ts";
import type { RepositoryFile } from "./repository-files.ts";

/** What a package may use of ours, and what it may only name with `import type`. */
interface Direction {
  readonly uses: readonly string[];
  readonly names: readonly string[];
}

/** The one table of directions. What is not in it may not be imported; words, the mechanism of two languages, all may use. */
export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  words: { uses: [], names: [] },
  codebook: { uses: [], names: [] },
  stats: { uses: [], names: [] },
  protocol: { uses: ["codebook"], names: [] },
  registry: { uses: ["codebook", "protocol"], names: [] },
  engine: { uses: ["codebook", "protocol"], names: [] },
  cno: { uses: ["codebook", "protocol"], names: [] },
  freeze: { uses: ["codebook", "protocol", "engine"], names: [] },
  derive: { uses: ["protocol", "engine"], names: ["freeze"] },
  estimate: { uses: ["codebook", "protocol", "stats", "engine"], names: ["derive"] },
  publish: { uses: ["codebook", "protocol"], names: ["estimate", "stats"] },
  interop: { uses: ["codebook", "protocol"], names: ["registry", "freeze", "estimate"] },
  paper: { uses: ["codebook", "stats", "interop"], names: [] },
  api: { uses: ["codebook", "protocol"], names: ["estimate", "publish", "registry"] },
  questions: { uses: ["codebook", "engine", "interop", "stats", "publish"], names: [] },
  run: {
    uses: [
      "codebook",
      "protocol",
      "engine",
      "cno",
      "freeze",
      "derive",
      "stats",
      "estimate",
      "publish",
      "interop",
      "paper",
    ],
    names: ["registry"],
  },
  choosing: { uses: ["codebook", "api", "protocol", "cno", "engine", "freeze", "derive", "run"], names: ["publish"] },
};

/**
 * What an app may not even name: the server starts itself, and reads of a study its lock alone; the command line parses and prints,
 * and leaves each stage to `run`, each analysis of a file to `questions`.
 */
const APART: Readonly<Record<string, RegExp>> = {
  "apps/server": /^(cli|study-.*)$/,
  "apps/cli": /^(stats|estimate|engine|derive|freeze|cno|interop|study-.*)$/,
};

/** Tests and reference interpreters may use what they check against; studies, apps and benches compose. */
const isShipped = (path: string): boolean =>
  /^(packages|apps\/(server|cli))\/([^/]+\/)?src\//.test(path) && !path.endsWith(".test.ts");

/** What a package offers beside its index: what is dear to load, and what is so light that nothing else should come with it. */
const SUB_PATHS: ReadonlySet<string> = new Set([
  "api/problems",
  "choosing/problems",
  "estimate/problems",
  "freeze/problems",
  "interop/problems",
  "paper/problems",
  "protocol/problems",
  "publish/png",
  "registry/problems",
  "questions/choices",
  "questions/problems",
  "run/exit-code",
  "run/problems",
  "run/shown-study",
  "run/system-error",
]);

/** Imports that go against the table, or by a way around a package's own index. */
export function wrongDirections(files: readonly RepositoryFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\.tsx?$/.test(path))
    .flatMap((file) => importsOf(file).flatMap((one) => problemsOf(file.path, one)));
}

function problemsOf(path: string, { specifier, typeOnly }: Import): readonly string[] {
  const own = workspaceOf(path);
  if (specifier.startsWith(".")) {
    const target = resolved(path, specifier);
    // The root's own package.json names the study that a newcomer is shown.
    if (isShipped(path) && workspaceOf(target) !== own && target !== "package.json")
      return [`${path} leaves its package by ${specifier}`];
    return [];
  }
  if (isShipped(path) && own === "packages/words") return [`${path} imports ${specifier}; words stands alone`];
  const [, name, subPath] = /^@osteon\/([^/]+)(\/.+)?$/.exec(specifier) ?? [];
  if (name === undefined) return [];
  if (subPath !== undefined && !SUB_PATHS.has(`${name}${subPath}`)) {
    return [`${path} imports ${specifier}, past the package's index`];
  }
  if (!isShipped(path) || own === `packages/${name}`) return [];
  const apart = APART[own];
  // Sentences load nothing: whoever tells problems may read those of every package.
  if (apart !== undefined && subPath === "/problems") return [];
  if (apart !== undefined) return apart.test(name) ? [`${path} may not import ${specifier}`] : [];
  const direction = DIRECTIONS[own.replace("packages/", "")];
  if (direction === undefined) return [`${own} has no place in the table of directions`];
  if (name === "words") return [];
  if (direction.uses.includes(name)) return [];
  if (direction.names.includes(name)) return typeOnly ? [] : [`${path} may only name ${specifier}: use import type`];
  return [`${path} may not import ${specifier}`];
}

/** Files that import each other in a circle by value; types may go round. */
export function circles(files: readonly RepositoryFile[]): readonly string[] {
  const edges = new Map(
    files
      .filter(({ path }) => /\.tsx?$/.test(path))
      .map((file) => [
        file.path,
        importsOf(file)
          .filter(({ specifier, typeOnly }) => specifier.startsWith(".") && !typeOnly)
          .map(({ specifier }) => resolved(file.path, specifier)),
      ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) found.push([...way.slice(start), path].join(" -> "));
    if (start >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return found;
}
