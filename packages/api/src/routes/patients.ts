import type { PatientOrder } from "@osteon/registry";
import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { storedRow } from "../shapes/row.ts";
import { centreText, childParams, count, day, drugClass, keyText, moment, pageOf, words } from "../shapes/texts.ts";
import { today } from "../shapes/today.ts";
import { query } from "./work.ts";

/** What the list of children can be in the order of. */
export const PATIENT_ORDERS = [
  "patient",
  "centre",
  "cohort",
  "sex",
  "bornOn",
  "diagnosedOn",
  "lastVisitOn",
  "visits",
  "lesions",
  "openQueries",
  "drafts",
] as const satisfies readonly PatientOrder[];

const standing = z.enum(["in", "withdrawn", "opted-out", "not-given"]);
const status = z.enum(["draft", "complete"]);

const patientLine = z
  .object({
    patient: z.string(),
    centre: z.string(),
    cohort: z.string(),
    sex: z.string(),
    bornOn: z.string(),
    diagnosedOn: z.string(),
    rowStatus: status,
    standing,
    visits: count,
    lastVisitOn: z.string().nullable(),
    drafts: count,
    openQueries: count,
    /** Nothing where lesions are kept from the person's role; drugs likewise, with treatments. */
    lesions: count.nullable(),
    drugs: z.array(z.string()).nullable(),
  })
  .meta({ id: "PatientLine" });
/** A child as the list tells it. */
export type PatientLine = Told<typeof patientLine>;

const signature = z
  .object({
    signature: z.number(),
    visit: z.string(),
    meaning: z.enum(["author", "reviewed", "approved"]),
    printedName: z.string(),
    /** The address of the account as it was then. */
    signedAddress: z.string().nullable(),
    /** Who made the link by which the password was set with which it was signed, where that was not the signer. */
    linkBy: z.string().nullable(),
    linkUsedAt: moment.nullable(),
    signedBy: z.string(),
    signedAt: moment,
    voidedAt: moment.nullable(),
  })
  .meta({ id: "Signature" });
export type Signature = Told<typeof signature>;

const chartLock = z
  .object({
    lock: z.number(),
    scope: z.enum(["study", "patient", "visit"]),
    patient: z.string().nullable(),
    visit: z.string().nullable(),
    setBy: z.string(),
    setAt: moment,
    /** Why it was set; nothing for locks from before a reason was asked. */
    reason: z.string().nullable(),
  })
  .meta({ id: "ChartLock" });
export type Lock = Told<typeof chartLock>;

const chart = z
  .object({
    patient: z.string(),
    centre: z.string(),
    standing: standing.optional(),
    rows: z.array(storedRow),
    queries: z.array(query),
    signatures: z.array(signature),
    locks: z.array(chartLock),
  })
  .meta({ id: "Chart" });
/** A child's whole chart. */
export type Chart = Told<typeof chart>;

export const listPatients = route({
  method: "GET",
  path: "/api/patients",
  summary:
    "Children by pseudonym or in the order of `sort` (`-` before it: from the largest), a page at a time; `next` is the `after` of the next",
  query: z.object({
    centre: centreText.optional(),
    cohort: z.enum(["cno", "bacterial_osteomyelitis"]).optional(),
    begins: keyText.optional(),
    contains: keyText.optional(),
    form: z.enum(["unifocal", "multifocal"]).optional(),
    treatment: drugClass.optional(),
    queries: z.enum(["open"]).optional(),
    visit: z.enum(["late", "due"]).optional(),
    from: day.optional(),
    until: day.optional(),
    sort: z.enum(PATIENT_ORDERS.flatMap((order) => [order, `-${order}` as const])).default("patient"),
    after: z.string().min(1).max(1000).optional(),
    limit: pageOf(200, 50),
  }),
  long: true,
  byToken: true,
  answers: { 200: z.object({ patients: z.array(patientLine), next: z.string().optional() }) },
});

export const readPatient = route({
  method: "GET",
  path: "/api/centres/:centre/patients/:patient",
  summary: "A child's whole chart, with its locks, signatures and open queries",
  params: childParams,
  long: true,
  byToken: true,
  answers: { 200: chart, 304: NOTHING },
});

/** A day on which a child may have been born, until today. */
const birthday = z.iso
  .date()
  .refine((day) => day >= "1900-01-01" && day <= today(), "This is no day on which a child was born.");

const identity = z.object({ name: words(200), bornOn: birthday, recordNumber: words(64) });
/** Who a child is. */
export type Identity = Told<typeof identity>;

export const readIdentity = route({
  method: "GET",
  path: "/api/centres/:centre/patients/:patient/identity",
  summary: "Name, birth date and record number; the reading is noted",
  params: childParams,
  tellsVersion: true,
  answers: { 200: identity },
});

export const keepIdentity = route({
  method: "PUT",
  path: "/api/centres/:centre/patients/:patient/identity",
  summary: 'Keeps an identity, sealed; If-Match is "0" for the first',
  params: childParams,
  body: identity,
  ofVersion: true,
  tellsVersion: true,
  reason: true,
  answers: { 200: z.object({}), 201: z.object({}) },
});

export const eraseIdentity = route({
  method: "DELETE",
  path: "/api/centres/:centre/patients/:patient/identity",
  summary: "Erases an identity, with X-Reason; the trail keeps who erased it and why",
  params: childParams,
  reason: true,
  answers: { 204: NOTHING },
});

const course = z
  .object({
    /** Whether the chart can be read by rules yet. */
    ready: z.literal(true),
    lines: z.array(z.object({ line: z.string(), startedOn: z.string(), stoppedOn: z.string().nullable() })),
    states: z.array(
      z.object({
        line: z.string(),
        timePoint: z.string(),
        state: z.string(),
        reason: z.string(),
        visit: z.string().nullable(),
        visitedOn: z.string().nullable(),
        baselineVisit: z.string().nullable(),
        relapseVisit: z.string().nullable(),
        marker: z
          .object({
            analyte: z.enum(["crp", "esr"]),
            before: z.number(),
            /** `<` where the laboratory gave no more than a limit; else nothing. */
            beforeSign: z.string(),
            after: z.number(),
            afterSign: z.string(),
            unit: z.string(),
            beforeKey: z.string(),
            afterKey: z.string(),
          })
          .nullable(),
      }),
    ),
    relapses: z.array(
      z.object({
        visit: z.string().nullable(),
        on: z.string(),
        imaging: z.string().nullable(),
        remissionVisit: z.string().nullable(),
      }),
    ),
    radiology: z.array(z.object({ line: z.string(), outcome: z.string(), imaging: z.string().nullable() })),
    score: z
      .object({
        lowest: z.number(),
        highest: z.number(),
        items: z.array(
          z.object({ item: z.string(), says: z.string(), points: z.number(), held: z.boolean().nullable() }),
        ),
        cutOffs: z.array(z.object({ name: z.string(), says: z.string(), atLeast: z.number() })),
      })
      .nullable(),
  })
  .meta({ id: "Course" });

const told = z.discriminatedUnion("ready", [z.object({ ready: z.literal(false) }), course]);
/** What the rules of the registry say of a child, once they can read its chart. */
export type Course = Told<typeof told>;

export const readCourse = route({
  method: "GET",
  path: "/api/centres/:centre/patients/:patient/course",
  summary: "Derived states with their reasons, relapses and score of a child, from its complete rows",
  params: childParams,
  byToken: true,
  answers: { 200: told },
});
