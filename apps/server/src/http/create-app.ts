import { randomUUID } from "node:crypto";
import helmet from "@fastify/helmet";
import swagger from "@fastify/swagger";
import { placed } from "@osteon/codebook";
import { type Database, endCutRuns, type IdentityKeys, sqlState } from "@osteon/registry";
import type { StudyShelf } from "@osteon/run";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifySerializerCompiler,
} from "fastify";
import { hasZodFastifySchemaValidationErrors, validatorCompiler } from "fastify-type-provider-zod";
import { addAccounts } from "../routes/accounts.ts";
import { addAdministration } from "../routes/administration.ts";
import { addAudit } from "../routes/audit.ts";
import { addChanges } from "../routes/changes.ts";
import { addCharts } from "../routes/charts.ts";
import { addChosenStudies } from "../routes/chosen-studies.ts";
import { addCourses } from "../routes/courses.ts";
import { addDashboard } from "../routes/dashboard.ts";
import { addEncounters } from "../routes/encounters.ts";
import { addExportPage } from "../routes/export-page.ts";
import { addExports } from "../routes/exports.ts";
import { addFollowUpPlan } from "../routes/follow-up-plan.ts";
import { addIdentities } from "../routes/identities.ts";
import { addImageReadings } from "../routes/image-readings.ts";
import { addImports } from "../routes/imports.ts";
import { addKeptTables } from "../routes/kept-tables.ts";
import { addLists } from "../routes/lists.ts";
import { addMissingByVisit } from "../routes/missing-by-visit.ts";
import { addOwnFields } from "../routes/own-fields.ts";
import { addPages, isForApp, sendApp } from "../routes/pages.ts";
import { addPaperChecks } from "../routes/paper-checks.ts";
import { addPatients } from "../routes/patients.ts";
import { addPeople } from "../routes/people.ts";
import { addPersonalTokens } from "../routes/personal-tokens.ts";
import { addProof } from "../routes/proof.ts";
import { addReadiness } from "../routes/readiness.ts";
import { addReadings } from "../routes/readings.ts";
import { addRunPages } from "../routes/run-pages.ts";
import { addRuns } from "../routes/runs.ts";
import { addRunsCompared } from "../routes/runs-compared.ts";
import { addSchedule } from "../routes/schedule.ts";
import { addSensitivity } from "../routes/sensitivity.ts";
import { addSettings } from "../routes/settings.ts";
import { removeAbandoned } from "../routes/spool.ts";
import { addStanding } from "../routes/standing.ts";
import { addStudies } from "../routes/studies.ts";
import { addTakeInStudy } from "../routes/take-in-study.ts";
import { addTakingBack } from "../routes/taking-back.ts";
import { addToldBack } from "../routes/told-back.ts";
import { addWork } from "../routes/work.ts";
import type { CourseReader } from "../runs/course-reader.ts";
import { type StandingStudies, standingStudies } from "../runs/standing-studies.ts";
import type { StudyReader } from "../runs/study-reader.ts";
import type { StudyRunner } from "../runs/study-runner.ts";
import type { ToldBackReader } from "../runs/told-back-reader.ts";
import type { Door } from "../sign-in/door.ts";
import { addSignIn } from "../sign-in/sign-in-routes.ts";
import { addApiDocs } from "./api-docs.ts";
import { askAgain } from "./ask-again.ts";
import { type AnswerChecks, answerWriter, longRoutes } from "./check-answers.ts";
import { closeConnections } from "./close-connections.ts";
import { firstOwnLine } from "./first-own-line.ts";
import { addHealth } from "./health.ts";
import { LargeBodies } from "./large-bodies.ts";
import { limitPeople } from "./limit-people.ts";
import { noteRefusal } from "./note-refusal.ts";
import { type ProblemReply, problemReply, Refused, refused, replyFor } from "./problem-reply.ts";
import { askWhoFirst, cutUnreadBodies } from "./session-first.ts";
import { createDesk, type Desk } from "./signed-in.ts";
import type { Pace } from "./spool-body.ts";
import { sweepHourly } from "./sweep-hourly.ts";
import { SECURITY_SCHEMES, tellNamedShapes, tellOpenApi } from "./tell-openapi.ts";

/** What a server is made of. */
export interface AppParts {
  readonly database: Database;
  readonly door: Door;
  readonly identityKeys: IdentityKeys;
  /** Where the server is reached, as `https://registry.example.org`; writes from pages of another origin are refused. */
  readonly address: string;
  readonly runner: StudyRunner;
  /** The studies of the server's own folder; administrators may take in others beside them. */
  readonly shelf: StudyShelf;
  /** What finished runs can tell; without it runs are made, not read. */
  readonly studies?: StudyReader;
  /** Derives single children; without it no course is told. */
  readonly courseOf?: CourseReader;
  /** Derives what is told back of an encounter; without it nothing is. */
  readonly toldBackOf?: ToldBackReader;
  /** The folder of the built web app; without it the interface alone is served. */
  readonly web?: string;
  /** A folder served under `/report/` to everyone, for a study whose charts are invented. */
  readonly openReport?: string;
  /** Addresses of proxies whose word on the client's address is believed; nobody's by default. */
  readonly proxies?: string;
  /** How many requests a person may send in a minute; generous without it. */
  readonly requestsAMinute?: number;
  /** How slowly a file may come before its sender is cut; 4 kB a second without it. */
  readonly slowest?: Pace;
  /** How answers are held against their routes; what no route tells is taken out without it. */
  readonly answers?: AnswerChecks;
  /** Where log lines go; none without it. They hold routes, states and durations, never a value. */
  readonly log?: (line: string) => void;
}

/** What the routes of one subject are given. */
export interface RouteParts extends AppParts {
  readonly app: FastifyInstance;
  readonly desk: Desk;
  readonly note: Note;
  readonly largeBodies: LargeBodies;
  readonly standing: StandingStudies;
  /** This server among those on one database; a run names the one that does it. */
  readonly server: string;
}

/** Writes a line of the log. */
export type Note = (entry: Readonly<Record<string, string | number | undefined>>) => void;

const LARGEST_BODY = 1_048_576;

/** The server, ready to listen: sign-in, charts, work, import and export, runs, all under `/api/`. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { database, door, address } = parts;
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    genReqId: () => randomUUID(),
    logger: false,
    // A hundred letters of a centre, each of up to four bytes, percent-encoded.
    routerOptions: { maxParamLength: 1200 },
    requestTimeout: 120_000,
    trustProxy: parts.proxies ?? false,
    // An address that cannot be decoded or is too long never reaches a route or the hooks above it.
    frameworkErrors: (_error, _request, reply) => {
      const { status, body } = problemReply(400, refused("unreadable-address"));
      void (reply as unknown as FastifyReply).code(status).send(body);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  const long = longRoutes();
  app.addHook("onRoute", ({ config }) => {
    if (config?.route !== undefined) long.note(config.route);
  });
  app.setSerializerCompiler(answerWriter(parts.answers ?? "drop", long.has) as FastifySerializerCompiler<unknown>);
  await app.register(helmet, {
    contentSecurityPolicy: {
      // Over plain HTTP there is nothing to upgrade to; the library's default would send the page's own requests nowhere.
      directives: { ...POLICY, upgradeInsecureRequests: address.startsWith("https:") ? [] : null },
    },
    strictTransportSecurity: address.startsWith("https:"),
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Osteon registry",
        version: "0.1.0",
        description: "Charts of children with CNO: captured, audited, secured.",
      },
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    transform: tellOpenApi,
    transformObject: tellNamedShapes,
  });
  closeConnections(app);
  guardOrigin(app, address);
  keepNothing(app);
  askWhoFirst(app, database, door);
  limitPeople(app, parts.requestsAMinute);
  cutUnreadBodies(app);
  refuseHalfLetters(app);
  const note: Note = (entry) => parts.log?.(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
  logRequests(app, note);
  answerErrors(app, parts, note);
  const server = randomUUID();
  await database.announce(server);
  await endCutRuns(database);
  const desk = createDesk(database, door);
  askAgain(app, desk);
  const routes: RouteParts = {
    ...parts,
    app,
    note,
    server,
    desk,
    largeBodies: new LargeBodies(),
    standing: standingStudies(parts.shelf),
  };
  addHealth(app, database);
  sweepHourly(app, database);
  app.addHook("onReady", removeAbandoned);
  for (const add of [
    addSignIn,
    addProof,
    addPages,
    addAccounts,
    addPeople,
    addPersonalTokens,
    addAdministration,
    addSettings,
    addFollowUpPlan,
    addOwnFields,
    addKeptTables,
    addLists,
    addPatients,
    addCourses,
    addSchedule,
    addCharts,
    addEncounters,
    addToldBack,
    addStanding,
    addWork,
    addReadings,
    addImageReadings,
    addIdentities,
  ])
    add(routes);
  for (const add of [
    addDashboard,
    addMissingByVisit,
    addImports,
    addExports,
    addExportPage,
    addReadiness,
    addAudit,
    addChanges,
    addStudies,
    addTakeInStudy,
    addChosenStudies,
    addRuns,
    addPaperChecks,
    addRunPages,
    addRunsCompared,
    addSensitivity,
    addTakingBack,
  ])
    add(routes);
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  await addApiDocs(app);
  await app.ready();
  return app;
}

const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
} as const satisfies Record<string, readonly string[]>;

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/** A browser tells where a request comes from; a write from a page of another origin is refused before anything else. */
function guardOrigin(app: FastifyInstance, address: string): void {
  app.addHook("onRequest", async (request, reply) => {
    if (READS.has(request.method)) return;
    const { origin, "sec-fetch-site": site } = request.headers;
    const foreign =
      (origin !== undefined && origin !== address) || (site !== undefined && site !== "same-origin" && site !== "none");
    if (!foreign) return;
    const { status, body } = problemReply(403, refused("foreign-origin", { address }));
    await reply.code(status).send(body);
  });
}

/** No answer is kept by browsers or proxies, however its address is written; the files of the web app alone say otherwise. */
function keepNothing(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const said = String(reply.getHeader("cache-control") ?? "");
    const isOurs = request.routeOptions.url?.startsWith("/api/") === true;
    if (said === "" || (isOurs && !/no-store/.test(said))) reply.header("cache-control", "no-store");
    return payload;
  });
}

/** Half of a surrogate pair is no letter: the database would keep another one than was sent. */
function refuseHalfLetters(app: FastifyInstance): void {
  app.addHook("preValidation", async ({ body }) => {
    if (isWhole(body)) return;
    throw new Refused(422, refused("unreadable-text"));
  });
}

/** Without recursion: how deep a body nests is its sender's choice. */
function isWhole(body: unknown): boolean {
  const open = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string" && !value.isWellFormed()) return false;
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) continue;
    for (const [name, one] of Object.entries(value)) open.push(name, one);
  }
  return true;
}

/** One line a request: its route, not its address, since addresses hold pseudonyms. */
function logRequests(app: FastifyInstance, note: Note): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method, id, routeOptions } = request;
    note({
      request: id,
      method,
      route: routeOptions.url ?? "none",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}

function answerErrors(app: FastifyInstance, { database, door, web }: AppParts, note: Note): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const known = invalidRequest(error) ?? replyFor(error);
    if (known === undefined)
      note({ request: request.id, error: error.name, state: sqlState(error), at: firstOwnLine(error) });
    const answer: ProblemReply = known ?? problemReply(500, refused("internal-error", { number: request.id }));
    const { status, body, headers = {} } = answer;
    if (status === 401 || status === 403 || status === 423)
      await noteRefusal(database, door, request, body.problems[0]?.code ?? "");
    if (status === 503 || status === 429) reply.header("retry-after", RETRY_AFTER);
    return reply.code(status).headers(headers).send(body);
  });
  app.setNotFoundHandler(async (request, reply) => {
    if (web !== undefined && isForApp(request)) return sendApp(reply);
    const { status, body } = problemReply(404, refused("no-such-route"));
    return reply.code(status).send(body);
  });
}

/** Seconds after which who was turned away may try again. */
const RETRY_AFTER = 5;

function invalidRequest(error: FastifyError) {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const problems = error.validation.map(({ instancePath, message }) =>
      placed(refused("invalid-request", { what: "shape", message }), {
        column: `${error.validationContext ?? "request"}${instancePath.replaceAll("/", ".")}`,
      }),
    );
    return { status: 400, body: { problems } };
  }
  const status = error.statusCode ?? 500;
  if (status < 400 || status >= 500) return undefined;
  return problemReply(status, status === 413 ? refused("too-large") : refused("unreadable-request", { what: "body" }));
}
