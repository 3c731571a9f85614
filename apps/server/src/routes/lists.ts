import { lists as api } from "@osteon/api";
import { type Analyte, analyteProblems, type Drug, drugProblems, type Problem } from "@osteon/codebook";
import {
  addAnalyte,
  addDrug,
  administers,
  changeAnalyte,
  changeDrug,
  entriesOf,
  type RegistryLists,
  readLists,
  type Session,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { type Asked, serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";
import { versionRead } from "./row-version.ts";

/** What the routes of one list have of their own. */
interface ListKind<Entry extends Drug | Analyte> {
  readonly of: (lists: RegistryLists) => readonly Entry[];
  readonly problems: (entries: readonly Entry[]) => readonly Problem[];
  readonly add: (session: Session, entry: Entry) => Promise<void>;
  readonly change: (session: Session, entry: Entry, version: number) => Promise<boolean>;
}

const DRUGS: ListKind<Drug> = {
  of: (lists) => entriesOf(lists).drugs,
  problems: drugProblems,
  add: addDrug,
  change: changeDrug,
};
const ANALYTES: ListKind<Analyte> = {
  of: (lists) => entriesOf(lists).analytes,
  problems: analyteProblems,
  add: addAnalyte,
  change: changeAnalyte,
};

/** The lists of drugs and analytes: read by everyone, added to and changed by administrators. */
export function addLists({ app, desk }: RouteParts): void {
  const told = async (session: Session) => ({ status: 200, body: await readLists(session) }) as const;

  const added = async <Entry extends Drug | Analyte>(kind: ListKind<Entry>, entry: Entry, session: Session) => {
    await mustAdminister(session);
    const problems = problemsOf(kind, kind.of(await readLists(session)), entry);
    if (problems.length > 0) return { status: 422, body: { problems } } as const;
    await kind.add(session, entry);
    return { ...(await told(session)), status: 201 } as const;
  };

  const changed = async <Entry extends Drug | Analyte>(
    kind: ListKind<Entry>,
    { entry, code, version }: { readonly entry: Entry; readonly code: string; readonly version: number },
    session: Session,
  ) => {
    await mustAdminister(session);
    if (code !== entry.code) throw new Refused(400, refused("invalid-request", { what: "other-code" }));
    const all = kind.of(await readLists(session));
    const others = all.filter((there) => there.code !== code);
    if (others.length === all.length) throw new Refused(404, refused("not-found", { what: "entry" }));
    const problems = problemsOf(kind, others, entry);
    if (problems.length > 0) return { status: 422, body: { problems } } as const;
    if (!(await kind.change(session, entry, version))) throw new Refused(409, refused("conflict", { what: "list" }));
    return await told(session);
  };

  serve(app, api.readLists, async (asked) => await desk.read(asked, told));
  // What was read of JSON has no property that is there and undefined.
  serve(
    app,
    api.addDrug,
    async (asked) => await desk.write(asked, {}, (session) => added(DRUGS, asked.body.entry as Drug, session)),
  );
  serve(
    app,
    api.addAnalyte,
    async (asked) => await desk.write(asked, {}, (session) => added(ANALYTES, asked.body.entry as Analyte, session)),
  );
  serve(app, api.changeDrug, async (asked) => {
    const change = { entry: asked.body.entry as Drug, ...readOf(asked) };
    return await desk.write(asked, {}, (session) => changed(DRUGS, change, session));
  });
  serve(app, api.changeAnalyte, async (asked) => {
    const change = { entry: asked.body.entry as Analyte, ...readOf(asked) };
    return await desk.write(asked, {}, (session) => changed(ANALYTES, change, session));
  });
}

/** Which entry is changed, and the version of it that was read. */
function readOf({ request, params }: Asked<typeof api.changeDrug> | Asked<typeof api.changeAnalyte>) {
  const version = versionRead(request);
  if (reasonOf(request) === undefined) throw new Refused(422, refused("reason-needed", { what: "list" }));
  return { code: params.code, version };
}

/** What is wrong with an entry beside the others of its list; its place in a file means nothing here. */
function problemsOf<Entry extends Drug | Analyte>(
  { problems }: ListKind<Entry>,
  others: readonly Entry[],
  entry: Entry,
): readonly Problem[] {
  return problems([...others, entry]).flatMap(({ where: { row, column, value }, ...problem }) =>
    row === others.length + 2
      ? [
          {
            ...problem,
            where: { ...(column !== undefined && { column }), ...(value !== undefined && { value }) },
          },
        ]
      : [],
  );
}

async function mustAdminister(session: Session): Promise<void> {
  if (!(await administers(session))) throw new Refused(403, refused("not-allowed", { what: "by-role" }));
}
