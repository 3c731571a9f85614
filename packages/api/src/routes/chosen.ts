import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { choicesShape, EVENTS } from "../shapes/choices.ts";
import { problem } from "../shapes/problem.ts";
import { count, moment } from "../shapes/texts.ts";
import { followUpPoint } from "./settings.ts";

const pair = z.object({ en: z.string(), de: z.string() });
const coded = z.object({ code: z.string(), label: pair });

const chosenField = z.object({
  /** The table and the field, as `visit.pain_nrs`; of laboratory results the analyte, as `laboratory.crp`. */
  id: z.string(),
  table: z.string(),
  name: z.string(),
  kind: z.enum(["number", "yes-no", "choice", "text"]),
  label: pair,
  unit: pair,
  /** A typed 4.5 is the whole number 45 of a model where this is 10. */
  times: z.number(),
  /** So many may be typed. */
  decimals: count,
  choices: z.array(coded).readonly(),
  limits: z.tuple([z.number(), z.number()]).readonly().optional(),
  /** What it means that a chart has no row: not there, not known, or not there where the child was imaged. */
  absent: z.enum(["not-met", "unknown", "unless-imaged"]),
  /** What it says holds for the child as such, and not at a day. */
  once: z.boolean(),
  /** It may be told of children at day 0; at time points. */
  atStart: z.boolean(),
  inCourse: z.boolean(),
});
/** A field of the chart, or what follows from it, that a person may choose. */
export type ChosenField = Told<typeof chosenField>;

const offered = z.object({
  fields: z.array(chosenField),
  classes: z.array(coded),
  drugs: z.array(coded),
  plans: z.array(z.object({ label: pair, classes: z.array(z.string()), drugs: z.array(z.string()) })),
  outcomes: z.array(z.object({ id: z.string(), label: pair, says: z.string() })),
  events: z.array(z.object({ code: z.enum(EVENTS), label: pair })),
  timePoints: z.array(followUpPoint),
});
/** What may be chosen for a study. */
export type OfferedChoices = Told<typeof offered>;

/** Choices as they are sent: time points are named, and the plan of the registry says when they are. */
const draft = choicesShape
  .omit({ id: true, version: true, timePoints: true })
  .extend({ timePoints: z.array(z.string().max(40)).max(24).readonly() });
export type ChosenDraft = z.output<typeof draft>;

const standing = z.object({ counted: count, notMet: count, notKnown: count, otherGroup: count });
const told = z.object({
  says: pair,
  groups: z.array(z.object({ id: z.string(), label: pair })),
  problems: z.array(problem),
  /** Nothing while something is wrong with the choices, or with the charts. */
  children: z
    .object({
      all: standing,
      groups: z.array(standing),
      conditions: z.array(z.object({ met: count, notMet: count, notKnown: count })),
    })
    .nullable(),
  /** Why the charts would not freeze as they are. */
  charts: z.array(problem),
});
/** What a draft would compute, and how many children it counts now. */
export type ToldChoices = Told<typeof told>;

const params = z.object({ study: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/) });
const saved = z.object({ study: z.string(), version: count, hash: z.string() });

const savedChoices = saved.extend({
  title: z.string(),
  savedBy: z.string(),
  savedAt: moment,
  mine: z.boolean(),
  choices: choicesShape,
});
/** A study as it was chosen, in its newest version. */
export type SavedChoices = Told<typeof savedChoices>;

export const readOffered = route({
  method: "GET",
  path: "/api/choices",
  summary: "What may be chosen for a study: fields, drugs, plans, time points, outcomes, events",
  answers: { 200: offered },
});

export const tellChoices = route({
  method: "POST",
  path: "/api/choices/told",
  summary: "What choices would compute, in plain words, and how many children they count; nothing is kept",
  body: draft,
  answers: { 200: told },
});

export const saveStudy = route({
  method: "POST",
  path: "/api/chosen-studies",
  summary: "Keeps choices as a study that can be run and downloaded",
  body: draft,
  once: true,
  answers: { 201: saved },
});

export const changeStudy = route({
  method: "PUT",
  path: "/api/chosen-studies/:study",
  summary: "Keeps choices as the next version of the study that was read (If-Match); by its author",
  params,
  body: draft,
  ofVersion: true,
  tellsVersion: true,
  once: true,
  answers: { 201: saved },
});

export const readStudy = route({
  method: "GET",
  path: "/api/chosen-studies/:study",
  summary: "What was chosen for a study, in its newest version",
  params,
  tellsVersion: true,
  answers: { 200: savedChoices },
});

export const takeFolder = route({
  method: "GET",
  path: "/api/chosen-studies/:study/folder.zip",
  summary: "The folder of a study that was made by choosing, packed: a study like any other",
  params,
  answers: { 200: { file: "application/zip" } },
});

export const takeStudyAway = route({
  method: "DELETE",
  path: "/api/chosen-studies/:study",
  summary: "Takes a study away that was made by choosing, with a reason; its runs stay",
  params,
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});
