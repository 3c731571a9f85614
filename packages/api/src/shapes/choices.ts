import { PLAN_LIMITS } from "@osteon/codebook";
import { z } from "zod";

/** So long may a text be that a person types; what is longer is refused, never cut. */
export const TYPED_LIMITS = { title: 200, group: 80, value: 200 } as const;

/** What a person typed: on one line, since it stands in titles and labels; nothing unseen in it. */
const typed = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine(
      (text) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text),
      "Write it on one line, without characters that nobody sees.",
    );

const fieldId = z.string().regex(/^[a-z][a-z0-9_]{0,40}\.[a-z][a-z0-9_]{0,60}$/);

const condition = z.object({
  field: fieldId,
  comparison: z.enum(["is", "is-not", "at-least", "at-most", "known"]),
  /** As the codebook writes cells: `female`, `yes`, `4.5`; one of several is enough. */
  values: z.array(typed(TYPED_LIMITS.value)).max(60).readonly(),
  /** In the child's whole chart, around the diagnosis, or up to day 0 of the group. */
  when: z.enum(["ever", "around-diagnosis", "by-start"]),
});

const drugGroup = z.object({
  name: typed(TYPED_LIMITS.group).optional(),
  /** A class of drugs whole, and drugs one by one. */
  classes: z.array(z.string().max(40)).max(6).readonly(),
  drugs: z.array(z.string().max(40)).max(60).readonly(),
});

const groups = z.discriminatedUnion("by", [
  z.object({ by: z.literal("everyone") }),
  z.object({
    by: z.enum(["drug", "class", "plan"]),
    groups: z.array(drugGroup).min(1).max(8).readonly(),
    /** Each child in one group, that begun first, or in each whose drug it was given. */
    members: z.enum(["first", "every"]),
  }),
  z.object({ by: z.literal("stratum"), condition }),
]);

const day = z.int().min(PLAN_LIMITS.earliestDay).max(PLAN_LIMITS.latestDay);
const timePoint = z
  .object({
    name: z.string().regex(/^[a-z][a-z0-9_]{0,31}$/),
    targetDay: day,
    firstDay: day,
    lastDay: day,
    label: z.object({ en: typed(PLAN_LIMITS.label), de: typed(PLAN_LIMITS.label) }),
  })
  .refine(({ firstDay, targetDay, lastDay }) => firstDay <= targetDay && targetDay <= lastDay);

/** How the time to an event ends: with the event, or at the last contact. */
export const EVENTS = ["relapse", "remission", "stop"] as const;
export type ChosenEvent = (typeof EVENTS)[number];

/** A study as a person chose it: plain data, of which all else is made. No part of it is code or SQL. */
export const choicesShape = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  version: z.int().min(1).max(9999),
  title: typed(TYPED_LIMITS.title),
  /** Days of diagnosis, both included; whenever, where none is said. */
  diagnosed: z.object({ from: z.iso.date(), to: z.iso.date() }).optional(),
  /** All of them must hold. */
  population: z.array(condition).max(12).readonly(),
  groups,
  /** Of the registry's follow-up plan, as it stood. */
  timePoints: z.array(timePoint).max(PLAN_LIMITS.points).readonly(),
  /** Fields told of the children at day 0. */
  characteristics: z.array(fieldId).max(40).readonly(),
  /** Definitions of an outcome, by id. */
  outcomes: z.array(z.string().max(40)).max(20).readonly(),
  /** Fields told at each time point. */
  course: z.array(fieldId).max(20).readonly(),
  events: z.array(z.enum(EVENTS)).max(EVENTS.length).readonly(),
});

export type Choices = z.infer<typeof choicesShape>;
export type ChosenCondition = z.infer<typeof condition>;
export type ChosenGroups = z.infer<typeof groups>;
export type DrugGroups = Extract<ChosenGroups, { readonly members: unknown }>;
