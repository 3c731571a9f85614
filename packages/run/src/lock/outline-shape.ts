import type { Outline } from "@osteon/publish";
import { z } from "zod";
import type { SameParts } from "./same-parts.ts";

/** What a report is made of, for a study that nobody compiles. */

const text = z.string();
const texts = z.array(text);
const captioned = { id: text, title: text };
const kind = <K extends string>(name: K) => ({ kind: z.literal(name) });
const unknownLevels = z.strictObject({ head: text, levels: texts });
const labelled = z.array(z.strictObject({ name: text, label: text }));

const table = z.discriminatedUnion("kind", [
  z.strictObject({
    ...kind("cells"),
    ...{ ...captioned, heads: texts, notes: texts },
    rows: z.array(z.strictObject({ label: text, level: z.int().optional(), cells: texts })),
  }),
  z.strictObject({
    ...kind("characteristics"),
    ...{ ...captioned, notes: texts },
    sections: z.array(
      z.strictObject({ heading: text, rows: z.array(z.union([text, z.strictObject({ label: text, cells: texts })])) }),
    ),
  }),
  z.strictObject({ ...kind("normality"), ...captioned, of: texts, notes: texts }),
  z.strictObject({
    ...kind("states"),
    ...{ ...captioned, of: text, states: text, rows: texts, within: texts.optional(), known: text },
    ...{ unknown: unknownLevels, notes: texts },
  }),
  z.strictObject({ ...kind("groups"), ...captioned, of: text, heads: texts, cells: texts, notes: texts }),
  z.strictObject({ ...kind("agreement"), ...captioned, of: text, results: labelled, notes: texts }),
  z.strictObject({ ...kind("ranking"), ...captioned, of: text, results: labelled, groups: labelled, notes: texts }),
]);

const drawn = { ...captioned, caption: text, description: text, compares: z.literal(true).optional() };
const box = z.strictObject({ title: text, of: z.union([text, texts]), lines: texts });
const printed = z.array(z.strictObject({ time: z.number(), survival: z.number(), label: text }));

const figure = z.discriminatedUnion("kind", [
  z.strictObject({ ...kind("flow"), ...drawn, charts: box, cohort: box, aside: z.array(box), groups: z.array(box) }),
  z.strictObject({
    ...kind("stacked-bars"),
    ...drawn,
    of: text,
    states: text,
    panels: texts,
    bars: texts,
    unknown: texts,
  }),
  z.strictObject({
    ...kind("stacked-shares"),
    ...{ ...drawn, of: text, states: text, rows: texts, unknown: z.strictObject({ says: text, levels: texts }) },
  }),
  z.strictObject({
    ...kind("kaplan-meier"),
    ...{ ...drawn, of: text, groups: texts, timeLabel: text, survivalLabel: text, notes: texts },
    printed: printed.optional(),
  }),
  z.strictObject({
    ...kind("shares"),
    ...{ ...drawn, axis: text },
    rows: z.array(z.strictObject({ label: text, of: text, printed: z.number().optional() })),
  }),
]);

const block = z.union([
  z.strictObject({ headlines: z.literal(true) }),
  z.strictObject({ figure }),
  z.strictObject({ table }),
  z.strictObject({ heading: text, paragraphs: texts }),
]);

export const outlineShape = z.strictObject({
  labels: z.record(text, text),
  states: z.record(text, z.record(text, z.strictObject({ label: text, fill: text, ink: text }))),
  headlines: z.array(z.strictObject({ label: text, number: text, below: text })),
  headlinesCompare: z.literal(true).optional(),
  parts: z.array(z.strictObject({ id: text, title: text, blocks: z.array(block) })),
  methods: z.array(z.strictObject({ heading: text, of: texts, more: text.optional() })),
  notComparable: text.optional(),
});

true satisfies SameParts<z.infer<typeof outlineShape>, Outline>;
