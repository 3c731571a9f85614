import { randomUUID } from "node:crypto";
import {
  CHOSEN_FIELDS,
  type Choices,
  choiceProblems,
  choicesSentence,
  choicesShape,
  chosenFolder,
  chosenLock,
  EVENT_WORDS,
  namedGroups,
  PLANS,
} from "@osteon/choosing";
import { OUTCOME_DEFINITIONS } from "@osteon/cno";
import { DRUG_CLASSES, DRUGS, GERMAN_BOOK, type Problem } from "@osteon/codebook";
import { endChoice, readFollowUpPlan, type Session, saveChoice, savedChoice } from "@osteon/registry";
import { hashesOf, lockText } from "@osteon/run";
import { sql } from "kysely";
import { z } from "zod";
import { countedCharts } from "../choosing/counted-charts.ts";
import { zipped } from "../choosing/zipped.ts";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { reasonOf } from "../http/signed-in.ts";
import { takeTurns } from "../http/take-turns.ts";
import { etag, versionRead } from "./shapes.ts";

/** Time points are named; the plan of the registry says when they are. */
const asked = choicesShape
  .omit({ id: true, version: true, timePoints: true })
  .extend({ timePoints: z.array(z.string().max(40)).max(24) });
type Asked = z.infer<typeof asked>;

const params = z.object({ study: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/) });
const german = (english: string) => ({ en: english, de: GERMAN_BOOK[english] ?? english });

/** Definitions that rest on escalation, which a study by choosing does not read. */
const NOT_OFFERED = new Set(["inefficacy"]);

/** Studies that people make by choosing: what may be chosen, what it would count, and the study as a folder. */
export function addChosenStudies({ app, desk, standing }: RouteParts): void {
  const charts = countedCharts();
  const oneAtATime = takeTurns(1);
  app.addHook("onClose", () => charts.close());

  app.get(
    "/api/choices",
    { schema: { summary: "What may be chosen for a study: fields, drugs, plans, time points, outcomes, events" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => {
        const { points } = await readFollowUpPlan(session);
        return { status: 200, body: { ...OFFERED, timePoints: points } };
      }),
  );

  app.post(
    "/api/choices/told",
    {
      schema: {
        body: asked,
        summary: "What choices would compute, in plain words, and how many children they count; nothing is kept",
      },
    },
    async (request, reply) => {
      const body = asked.parse(request.body);
      return await oneAtATime(request.account, async () =>
        desk.read(request, reply, async (session) => {
          const centres = await centresToRun(session);
          const choices = await withPlan(session, body, { id: "not-saved-yet", version: 1 });
          const problems = choiceProblems(choices);
          const says = choicesSentence(choices);
          const groups = namedGroups(choices.groups);
          if (problems.length > 0) return { status: 200, body: { says, groups, problems, children: null, charts: [] } };
          const counted = await charts.count(session, centres, choices);
          const { children = null, problems: refused = [] } =
            "children" in counted ? counted : { problems: counted.problems };
          return { status: 200, body: { says, groups, problems: [], children, charts: refused.slice(0, 20) } };
        }),
      );
    },
  );

  app.post(
    "/api/chosen-studies",
    { schema: { body: asked, summary: "Keeps choices as a study that can be run and downloaded" } },
    async (request, reply) =>
      await desk.write(request, reply, {}, async (session) => {
        await centresToRun(session);
        const body = asked.parse(request.body);
        const taken = new Set((await standing.list(session)).map(({ id }) => id));
        const id = await freeId(session, body.title, taken);
        return await saved(session, await withPlan(session, body, { id, version: 1 }));
      }),
  );

  app.put(
    "/api/chosen-studies/:study",
    {
      schema: {
        params,
        body: asked,
        summary: "Keeps choices as the next version of the study that was read (If-Match); by its author",
      },
    },
    async (request, reply) =>
      await desk.write(request, reply, {}, async (session) => {
        await centresToRun(session);
        const { study } = params.parse(request.params);
        await mustBeThere(session, study);
        const version = versionRead(request) + 1;
        return await saved(session, await withPlan(session, asked.parse(request.body), { id: study, version }));
      }),
  );

  app.get(
    "/api/chosen-studies/:study",
    { schema: { params, summary: "What was chosen for a study, in its newest version" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session, person) => {
        const { choices, ...told } = await mustBeThere(session, params.parse(request.params).study);
        const body = {
          ...told,
          mine: told.savedBy === person.account,
          choices: choicesShape.parse(JSON.parse(choices)),
        };
        return { status: 200, body, headers: { etag: etag(told.version) } };
      }),
  );

  app.get(
    "/api/chosen-studies/:study/folder.zip",
    { schema: { params, summary: "The folder of a study that was made by choosing, packed: a study like any other" } },
    async (request, reply) => {
      const { study } = params.parse(request.params);
      const { choices, lock } = await desk.check(request, async (session) => {
        const { choices } = await mustBeThere(session, study);
        const { lock, says } = (await standing.of(session, study)) ?? {};
        if (lock === undefined)
          throw new Refused(409, "study-unreadable", says ?? "Its lock cannot be read.", "Save the study again.");
        return { choices: choicesShape.parse(JSON.parse(choices)), lock };
      });
      return await reply
        .header("content-type", "application/zip")
        .header("content-disposition", `attachment; filename="${study}.zip"`)
        .send(await zipped(study, chosenFolder(choices, lock)));
    },
  );

  app.delete(
    "/api/chosen-studies/:study",
    { schema: { params, summary: "Takes a study away that was made by choosing, with a reason; its runs stay" } },
    async (request, reply) => {
      const { study } = params.parse(request.params);
      if (reasonOf(request) === undefined)
        throw new Refused(422, "reason-needed", "A study is taken away only with a reason.", "Send the reason.");
      return await desk.write(request, reply, {}, async (session) => {
        await mustBeThere(session, study);
        if (await endChoice(session, study)) return { status: 204 };
        throw new Refused(
          403,
          "not-allowed",
          "Only its author or an administrator takes a study away.",
          "Ask its author.",
        );
      });
    },
  );
}

const OFFERED = {
  fields: CHOSEN_FIELDS,
  classes: DRUG_CLASSES.map(({ code, says }) => ({ code, label: german(says) })),
  drugs: [
    ...DRUGS.map(({ code, says }) => ({ code, label: german(says) })),
    { code: "other", label: german("Another drug") },
  ],
  plans: PLANS,
  outcomes: OUTCOME_DEFINITIONS.filter(({ id }) => !NOT_OFFERED.has(id)).map(({ id, title, says }) => ({
    id,
    label: title,
    says,
  })),
  events: Object.entries(EVENT_WORDS).map(([code, { to }]) => ({ code, label: to })),
};

/** The centres on whose charts the person may run studies; refused where there is none. */
async function centresToRun(session: Session): Promise<readonly string[]> {
  const { rows } = await sql<{ centres: readonly string[] | null }>`
    select access.centres('study', 'run') as centres`.execute(session);
  const centres = rows[0]?.centres ?? [];
  if (centres.length > 0) return centres;
  throw new Refused(
    403,
    "not-allowed",
    "Your role does not allow making and running studies.",
    "Ask the data manager of your centre.",
  );
}

/** The choices with the time points as the plan of the registry has them; one that it has not stays as a problem. */
async function withPlan(session: Session, body: Asked, named: Pick<Choices, "id" | "version">): Promise<Choices> {
  const { points } = await readFollowUpPlan(session);
  const { timePoints, ...others } = body;
  const unknown = timePoints.filter((name) => !points.some((point) => point.name === name));
  if (unknown.length > 0)
    throw new Refused(
      422,
      "choice-unknown",
      `The follow-up plan has no time point ${unknown.join(", ")}.`,
      `Choose of ${points.map(({ name }) => name).join(", ")}.`,
    );
  return {
    ...named,
    ...others,
    timePoints: points.filter(({ name }) => timePoints.includes(name)).map((point) => ({ ...point })),
  };
}

async function mustBeThere(session: Session, study: string) {
  const found = await savedChoice(session, study);
  if (found !== undefined && !found.ended) return found;
  throw new Refused(404, "not-found", "No such study was made by choosing.", "See /api/studies.");
}

async function saved(session: Session, choices: Choices) {
  const problems: readonly Problem[] = choiceProblems(choices);
  if (problems.length > 0) return { status: 422, body: { problems } };
  const lock = chosenLock(choices);
  const { id: study, version, title } = choices;
  const hash = hashesOf(lock).all;
  const text = lockText(lock);
  await saveChoice(session, {
    saving: randomUUID(),
    study,
    version,
    title,
    hash,
    choices: JSON.stringify(choices),
    lock: text,
  });
  return { status: 201, body: { study, version, hash }, headers: { etag: etag(version) } };
}

const LONGEST_SLUG = 30;

/** An id from the title, in small plain letters, that no study has or ever had. */
async function freeId(session: Session, title: string, taken: ReadonlySet<string>): Promise<string> {
  const letters = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/, "");
  const slug = letters.length < 2 ? "study" : letters;
  for (let place = 1; ; place++) {
    const id = place === 1 ? slug : `${slug}-${place}`;
    if (!taken.has(id) && (await savedChoice(session, id)) === undefined) return id;
  }
}
