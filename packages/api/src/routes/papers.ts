import { z } from "zod";
import { route, type Told } from "../route.ts";
import { words } from "../shapes/texts.ts";
import { runParams } from "./runs.ts";

const finding = z.object({
  id: z.string(),
  class: z.enum(["impossible", "inconsistent", "query"]),
  kind: z.string(),
  says: z.string(),
  quotes: z.array(z.object({ text: z.string(), printed: z.string(), section: z.string(), line: z.number() })),
  /** What the paper's own numbers give; empty where there is nothing to compute. */
  recomputed: z.string(),
  consistentValues: z.array(z.string()),
  cause: z.string(),
});

const checked = z.object({
  roundingRule: z.enum(["half-up", "half-even", "truncation", "unknown"]),
  claims: z.number(),
  findings: z.array(finding),
  lines: z.array(z.string()),
});
/** A paper held against itself. */
export type CheckedPaper = Told<typeof checked>;
export type Finding = CheckedPaper["findings"][number];

const bound = z.object({
  printed: z.string(),
  status: z.enum(["equal", "rounded-wrongly", "stale", "not-found"]),
  quote: z.string(),
  line: z.number(),
  result: z.string().optional(),
  expected: z.string().optional(),
});
const binding = z.object({ numbers: z.array(bound), unmatched: z.array(bound) });
/** The numbers of a paper held against the results of a run. */
export type Binding = Told<typeof binding>;
export type BoundNumber = Binding["numbers"][number];

export const checkPaper = route({
  method: "POST",
  path: "/api/paper-checks",
  summary: "Reports every printed number of a paper that contradicts another; the paper is not kept",
  query: z.object({ name: words(200) }),
  sends: ["application/octet-stream"],
  long: true,
  answers: { 200: checked },
});

export const bindPaper = route({
  method: "POST",
  path: "/api/runs/:run/paper",
  summary: "Every number of a paper, given by its lines, held against the results of the run; the text is not kept",
  params: runParams,
  body: z.object({ lines: z.array(z.string().max(100_000)).max(100_000) }),
  long: true,
  answers: { 200: binding },
});
