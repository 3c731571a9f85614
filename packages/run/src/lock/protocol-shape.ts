import type { Protocol } from "@osteon/protocol";
import { z } from "zod";
import type { SameParts } from "./same-parts.ts";

/** What a protocol is made of: what types say of it, for a study that nobody compiles. Rules and groups take values of any name. */

const text = z.string();
const days = z.array(z.int().min(0));
const window = z.tuple([z.int(), z.int()]);
const stated = { says: text, source: text.optional(), assumption: z.literal(true).optional() };
const ruleValue = z.union([
  z.number(),
  z.boolean(),
  text,
  z.strictObject({ value: z.number(), times: z.int().min(1) }),
  z.strictObject({ date: z.iso.date() }),
  window,
]);
const rule = z.object(stated).catchall(ruleValue);

const levels = z.union([
  z.array(text),
  z.literal(["timePoints", "found"]),
  z.strictObject({ groups: z.strictObject({ inResponse: z.boolean().optional() }) }),
]);
const leveled = z.strictObject({ column: text, levels });
const code = z.union([text, z.number()]);
const where = z.record(
  text,
  z.union([
    text,
    z.number(),
    z.array(code),
    z.strictObject({ from: z.number().optional(), to: z.number().optional() }),
  ]),
);
const counted = { ...stated, title: text, from: text, where };
const by = { by: z.array(leveled).optional() };
const unit = { unit: text, divisor: z.number().positive(), decimals: z.int().min(0) };
const yesNo = { column: text, values: z.array(code), unknown: z.array(code) };
const kind = <K extends string>(name: K) => ({ kind: z.literal(name) });

const analysis = z.discriminatedUnion("kind", [
  z.strictObject({
    ...kind("continuous"),
    ...{ ...counted, ...by, ...unit, column: text },
    chosenBy: z.strictObject({
      test: z.literal(["kolmogorov-smirnov", "lilliefors", "shapiro-wilk"]),
      alpha: z.number(),
    }),
  }),
  z.strictObject({ ...kind("count"), ...counted, ...by }),
  z.strictObject({ ...kind("share"), ...counted, ...by, ...yesNo }),
  z.strictObject({ ...kind("breakdown"), ...counted, column: text, levels: z.array(text), by: z.array(leveled) }),
  z.strictObject({
    ...kind("survival"),
    ...{ ...counted, ...unit, time: text, event: text, by: leveled.optional(), atDays: days, riskAtDays: days },
  }),
  z.strictObject({
    ...kind("diagnostic"),
    ...counted,
    score: text,
    truth: text,
    positive: text,
    cutOffs: z.array(z.number()),
  }),
  z.strictObject({
    ...kind("association"),
    ...{ ...counted, test: z.literal(["two-by-two", "rank-sum", "rank-correlation"]), x: text, y: text },
  }),
  z.strictObject({
    ...kind("agreement"),
    ...counted,
    ...by,
    first: z.strictObject(yesNo),
    second: z.strictObject(yesNo),
  }),
  z.strictObject({
    ...kind("ranking"),
    ...{ ...counted, ...yesNo, by: z.tuple([leveled, leveled]), against: text, atLeast: z.int().min(0) },
  }),
]);

const entry = z.union([
  z.literal(["diagnosis", "antibiotic"]),
  z.strictObject({ drugClasses: z.array(text) }),
  z.strictObject({ drugs: z.array(text) }),
]);

export const protocolShape = z.strictObject({
  id: text,
  version: text,
  title: text,
  source: text,
  cohorts: z.record(
    text,
    z.strictObject({ ...stated, cohort: text, diagnosed: z.tuple([z.iso.date(), z.iso.date()]) }),
  ),
  timePoints: z.record(text, z.strictObject({ ...stated, targetDay: z.int(), window, carries: z.boolean() })),
  groups: z.record(
    text,
    z.looseObject({ ...stated, entry, step: z.int(), inResponse: z.boolean(), aloneOnly: z.boolean() }),
  ),
  rules: z.record(text, rule),
  tables: z.record(text, z.looseObject({ key: text, rows: z.record(text, z.looseObject({})) })),
  analyses: z.record(text, analysis),
  needs: z
    .strictObject({
      own: z.record(
        text,
        z.union([z.literal(["yes-no", "choice", "integer", "date", "text"]), z.strictObject({ decimals: z.number() })]),
      ),
    })
    .optional(),
});

/** Of groups, rules and tables the types take values of any name, as the shapes do, and say more of them. */
type Named = Omit<Protocol, "groups" | "rules" | "tables">;
true satisfies SameParts<Omit<z.infer<typeof protocolShape>, "groups" | "rules" | "tables">, Named>;
