import { randomUUID } from "node:crypto";
import { type Choices, type ChosenDraft, choicesShape, chosen, EVENTS, type OfferedChoices } from "@osteon/api";
import {
  CHOSEN_FIELDS,
  choiceProblems,
  choicesSentence,
  chosenFolder,
  chosenLock,
  EVENT_WORDS,
  namedGroups,
  PLANS,
} from "@osteon/choosing";
import { OUTCOME_DEFINITIONS } from "@osteon/cno";
import { DRUG_CLASSES, DRUGS, GERMAN_BOOK } from "@osteon/codebook";
import {
  centresWhere,
  endChoice,
  readFollowUpPlan,
  refuseKept,
  type Session,
  saveChoice,
  savedChoice,
} from "@osteon/registry";
import { hashesOf, lockText } from "@osteon/run";
import { countedCharts } from "../choosing/counted-charts.ts";
import { zipped } from "../choosing/zipped.ts";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";
import { takeTurns } from "../http/take-turns.ts";
import { etag, versionRead } from "./row-version.ts";

const german = (english: string) => ({ en: english, de: GERMAN_BOOK[english] ?? english });

/** Definitions that rest on escalation, which a study by choosing does not read. */
const NOT_OFFERED = new Set(["inefficacy"]);

/** Studies that people make by choosing: what may be chosen, what it would count, and the study as a folder. */
export function addChosenStudies({ app, desk, standing }: RouteParts): void {
  const charts = countedCharts();
  const oneAtATime = takeTurns(1);
  app.addHook("onClose", () => charts.close());

  serve(
    app,
    chosen.readOffered,
    async (asked) =>
      await desk.read(asked, async (session) => {
        const { points } = await readFollowUpPlan(session);
        return { status: 200, body: { ...OFFERED, timePoints: points } };
      }),
  );

  serve(
    app,
    chosen.tellChoices,
    async (asked) =>
      await oneAtATime(asked.request.account, async () =>
        desk.read(asked, async (session) => {
          const centres = await centresToRun(session);
          const choices = await withPlan(session, asked.body, { id: "not-saved-yet", version: 1 });
          const problems = choiceProblems(choices);
          const told = { says: choicesSentence(choices), groups: namedGroups(choices.groups), problems };
          if (problems.length > 0) return { status: 200, body: { ...told, children: null, charts: [] } };
          await refuseKept(session, { centres, whole: true });
          const counted = await charts.count(session, centres, choices);
          return counted.problems === undefined
            ? { status: 200, body: { ...told, children: counted.children, charts: [] } }
            : { status: 200, body: { ...told, children: null, charts: counted.problems.slice(0, MOST_TOLD) } };
        }),
      ),
  );

  serve(
    app,
    chosen.saveStudy,
    async (asked) =>
      await desk.write(asked, {}, async (session) => {
        await centresToRun(session);
        const taken = new Set((await standing.list(session)).map(({ id }) => id));
        const id = await freeId(session, asked.body.title, taken);
        return await saved(session, await withPlan(session, asked.body, { id, version: 1 }));
      }),
  );

  serve(
    app,
    chosen.changeStudy,
    async (asked) =>
      await desk.write(asked, {}, async (session) => {
        await centresToRun(session);
        const { study } = asked.params;
        await mustBeThere(session, study);
        const version = versionRead(asked.request) + 1;
        return await saved(session, await withPlan(session, asked.body, { id: study, version }));
      }),
  );

  serve(
    app,
    chosen.readStudy,
    async (asked) =>
      await desk.read(asked, async (session, person) => {
        const { choices, ended: _, ...told } = await mustBeThere(session, asked.params.study);
        const mine = told.savedBy === person.account;
        const body = { ...told, mine, choices: choicesShape.parse(JSON.parse(choices)) };
        return { status: 200, body, headers: { etag: etag(told.version) } };
      }),
  );

  serve(app, chosen.takeFolder, async ({ request, reply, params: { study } }) => {
    const { choices, lock } = await desk.check(request, async (session) => {
      const { choices } = await mustBeThere(session, study);
      const { lock, says } = (await standing.of(session, study)) ?? {};
      if (lock === undefined)
        throw new Refused(409, refused("study-unreadable", { chosen: "by-choosing", because: says }));
      return { choices: choicesShape.parse(JSON.parse(choices)), lock };
    });
    return await reply
      .header("content-type", "application/zip")
      .header("content-disposition", `attachment; filename="${study}.zip"`)
      .send(await zipped(chosenFolder(choices, lock), study));
  });

  serve(app, chosen.takeStudyAway, async (asked) => {
    if (reasonOf(asked.request) === undefined) throw new Refused(422, refused("reason-needed", { what: "study" }));
    return await desk.write(asked, {}, async (session) => {
      await mustBeThere(session, asked.params.study);
      if (await endChoice(session, asked.params.study)) return { status: 204 };
      throw new Refused(403, refused("not-allowed", { what: "others-study" }));
    });
  });
}

/** So many faults of charts are told; all of them stand on the page of the studies. */
const MOST_TOLD = 20;

const OFFERED: Omit<OfferedChoices, "timePoints"> = {
  fields: [...CHOSEN_FIELDS],
  classes: DRUG_CLASSES.map(({ code, says }) => ({ code, label: german(says) })),
  drugs: [
    ...DRUGS.map(({ code, says }) => ({ code, label: german(says) })),
    { code: "other", label: german("Another drug") },
  ],
  plans: PLANS.map(({ label, classes, drugs }) => ({ label, classes: [...classes], drugs: [...drugs] })),
  outcomes: OUTCOME_DEFINITIONS.filter(({ id }) => !NOT_OFFERED.has(id)).map(({ id, title, says }) => ({
    id,
    label: title,
    says,
  })),
  events: EVENTS.map((code) => ({ code, label: EVENT_WORDS[code].to })),
};

/** The centres on whose charts the person may run studies; refused where there is none. */
async function centresToRun(session: Session): Promise<readonly string[]> {
  const centres = await centresWhere(session, "study", "run");
  if (centres.length > 0) return centres;
  throw new Refused(403, refused("not-allowed", { what: "made-studies" }));
}

/** The choices with the time points as the plan of the registry has them; one that it has not stays as a problem. */
async function withPlan(session: Session, body: ChosenDraft, named: Pick<Choices, "id" | "version">): Promise<Choices> {
  const { points } = await readFollowUpPlan(session);
  const { timePoints, ...others } = body;
  const unknown = timePoints.filter((name) => !points.some((point) => point.name === name));
  if (unknown.length > 0)
    throw new Refused(
      422,
      refused("choice-unknown", { what: "time-point", given: unknown, known: points.map(({ name }) => name) }),
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
  throw new Refused(404, refused("not-found", { what: "chosen-study" }));
}

async function saved(session: Session, choices: Choices) {
  const problems = choiceProblems(choices);
  if (problems.length > 0) return { status: 422, body: { problems } } as const;
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
  return { status: 201, body: { study, version, hash }, headers: { etag: etag(version) } } as const;
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
