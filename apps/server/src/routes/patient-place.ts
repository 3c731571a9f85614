import { centreText, keyText } from "@osteon/api";
import type { PatientOrder, PatientPlace } from "@osteon/registry";
import { z } from "zod";
import { Refused, refused } from "../http/problem-reply.ts";

/** A place in the list of children as an address carries it. */
export const placeText = z.string().min(1).max(1000);

const COUNTED: ReadonlySet<PatientOrder> = new Set(["visits", "lesions", "openQueries", "drafts"]);
const place = z.tuple([
  z.union([z.string().max(200), z.number().int().min(0).max(2_147_483_647), z.null()]),
  keyText,
  centreText,
]);

/** The place as a text: what the list is ordered by, and which child stood there. */
export const placeIn = ({ value, patient, centre }: PatientPlace): string =>
  Buffer.from(JSON.stringify([value, patient, centre])).toString("base64url");

/** The place that an address names; a place of another order is refused. */
export function readPlace(order: PatientOrder, text: string): PatientPlace {
  const read = place.safeParse(decoded(text));
  if (!read.success) throw notAPlace();
  const [value, patient, centre] = read.data;
  if (value !== null && (typeof value === "number") !== COUNTED.has(order)) throw notAPlace();
  return { value, patient, centre };
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

const notAPlace = (): Refused =>
  new Refused(400, refused("invalid-request", { what: "cursor-of-order" }), { column: "querystring.after" });
