import { importsOf, workspaceOf } from "./imports.ts";
import type { RepositoryFile } from "./repository-files.ts";

/** Written in pieces, so that this file does not offend against itself. */
const word = (...pieces: readonly string[]): string => pieces.join("");
const SILENCED = new RegExp(
  [
    `\\b(${word("TO", "DO")}|${word("FIX", "ME")}|${word("HA", "CK")})\\b`,
    word("@ts-", "(ignore|nocheck|expect-error\\s*$)"),
    word("biome-", "ignore"),
    `\\.(${word("sk", "ip")}|${word("on", "ly")})\\(`,
    `\\btest\\.${word("to", "do")}\\b`,
    `(\\bas|:) ${word("an", "y")}\\b(?=[\\[\\]),;>|& ]|$)`,
  ].join("|"),
);

/** Outside tests an error that is expected is one that is silenced; a test may say which mistake does not compile. */
const EXPECTED = new RegExp(word("@ts-", "expect-error"));

/** Unfinished, skipped or silenced code. */
export function silenced(files: readonly RepositoryFile[]): readonly string[] {
  const code = files.filter(({ path }) => /\.(ts|tsx|sql|js)$/.test(path));
  const says = "is unfinished, skipped or silenced";
  const shipped = code.filter(({ path }) => !path.endsWith(".test.ts"));
  return [...inLines(code, SILENCED, says), ...inLines(shipped, EXPECTED, says)];
}

const MACHINE = new RegExp(
  [
    `(^|[\\s"'\`(=])/(${word("wo", "rk")}|${word("ro", "ot")}|${word("ho", "me")})/`,
    `[A-Z]:\\\\Users`,
    word("bash_", "jobs"),
  ].join("|"),
);

/** Paths of a machine. */
export function machinePaths(files: readonly RepositoryFile[]): readonly string[] {
  return inLines(files, MACHINE, "names a path of a machine");
}

function inLines(files: readonly RepositoryFile[], pattern: RegExp, says: string): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${says}: ${line.trim()}`] : [])),
  );
}

/** Rooms whose answers are data. */
const WITHOUT_TERMINAL = /^packages\/(words|codebook|protocol|engine|cno|derive|stats|estimate|questions)\/src\//;
const TERMINAL =
  /\b(process\.(stdout|stderr|stdin|argv|exit|exitCode|env|on|once)|console\.\w+)\b|from "(commander|picocolors)"/;

/** What computes and says it itself, or looks at the command line. */
export function atTerminal(files: readonly RepositoryFile[]): readonly string[] {
  const own = files.filter(({ path }) => WITHOUT_TERMINAL.test(path) && !path.endsWith(".test.ts"));
  return inLines(own, TERMINAL, "knows the terminal");
}

/** A lock file that names where packages were downloaded binds everyone to one machine's registry. */
export function recordedDownloads(files: readonly RepositoryFile[]): readonly string[] {
  return files
    .filter(({ path, text }) => path.endsWith("package-lock.json") && /"resolved": "http/.test(text))
    .map(({ path }) => `${path} records download addresses`);
}

/** Packages that a workspace imports without declaring them. Tests may use what the root declares. */
export function undeclared(files: readonly RepositoryFile[]): readonly string[] {
  const declared = new Map(
    files
      .filter(({ path }) => path.endsWith("package.json"))
      .map(({ path, text }) => [workspaceOf(path), dependenciesOf(text)]),
  );
  const ofRoot = declared.get("package.json") ?? new Set();
  return files
    .filter(({ path }) => /^(packages|apps|studies)\/.*\.tsx?$/.test(path))
    .flatMap((file) => {
      const own = declared.get(workspaceOf(file.path)) ?? new Set();
      const isTest = /\.test\.ts$|\/tests\//.test(file.path);
      return importsOf(file)
        .map(({ specifier }) => specifier)
        .filter((specifier) => !/^(\.|node:|@osteon\/)/.test(specifier))
        .map((specifier) =>
          specifier
            .split("/")
            .slice(0, specifier.startsWith("@") ? 2 : 1)
            .join("/"),
        )
        .filter((name) => !own.has(name) && !(isTest && isAnywhere(name, ofRoot, declared)))
        .map((name) => `${file.path} imports ${name}, which its package.json does not declare`);
    });
}

/** What is declared and called, not imported. */
const CALLED: Readonly<Record<string, string>> = {
  "@biomejs/biome": "npm run lint",
  node: "runs everything",
  typescript: "npm run types",
};

/** Packages that a workspace declares and no file of it names; of the root, no file at all. Types belong to the package that they type. */
export function unused(files: readonly RepositoryFile[]): readonly string[] {
  const code = files.filter(({ path }) => /\.(ts|tsx|js|mjs|css)$/.test(path));
  return files
    .filter(({ path }) => path === "package.json" || /^(packages|apps|studies)\/[^/]+\/package\.json$/.test(path))
    .flatMap(({ path, text }) => {
      const own = path === "package.json" ? code : code.filter((one) => workspaceOf(one.path) === workspaceOf(path));
      return [...dependenciesOf(text)]
        .filter((name) => CALLED[name] === undefined && !own.some((one) => names(one, name)))
        .map((name) => `${path} declares ${name}, which no file there names`);
    });
}

/** Whether a file imports the package, or says its name as a text of its own. */
function names({ text }: RepositoryFile, name: string): boolean {
  if (name === "@types/node") return text.includes('"node:');
  const typed = name.replace(/^@types\//, "").replace(/^(.+)__(.+)$/, "@$1/$2");
  return ['"', "'", "`"].some((mark) => text.includes(`${mark}${typed}${mark}`) || text.includes(`${mark}${typed}/`));
}

const isAnywhere = (name: string, root: ReadonlySet<string>, all: ReadonlyMap<string, ReadonlySet<string>>): boolean =>
  root.has(name) || [...all.values()].some((names) => names.has(name));

function dependenciesOf(text: string): ReadonlySet<string> {
  const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = JSON.parse(text);
  return new Set([dependencies, devDependencies, peerDependencies].flatMap((names) => Object.keys(names)));
}
