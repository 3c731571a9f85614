import { CODEBOOK, tableNamed } from "@osteon/codebook";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { Refused } from "../http/problem-reply.ts";

export const tableName = z.enum(CODEBOOK.map(({ name }) => name) as [string, ...string[]]);
/** Keys and pseudonyms: what stands in an address, without characters that no key has. */
export const keyText = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
export const centreText = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
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
  if (strange === undefined) return { ...given };
  throw new Refused(
    422,
    "unknown-column",
    `The table ${table} has no column of this name.`,
    `Columns: ${[...names].join(", ")}.`,
    { column: strange },
  );
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
