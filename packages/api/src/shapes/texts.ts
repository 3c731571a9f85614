import { CODEBOOK, DRUG_CLASSES } from "@osteon/codebook";
import { z } from "zod";
import type { Told } from "../route.ts";

// Said as functions, since few languages' patterns know such characters.
const isWhole = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);
const isOneLine = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);

/** A table of the chart. */
export const tableName = z.enum(CODEBOOK.map(({ name }) => name) as [string, ...string[]]);
/** Keys and pseudonyms as they are looked up. Rows of before the shape of keys may break it and stay reachable; what is new obeys `keyFault`. */
export const keyText = z.string().min(1).max(128).refine(isWhole);
export const centreText = z.string().min(1).max(100).refine(isOneLine);
/** The centre in an address; numbers and pseudonyms behind it hold within it alone. */
export const atCentre = z.object({ centre: centreText });
export const childParams = atCentre.extend({ patient: keyText });
export const rowParams = atCentre.extend({ table: tableName, key: keyText });

/** Free words, without the control character that databases choke on. */
export const words = (most: number) => z.string().trim().min(1).max(most).refine(isWhole);
/** One line, which may be empty. */
export const lineText = (most: number) => z.string().trim().max(most).refine(isOneLine);
export const email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());
export const role = z.enum([
  "administrator",
  "data_manager",
  "investigator",
  "study_nurse",
  "monitor",
  "statistician",
  "image_reader",
]);
export type Role = Told<typeof role>;
export const reason = z.string().max(500).optional();
export const drugClass = z.enum(DRUG_CLASSES.map(({ code }) => code));
/** A day as `2017-03-01`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A moment with its offset, as the registry tells it: in UTC, to the thousandth of a second. */
export const moment = z.iso.datetime({ offset: true });
/** The number of a row of the registry's own, in an address. */
export const numberText = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
/** Numbers before which a page begins. */
export const afterNumber = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0);
export const pageOf = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);
/** How many, and a row's number. */
export const count = z.number().int().min(0);
