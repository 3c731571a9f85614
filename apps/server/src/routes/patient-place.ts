import type { PatientOrder, PatientPlace } from "@osteon/registry";
import { z } from "zod";
import { Refused } from "../http/problem-reply.ts";
import { keyText } from "./shapes.ts";

/** A place in the list of children as an address carries it. */
export const placeText = z.string().min(1).max(1000);

const COUNTED: ReadonlySet<PatientOrder> = new Set(["visits", "lesions", "openQueries", "drafts"]);
const pair = z.tuple([z.union([z.string().max(200), z.number().int().min(0).max(2_147_483_647), z.null()]), keyText]);

/** By pseudonym the place is the pseudonym itself; in any other order the value stands before it. */
export const placeIn = (order: PatientOrder, { value, patient }: PatientPlace): string =>
  order === "patient" ? patient : Buffer.from(JSON.stringify([value, patient])).toString("base64url");

/** The place that an address names; a place of another order is refused. */
export function readPlace(order: PatientOrder, text: string): PatientPlace {
  if (order === "patient") {
    const key = keyText.safeParse(text);
    if (key.success) return { value: key.data, patient: key.data };
    throw notAPlace();
  }
  const read = pair.safeParse(decoded(text));
  if (!read.success) throw notAPlace();
  const [value, patient] = read.data;
  if (value !== null && (typeof value === "number") !== COUNTED.has(order)) throw notAPlace();
  return { value, patient };
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

const notAPlace = (): Refused =>
  new Refused(
    400,
    "invalid-request",
    "`after` is not a place in a list of this order.",
    "Send `next` of the page before, with the same `sort`.",
    { column: "querystring.after" },
  );
