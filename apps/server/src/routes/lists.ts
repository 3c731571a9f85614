import {
  type Analyte,
  analyteProblems,
  DRUG_CLASSES,
  type Drug,
  drugProblems,
  type Problem,
  SCALES,
} from "@osteon/codebook";
import {
  addAnalyte,
  addDrug,
  changeAnalyte,
  changeDrug,
  entriesOf,
  type RegistryLists,
  readLists,
  type Session,
} from "@osteon/registry";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { reasonOf } from "../http/signed-in.ts";
import { reason, versionRead } from "./shapes.ts";

const code = z.string().regex(/^[a-z][a-z0-9_]{0,43}$/);
const name = z.string().max(200);
const unit = z.string().max(40);
const limits = z.tuple([z.number(), z.number()]);
const classes = DRUG_CLASSES.map((one) => one.code);
const scales = SCALES.map((one) => one.code);

const drug = z.strictObject({
  code,
  says: name,
  german: name,
  /** Left out where none fits: then studies count the drug as other. */
  drugClass: z.enum(classes).optional(),
  usualUnits: z.array(unit).max(10).optional(),
  codes: z.strictObject({ atc: z.string().max(20) }).optional(),
  retired: z.literal(true).optional(),
});
const analyte = z.strictObject({
  code,
  says: name,
  german: name,
  scale: z.enum(scales),
  unit,
  reported: z.array(z.strictObject({ unit, numerator: z.number(), denominator: z.number() })).max(20),
  limits: z.strictObject({ possible: limits, plausible: limits }),
  bands: z
    .array(
      z.strictObject({
        sex: z.enum(["female", "male"]).optional(),
        fromMonths: z.number(),
        toMonths: z.number(),
        plausible: limits,
      }),
    )
    .max(50)
    .optional(),
  codes: z.strictObject({ loinc: z.string().max(20) }).optional(),
  retired: z.literal(true).optional(),
});

/** What the routes of one list have of their own. */
interface ListKind<Entry extends Drug | Analyte> {
  readonly list: "drugs" | "analytes";
  readonly one: string;
  readonly entry: z.ZodType;
  readonly problems: (entries: readonly Entry[]) => readonly Problem[];
  readonly add: (session: Session, entry: Entry) => Promise<void>;
  readonly change: (session: Session, entry: Entry, version: number) => Promise<boolean>;
}

const DRUG_LIST: ListKind<Drug> = {
  list: "drugs",
  one: "drug",
  entry: drug,
  problems: drugProblems,
  add: addDrug,
  change: changeDrug,
};
const ANALYTE_LIST: ListKind<Analyte> = {
  list: "analytes",
  one: "analyte",
  entry: analyte,
  problems: analyteProblems,
  add: addAnalyte,
  change: changeAnalyte,
};

/** The lists of drugs and analytes: read by everyone, added to and changed by administrators. */
export function addLists(parts: RouteParts): void {
  parts.app.get(
    "/api/lists",
    {
      schema: { summary: "The drugs and analytes that charts may name, retired ones too, with who changed them last" },
    },
    async (request, reply) => await parts.desk.read(request, reply, told),
  );
  addList(parts, DRUG_LIST);
  addList(parts, ANALYTE_LIST);
}

const told = async (session: Session) => ({ status: 200, body: await readLists(session) });

function addList<Entry extends Drug | Analyte>({ app, desk }: RouteParts, kind: ListKind<Entry>): void {
  const { list, one, add, change } = kind;
  const body = z.object({ entry: kind.entry, reason });
  const params = z.object({ code });
  const entryOf = (request: FastifyRequest): Entry => body.parse(request.body).entry as Entry;

  app.post(
    `/api/lists/${list}`,
    { schema: { body, summary: `Adds a ${one} of the registry's own, with a code that begins with own_` } },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const entry = entryOf(request);
      return await desk.write(request, reply, {}, async (session) => {
        await mustAdminister(session);
        const problems = problemsOf(kind, await readLists(session), entry, true);
        if (problems.length > 0) return { status: 422, body: { problems } };
        await add(session, entry);
        return { ...(await told(session)), status: 201 };
      });
    },
  );

  app.put(
    `/api/lists/${list}/:code`,
    {
      schema: {
        params,
        body,
        summary: `Changes or retires the ${one} that was read (If-Match), with a reason; of a shipped one what a registry may say of it`,
      },
    },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const entry = entryOf(request);
      const version = versionRead(request);
      if (params.parse(request.params).code !== entry.code)
        throw new Refused(400, "invalid-request", "The entry has another code than its address.", "Send the same.");
      if (reasonOf(request) === undefined)
        throw new Refused(422, "reason-needed", "A list is changed only with a reason.", "Send the reason.");
      return await desk.write(request, reply, {}, async (session) => {
        await mustAdminister(session);
        const lists = await readLists(session);
        if (!entriesOf(lists)[list].some((there) => there.code === entry.code))
          throw new Refused(404, "not-found", "The list has no such entry.", "Read the list again.");
        const problems = problemsOf(kind, lists, entry, false);
        if (problems.length > 0) return { status: 422, body: { problems } };
        if (!(await change(session, entry, version)))
          throw new Refused(409, "conflict", "Someone else saved it since you read it.", "Read the list again.");
        return await told(session);
      });
    },
  );
}

/** What is wrong with an entry within the list; its place in a file means nothing here. */
function problemsOf<Entry extends Drug | Analyte>(
  { list, problems }: ListKind<Entry>,
  lists: RegistryLists,
  entry: Entry,
  isNew: boolean,
): readonly Problem[] {
  const all = entriesOf(lists)[list] as readonly Drug[] as readonly Entry[];
  const others = isNew ? all : all.filter((there) => there.code !== entry.code);
  return problems([...others, entry]).flatMap(({ where: { row, column, value }, ...problem }) =>
    row === others.length + 2
      ? [{ ...problem, where: { ...(column && { column }), ...(value !== undefined && { value }) } }]
      : [],
  );
}

async function mustAdminister(session: Session): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`select access.administers() as may`.execute(session);
  if (rows[0]?.may !== true)
    throw new Refused(403, "not-allowed", "Your role does not allow this here.", "Ask an administrator.");
}
