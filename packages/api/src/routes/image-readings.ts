import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { centreText, count, keyText, moment } from "../shapes/texts.ts";

const examination = z.object({
  imaging: z.string(),
  patient: z.string(),
  imagedOn: z.string(),
  modality: z.string(),
  region: z.string(),
  /** In the reader's own order, from 1. */
  place: count,
});
/** An examination that a person has to read; nothing of what was seen on it. */
export type ImageExamination = Told<typeof examination>;

const state = z.enum(["new", "active", "remaining", "not_visible"]);
/** The state of a lesion by where it lies, as `femur left`; a place that is not named shows none. */
const findings = z.record(z.string().regex(/^[a-z_]{1,40} (left|right|midline)$/), state);

const imageReading = z.object({
  reader: z.string(),
  /** Whether it is one's own. */
  mine: z.boolean(),
  findings,
  handedInAt: moment,
  withdrawnAt: moment.nullable(),
  withdrawnReason: z.string().nullable(),
});
export type ToldImageReading = Told<typeof imageReading>;

const centreToRead = z.object({
  centre: z.string(),
  /** When the order was drawn in which the person reads there; nothing is listed before. */
  begunAt: moment.nullable(),
  examinations: z.array(examination.extend({ handedInAt: moment.nullable() })),
});
const imagesToRead = z.object({ centres: z.array(centreToRead) });
export type ImagesToRead = Told<typeof imagesToRead>;

export const listImages = route({
  method: "GET",
  path: "/api/image-readings",
  summary: "The examinations that the person has to read blind, in an order of its own, centre by centre",
  answers: { 200: imagesToRead },
});

export const drawOrder = route({
  method: "POST",
  path: "/api/centres/:centre/image-readings/order",
  summary: "Draws the order in which the person reads at a centre, once; one that was drawn before stays",
  params: z.object({ centre: centreText }),
  answers: { 201: z.object({}) },
});

const imageParams = z.object({ centre: centreText, imaging: keyText });

export const readImage = route({
  method: "GET",
  path: "/api/centres/:centre/image-readings/:imaging",
  summary: "An examination to read, the own readings of it, and those of others once the own is handed in",
  params: imageParams,
  answers: { 200: z.object({ examination, of: count, readings: z.array(imageReading), next: z.string().nullable() }) },
});

export const handInImage = route({
  method: "POST",
  path: "/api/centres/:centre/image-readings/:imaging",
  summary: "Hands in what was seen on an examination; it cannot be changed afterwards",
  params: imageParams,
  body: z.object({ findings }),
  once: true,
  answers: { 201: z.object({}) },
});

export const withdrawImage = route({
  method: "DELETE",
  path: "/api/centres/:centre/image-readings/:imaging",
  summary: "Withdraws the own reading of an examination, with X-Reason; it stays, as withdrawn",
  params: imageParams,
  reason: true,
  answers: { 204: NOTHING },
});

const part = z.union([
  z.object({ estimable: z.literal(true), value: z.number() }),
  z.object({ estimable: z.literal(false), because: z.string(), n: count }),
]);
const kappa = z.object({
  kappa: part,
  lower: part,
  upper: part,
  /** Share of pairs of readings of one place that are equal. */
  observed: part,
  /** Places that were read twice or more, and children to whom they belong. */
  subjects: count,
  clusters: count,
});
const both = z.object({
  /** By the four states of a lesion, and none. */
  states: kappa,
  /** By whether a lesion is visible or not. */
  visible: kappa,
});

const imageAgreement = z.object({
  /** Whole-body MRIs with two readings or more, the first one included; readers without it; readings that stand; those withdrawn. */
  examinations: count,
  readers: count,
  readings: count,
  withdrawn: count,
  /** Readings of regional MRIs: where nothing is marked nobody knows whether it was looked at, so that kappa leaves them out. */
  regional: count,
  /** Why there is no kappa. */
  whyNone: z.enum(["unread", "single"]).nullable(),
  overall: both,
  bones: z.array(both.extend({ bone: z.string() })),
  disagreements: z.array(
    z.object({
      centre: z.string(),
      patient: z.string(),
      imaging: z.string(),
      imagedOn: z.string(),
      modality: z.string(),
      bone: z.string(),
      side: z.enum(["left", "right", "midline"]),
      /** `reader` null: the first reading, as the chart has it; `state` null: no lesion there. */
      readings: z.array(z.object({ reader: z.string().nullable(), state: state.nullable() })),
    }),
  ),
});
/** How far readers of MRIs agree, and where they do not. */
export type ImageAgreement = Told<typeof imageAgreement>;

export const compareImages = route({
  method: "GET",
  path: "/api/image-agreement",
  summary: "Free-marginal kappa of the readers of MRIs, overall and by bone, and every place on which they differ",
  query: z.object({ centre: centreText.optional() }),
  long: true,
  answers: { 200: imageAgreement },
});
