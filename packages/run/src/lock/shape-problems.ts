import type { Problem } from "@osteon/codebook";
import type { z } from "zod";
import { outlineShape } from "./outline-shape.ts";
import { protocolShape } from "./protocol-shape.ts";
import { meant, problem, refused } from "./study-problem.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is missing in a study's protocol and report, or is not what belongs at its place; of anything else nothing can be told before. */
export const shapeProblems = ({ protocol, report }: { readonly protocol: unknown; readonly report?: unknown }) => [
  ...problemsIn("protocol.ts", protocolShape, protocol),
  ...(report === undefined ? [] : problemsIn("report.ts", outlineShape, report)),
];

function problemsIn(file: string, shape: z.ZodType, value: unknown): readonly Problem[] {
  const read = shape.safeParse(value);
  return read.success ? [] : read.error.issues.flatMap((issue) => told(file, value, [], issue));
}

function told(file: string, value: unknown, above: Path, issue: Issue): readonly Problem[] {
  const path = [...above, ...issue.path];
  const at = (more: Path = []) => [...path, ...more].map(String).join(".");
  const found = path.reduce(within, value);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((written) => problem(file, at([written]), refused("unknown-part", { written })));
  if (found === undefined) return [problem(file, at(), refused("part-missing", { kind: kindOf(issue) }))];
  if (issue.code === "invalid_union") {
    const nearest = nearestOf(issue.errors);
    if (nearest !== undefined) return nearest.flatMap((one) => told(file, value, path, one));
  }
  return [problem(file, at(), refused("part-other", wanted(issue, found)))];
}

/** Of what might stand there that which the study comes furthest in; nothing where it comes as far in two of them. */
function nearestOf(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]) => Math.min(...issues.map(({ path }) => path.length));
  const [first, second] = errors
    .filter((issues) => issues.length > 0 && depth(issues) > 0)
    .toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  if (first === undefined || second === undefined) return first;
  return depth(first) === depth(second) && first.length === second.length ? undefined : first;
}

const within = (value: unknown, key: PropertyKey): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;

/** What a word at this place may be, and the nearest to that which is written. */
function wanted(issue: Issue, found: unknown) {
  const values = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const written = typeof found === "object" ? undefined : String(found);
  const nearest = written === undefined ? undefined : meant(written, values);
  return { kind: kindOf(issue), written, meant: nearest, values: values.length === 0 ? undefined : values };
}

const kindOf = (issue: Issue) => (issue.code === "invalid_type" ? KINDS[issue.expected] : undefined);

const KINDS: Readonly<Record<string, "text" | "number" | "whole" | "flag" | "list" | "parts">> = {
  string: "text",
  number: "number",
  int: "whole",
  boolean: "flag",
  array: "list",
  tuple: "list",
  object: "parts",
  record: "parts",
};
