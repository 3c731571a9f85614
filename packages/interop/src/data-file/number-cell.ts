import { missingReasonOf, numberReadings } from "@osteon/codebook";

/** The sign before the decimals. */
export type DecimalSign = "point" | "comma";

/** What programs write for a missing value: R, SAS, and spreadsheets. */
export const MISSING = new Set(["", "NA", "."]);

/** What databases, Python and people write among numbers; among texts each may be a category. */
const MISSING_NUMBER = new Set(["nan", "null", "n/a", "#n/a", "<na>", "none", "nat"]);

/** Those of them that are no category either. */
export const NEVER_A_WORD = new Set(["nan", "null", "#n/a", "<na>", "nat"]);

/** And those that are nobody's name: among texts too they are missing. */
export const NO_NAME = new Set(["nan", "#n/a", "<na>", "nat"]);

/** A number of thousands and decimals, both written: 1.234,5 and 1.234.567 with decimal commas. */
export const GROUPED = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)$|^[+-]?[1-9]\d{0,2}(\.\d{3}){2,}$/;
/** The same with decimal points: 1,234.5 and 1,234,567. */
export const GROUPED_BY_COMMAS = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)$|^[+-]?[1-9]\d{0,2}(,\d{3}){2,}$/;
/** 1.234: one and a bit, or a thousand, as the file has it. */
export const ONE_GROUP = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
/** 1,234 likewise. */
export const ONE_GROUP_BY_COMMA = /^[+-]?[1-9]\d{0,2},\d{3}$/;

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * A number of a file whose decimal sign is known: as programs write it, or as the codebook reads what people write (1.234,5 with
 * decimal commas, a minus sign of its own, spaces between thousands), where it can be read in one way. The other sign alone is none.
 */
export function numberOf(text: string, decimal: DecimalSign = "point"): number | undefined {
  const plain = decimal === "point" ? text : text.includes(".") ? "" : text.replace(",", ".");
  if (PLAIN.test(plain)) return Number(plain);
  if (!PEOPLE.test(text) || (decimal === "point" ? ONE_COMMA : ONE_POINT).test(text)) return undefined;
  const [only, ...others] = numberReadings(text, decimal);
  return only === undefined || others.length > 0 ? undefined : Number(only);
}

/** What only people write: signs between thousands, and other minus signs. */
const PEOPLE = /^[+\-\u2010-\u2013\u2212\uff0d]?\s?\d[\d.,'\u2019 \u00a0\u2007\u2009\u202f]*$/;
const ONE_COMMA = /^[^.,]*,[^.,]*$/;
const ONE_POINT = /^[^.,]*\.[^.,]*$/;

/** Whether a text says, among numbers, that one is missing. */
export const isMissingNumber = (text: string): boolean =>
  MISSING_NUMBER.has(text.toLowerCase()) || missingReasonOf(text) !== undefined;

/** Whether a text may be a thousand or a decimal fraction: `1.234` where commas are decimal, `1,234` where points are. */
export const mayBeThousands = (text: string): boolean => ONE_GROUP.test(text) || ONE_GROUP_BY_COMMA.test(text);

/** A value below or above what could be measured: the sign, and how far it could be. */
export const LIMIT = /^([<>\u2264\u2265])=?\s*([\d.,]+)$/;
