import { parseAst } from "rolldown/parseAst";
import { importsOf } from "./imports.ts";
import type { RepositoryFile } from "./repository-files.ts";

/** Who may say SQL: the registry; models, of studies and of what they share; what runs, counts and freezes; benches and tests. */
const ROOMS = [
  /^packages\/(registry|cno|engine|freeze)\//,
  /^packages\/derive\/src\/(derive|tables)\.ts$/,
  /^packages\/(choosing\/models|run\/study-template)\//,
  /^studies\//,
  /(^|\/)(bench|tests)\//,
  /\.test\.ts$/,
];

/** Verbs with what must follow them, so that no sentence is taken for a statement. */
const STATEMENTS = [
  String.raw`select\s+(distinct\s|count\s*\(|\*|\d+\s*$|[\w."]+\s*\(|[\s\S]*?\sfrom\s)`,
  String.raw`insert\s+into\s+\S`,
  String.raw`update\s+\S+(\s+\w+)?\s+set\s`,
  String.raw`delete\s+from\s+\S+\s*($|;|where\s|using\s|returning\s)`,
  String.raw`merge\s+into\s+\S`,
  String.raw`with\s+(recursive\s+)?\w+(\s*\([^)]*\))?\s+as\s+((not\s+)?materialized\s+)?\(`,
  String.raw`values\s*\(`,
  String.raw`(create|alter|drop)\s+(or\s+replace\s+|temp(orary)?\s+|unique\s+)*(table|view|macro|index|function|procedure|schema|role|user|type|domain|trigger|policy|sequence|extension|database)\s+\S`,
  String.raw`truncate\s+(table\s+)?\w`,
  String.raw`(begin|commit|rollback)\s*(;|(transaction|isolation|prepared|to)\b)`,
  String.raw`set\s+((local|session)\s+)?[\w.]+\s*(=|\sto\s)`,
  String.raw`(grant|revoke)\s+\w[\w\s,]*\son\s`,
  String.raw`copy\s+(\(|\S+\s+(to|from)\s)`,
  String.raw`(listen|notify|unlisten|savepoint)\s+\w+\s*;?$`,
  String.raw`(explain|describe|analyze|summarize)\s+(analyze\s+)?select\s`,
  String.raw`(attach|install|load|pragma)\s+'?\w+'?\s*;?$`,
];
const STATEMENT = new RegExp(`^(${STATEMENTS.join("|")})`, "i");
/** Alone these are words like others; handed to what runs statements they are SQL. */
const ALONE = /^\s*(begin|commit|rollback)\s*$/i;
const RUNS = /^(query|execute|exec|script|run|rows|raw)$/;
/** A query within something else, as a condition that is put together elsewhere. */
const INNER = /\(\s*(select|SELECT)\s[\s\S]*\s(from|FROM)\s/;

function isSql(text: string): boolean {
  const said = text.replace(/^(\s|\(|--[^\n]*\n)+/, "");
  // A sentence begins with one capital letter.
  return (/^([a-z]+|[A-Z]+)\b/.test(said) && STATEMENT.test(said)) || INNER.test(text);
}

/** Without one of these in it a file need not be parsed: a literal that begins with a verb, a query within another, the tag. */
const MAY_SAY =
  /["'`](\s|\(|--[^\n]*\n)*(select|insert|update|delete|merge|with|values|create|alter|drop|truncate|begin|commit|rollback|set|grant|revoke|copy|listen|notify|unlisten|savepoint|explain|describe|analyze|summarize|attach|install|load|pragma)\b|\(\s*select\s|\bsql`/i;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

/** The place of each literal of a file that says SQL; what is tagged `sql` always does. */
function sayings(node: Node, found: number[]): readonly number[] {
  const { type, start } = node;
  if (type === "Literal" && typeof node.value === "string" && isSql(node.value)) found.push(start);
  if (type === "TemplateLiteral") {
    const pieces = node.quasis as readonly { readonly value: { readonly raw: string } }[];
    // What is put in stands for a name or a value.
    if (isSql(pieces.map(({ value }) => value.raw).join("x"))) found.push(start);
  }
  if (type === "CallExpression" && isNode(node.callee) && isNode(node.callee.property)) {
    const [first] = node.arguments as readonly unknown[];
    if (RUNS.test(String(node.callee.property.name)) && isNode(first) && ALONE.test(String(first.value)))
      found.push(start);
  }
  if (type === "TaggedTemplateExpression" && isNode(node.tag) && node.tag.name === "sql") found.push(start);
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) sayings(one, found);
  return found;
}

/** SQL outside its rooms, with the room that it belongs to. */
export function sqlElsewhere(files: readonly RepositoryFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    if (ROOMS.some((room) => room.test(path))) return [];
    if (path.endsWith(".sql")) return [`${path} is SQL: ${belongs(path)}`];
    if (!/\.(ts|tsx|js)$/.test(path)) return [];
    const builders = importsOf({ text }).filter(
      ({ specifier, typeOnly }) => !typeOnly && /^(kysely|pg)$/.test(specifier),
    );
    if (builders.length > 0) return [`${path} imports what builds SQL: ${belongs(path)}`];
    if (!MAY_SAY.test(text)) return [];
    const program: unknown = parseAst(
      text,
      { lang: path.endsWith(".tsx") ? "tsx" : path.endsWith(".ts") ? "ts" : "js" },
      path,
    );
    if (!isNode(program)) throw new Error(`${path} was not parsed`);
    const lines = new Set(sayings(program, []).map((start) => text.slice(0, start).split("\n").length));
    return [...lines].map((line) => `${path}:${line} says SQL: ${belongs(path)}`);
  });
}

const belongs = (path: string): string =>
  /^(apps|packages\/(api|interop))\//.test(path)
    ? "what reads or writes the registry is a function of packages/registry, in the folder of its noun; routes call it"
    : "a model belongs to packages/cno or its study, counting to packages/engine, and what is of the registry to packages/registry";
