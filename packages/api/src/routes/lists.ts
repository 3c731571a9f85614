import { z } from "zod";
import { route } from "../route.ts";
import { analyte, drug, listCode } from "../shapes/list-entries.ts";
import { count, moment, reason } from "../shapes/texts.ts";

/** Who changed an entry last; `migration` for what came with Osteon. */
const kept = { shipped: z.boolean(), version: count, changedAt: moment, changedBy: z.string() };
const lists = z
  .object({
    drugs: z.array(z.object({ entry: drug, ...kept })),
    analytes: z.array(z.object({ entry: analyte, ...kept })),
  })
  .meta({ id: "Lists" });
/** The drugs and analytes that charts may name, retired ones too. */
export type Lists = z.output<typeof lists>;

export const readLists = route({
  method: "GET",
  path: "/api/lists",
  summary: "The drugs and analytes that charts may name, retired ones too, with who changed them last",
  byToken: true,
  answers: { 200: lists },
});

const adding = { method: "POST", reason: true, once: true, answers: { 201: lists } } as const;
const changing = {
  method: "PUT",
  params: z.object({ code: listCode }),
  ofVersion: true,
  reason: true,
  once: true,
  answers: { 200: lists },
} as const;

export const addDrug = route({
  ...adding,
  path: "/api/lists/drugs",
  summary: "Adds a drug of the registry's own, with a code that begins with own_; for administrators",
  body: z.object({ entry: drug, reason }),
});

export const changeDrug = route({
  ...changing,
  path: "/api/lists/drugs/:code",
  summary:
    "Changes or retires the drug that was read, with a reason; of a shipped one its units and whether it is offered",
  body: z.object({ entry: drug, reason }),
});

export const addAnalyte = route({
  ...adding,
  path: "/api/lists/analytes",
  summary: "Adds an analyte of the registry's own, with a code that begins with own_; for administrators",
  body: z.object({ entry: analyte, reason }),
});

export const changeAnalyte = route({
  ...changing,
  path: "/api/lists/analytes/:code",
  summary:
    "Changes or retires the analyte that was read, with a reason; of a shipped one its limits by age and whether it is offered",
  body: z.object({ entry: analyte, reason }),
});
