import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { inLanguage } from "../shapes/pages.ts";
import { problem } from "../shapes/problem.ts";
import { count, moment, reason } from "../shapes/texts.ts";
import { assumption, pageCell, section } from "../shapes/told-pages.ts";
import { lockChanges } from "./runs.ts";

const language = z.enum(["en", "de"]);

const newest = z.object({
  run: z.string(),
  askedAt: moment,
  /** Whether the study stands today as it did then; not known of a run of before. */
  sameStudy: z.boolean().nullable(),
  headlines: z.array(z.object({ label: z.string(), number: pageCell, below: z.string() })),
  language,
});

const toldStudy = z
  .object({
    id: z.string(),
    title: z.string(),
    titleLanguage: language,
    version: z.string(),
    source: z.string(),
    hash: z.string().optional(),
    periods: z.array(
      z.object({ cohort: z.string(), from: z.string(), to: z.string(), children: count, outside: count }),
    ),
    /** By whom and when it was taken in; nothing for those of the server's own folder. */
    taken: z.object({ by: z.string(), at: moment }).nullable(),
    /** Who made it by choosing, and which version that is. */
    chosen: z.object({ by: z.string(), at: moment, version: count }).nullable(),
    /** Why it cannot be read, where it cannot. */
    says: z.string().optional(),
    newest: newest.optional(),
  })
  .meta({ id: "Study" });
/** A study of the registry, with what it tells about the children that the person may read. */
export type ToldStudy = Told<typeof toldStudy>;

/** So many letters has a lock at most. */
export const LARGEST_LOCK = 5_000_000;
const brought = z.object({ lock: z.string().max(LARGEST_LOCK) });
const studyId = z.string().regex(/^[a-z][a-z0-9-]{1,63}$/);

const broughtLock = z.object({
  words: z.object({
    id: z.string(),
    title: z.string(),
    version: z.string(),
    source: z.string(),
    hashes: z.object({ results: z.string(), all: z.string() }),
    methods: z.array(section),
    assumptions: z.array(assumption),
    analyses: z.array(z.object({ id: z.string(), title: z.string(), says: z.string() })),
    models: z.array(z.object({ name: z.string(), sql: z.string() })),
    parts: z.array(z.string()),
  }),
  problems: z.array(problem),
  /** The lock of the same id that stands. */
  stands: z.object({ version: z.string(), hash: z.string().optional() }).nullable(),
  changes: lockChanges.nullable(),
});
/** A lock in prose, beside the one that stands. */
export type BroughtLock = Told<typeof broughtLock>;

export const listStudies = route({
  method: "GET",
  path: "/api/studies",
  summary: "Studies that can be run, how many children lie outside the period of each, and what its newest run says",
  query: inLanguage,
  answers: { 200: z.object({ studies: z.array(toldStudy) }) },
});

export const lookAtLock = route({
  method: "POST",
  path: "/api/studies/looked-at",
  summary: "What a lock says, what is wrong with it, and what it changes of the one that stands; nothing is kept",
  body: brought,
  answers: { 200: broughtLock },
});

export const takeInStudy = route({
  method: "POST",
  path: "/api/studies",
  summary: "Takes a lock in, with a reason; for administrators",
  body: brought.extend({ reason }),
  reason: true,
  once: true,
  answers: { 201: z.object({ study: z.string(), hash: z.string() }) },
});

export const takeAwayStudy = route({
  method: "DELETE",
  path: "/api/studies/:study",
  summary: "Takes a lock away that was taken in, with a reason; its runs stay",
  params: z.object({ study: studyId }),
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});
