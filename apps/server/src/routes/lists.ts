import { lists as api } from "@osteon/api";
import { type Analyte, analyteProblems, type Drug, drugProblems, type Problem } from "@osteon/codebook";
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
import { sql } from "kysely";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";
import { versionRead } from "./row-version.ts";

/** What one list has of its own. */
interface ListKind<Entry extends Drug | Analyte> {
  readonly list: "drugs" | "analytes";
  readonly problems: (entries: readonly Entry[]) => readonly Problem[];
  readonly add: (session: Session, entry: Entry) => Promise<void>;
  readonly change: (session: Session, entry: Entry, version: number) => Promise<boolean>;
}

const DRUG_LIST: ListKind<Drug> = { list: "drugs", problems: drugProblems, add: addDrug, change: changeDrug };
const ANALYTE_LIST: ListKind<Analyte> = {
  list: "analytes",
  problems: analyteProblems,
  add: addAnalyte,
  change: changeAnalyte,
};

/** The lists of drugs and analytes: read by everyone, added to and changed by administrators. */
export function addLists({ app, desk }: RouteParts): void {
  serve(app, api.readLists, async (asked) => await desk.read(asked, told));
  serve(
    app,
    api.addDrug,
    async (asked) => await desk.write(asked, {}, (session) => added(session, DRUG_LIST, asked.body.entry as Drug)),
  );
  serve(
    app,
    api.addAnalyte,
    async (asked) =>
      await desk.write(asked, {}, (session) => added(session, ANALYTE_LIST, asked.body.entry as Analyte)),
  );
  serve(app, api.changeDrug, async (asked) => {
    const version = versionRead(asked.request);
    mustSayWhy(reasonOf(asked.request), asked.params.code === asked.body.entry.code);
    const entry = asked.body.entry as Drug;
    return await desk.write(asked, {}, (session) => changed(session, DRUG_LIST, entry, version));
  });
  serve(app, api.changeAnalyte, async (asked) => {
    const version = versionRead(asked.request);
    mustSayWhy(reasonOf(asked.request), asked.params.code === asked.body.entry.code);
    const entry = asked.body.entry as Analyte;
    return await desk.write(asked, {}, (session) => changed(session, ANALYTE_LIST, entry, version));
  });
}

const told = async (session: Session) => ({ status: 200, body: await readLists(session) }) as const;

async function added<Entry extends Drug | Analyte>(session: Session, kind: ListKind<Entry>, entry: Entry) {
  await mustAdminister(session);
  const problems = problemsOf(kind, await readLists(session), entry, true);
  if (problems.length > 0) return { status: 422, body: { problems } } as const;
  await kind.add(session, entry);
  return { ...(await told(session)), status: 201 } as const;
}

async function changed<Entry extends Drug | Analyte>(
  session: Session,
  kind: ListKind<Entry>,
  entry: Entry,
  version: number,
) {
  await mustAdminister(session);
  const lists = await readLists(session);
  if (!entriesOf(lists)[kind.list].some((there) => there.code === entry.code))
    throw new Refused(404, "not-found", "The list has no such entry.", "Read the list again.");
  const problems = problemsOf(kind, lists, entry, false);
  if (problems.length > 0) return { status: 422, body: { problems } } as const;
  if (!(await kind.change(session, entry, version)))
    throw new Refused(409, "conflict", "Someone else saved it since you read it.", "Read the list again.");
  return await told(session);
}

function mustSayWhy(why: string | undefined, isOfAddress: boolean): void {
  if (!isOfAddress)
    throw new Refused(400, "invalid-request", "The entry has another code than its address.", "Send the same.");
  if (why === undefined)
    throw new Refused(422, "reason-needed", "A list is changed only with a reason.", "Send the reason.");
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
