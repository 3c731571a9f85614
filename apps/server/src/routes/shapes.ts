import { CODEBOOK, cellCheck, tableNamed, withLimits } from "@osteon/codebook";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { Refused } from "../http/problem-reply.ts";

export const tableName = z.enum(CODEBOOK.map(({ name }) => name) as [string, ...string[]]);
/** Keys and pseudonyms as they are looked up. Rows of before the shape of keys may break it and stay reachable; what is new obeys `keyFault`. */
export const keyText = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\0\p{Cs}]+$/u);
export const centreText = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
/** The centre in an address; numbers and pseudonyms behind it hold within it alone. */
export const atCentre = z.object({ centre: centreText });
export const childParams = atCentre.extend({ patient: keyText });
export const rowParams = atCentre.extend({ table: tableName, key: keyText });

/** Where a page of a list ended, as one text for `after`: the values that the list is in the order of. */
export const cursorOf = (...values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

/** The values of a cursor; none without one. */
export const valuesOf = (after: string | undefined): readonly string[] => (after === undefined ? [] : partsOf(after));

/** A cursor of that many values. */
export const cursor = (values: number) =>
  z
    .string()
    .max(2000)
    .regex(/^[A-Za-z0-9_-]+$/)
    .refine((text) => partsOf(text).length === values, "This is not the `next` of a page.");

/** The child at which a page of a list ended. */
export function childOf(after: string | undefined): { readonly patient: string; readonly centre: string } | undefined {
  const [patient, centre] = valuesOf(after);
  return patient === undefined || centre === undefined ? undefined : { patient, centre };
}

const parts = z.array(
  z
    .string()
    .max(200)
    .regex(/^[^\0\p{Cs}]*$/u),
);

function partsOf(text: string): readonly string[] {
  try {
    return parts.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8"))).data ?? [];
  } catch {
    return [];
  }
}

/** Free words, without the control characters that databases and terminals choke on. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cs}\0]*$/u);
export const email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());
export const role = z.enum(["administrator", "data_manager", "investigator", "study_nurse", "monitor", "statistician"]);
export const cells = z.record(z.string().max(64), z.string().max(2000));
export const reason = z.string().max(500).optional();
export const status = z.enum(["draft", "complete"]);

export const problem = z.object({
  code: z.string(),
  severity: z.enum(["refused", "query"]),
  where: z.object({
    file: z.string().optional(),
    row: z.number().optional(),
    column: z.string().optional(),
    value: z.string().optional(),
  }),
  says: z.string(),
  fix: z.string(),
});

/** The cells of a row, where every one has a field of the table. */
export function knownCells(table: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const names = new Set(tableNamed(table).fields.map(({ name }) => name));
  const strange = Object.keys(given).find((name) => !names.has(name));
  if (strange === undefined) return withLimits(tableNamed(table), { ...given });
  throw new Refused(
    422,
    "unknown-column",
    `The table ${table} has no column of this name.`,
    `Columns: ${[...names].join(", ")}.`,
    { column: strange },
  );
}

/** As `knownCells`, where what is not blank also reads as its field: a reading is no draft. */
export function soundCells(table: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const known = knownCells(table, given);
  for (const field of tableNamed(table).fields) {
    const cell = known[field.name] ?? "";
    const fault = cell === "" ? undefined : cellCheck(field)(cell).find(({ severity }) => severity === "refused");
    if (fault !== undefined)
      throw new Refused(422, fault.code, fault.says, fault.fix, { column: field.name, value: cell });
  }
  return known;
}

/** The version that the sender read, from `If-Match: "7"`; a write without it is refused. */
export function versionRead({ headers }: FastifyRequest): number {
  const version = /^"(\d{1,9})"$/.exec(headers["if-match"] ?? "")?.[1];
  if (version !== undefined) return Number(version);
  throw new Refused(
    428,
    "version-needed",
    "The request does not say which version it changes.",
    'Send the ETag of the row as If-Match, as "7".',
  );
}

export const etag = (version: number): string => `"${version}"`;

/** The day it is at the server's place. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
