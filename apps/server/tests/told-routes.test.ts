import { strict as assert } from "node:assert";
import { after, before, suite, test } from "node:test";
import * as api from "@osteon/api";
import { Validator } from "@seriousme/openapi-schema-validator";
import { clientOf, type RunningServer, runningServer } from "./running-server.ts";

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema?: object }>> }>>;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: object;
  readonly operationId: string;
  readonly security: readonly object[];
}

/** The library of the sign-in serves its own, which are for browsers. */
const ROUTES = api
  .routesIn(api)
  .filter(({ subject }) => subject !== "signIn")
  .map(({ route }) => route);

suite("routes as the API tells them", () => {
  let server: RunningServer;
  let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  let document: Readonly<Record<string, unknown>>;
  before(async () => {
    server = await runningServer("server", { studies: NO_STUDIES, courseOf: NO_COURSE, toldBackOf: NO_TOLD_BACK });
    const { json } = await clientOf(server.address, "", "")("GET", "/api/openapi.json");
    document = json;
    paths = json.paths as typeof paths;
  });
  after(() => server.end());

  test("a foreign validator takes the document", async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
    assert.ok(valid, JSON.stringify(errors));
  });

  test("every route that is served tells what it answers", () => {
    const silent = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) => {
        const good = Object.entries(responses).filter(([status]) => status.startsWith("2"));
        const told = good.every(
          ([status, { content }]) =>
            status === "204" || Object.values(content ?? {}).some(({ schema }) => schema !== undefined),
        );
        const refuses = Object.hasOwn(responses, "4XX");
        return good.length > 0 && told && refuses ? [] : [`${method.toUpperCase()} ${path}`];
      }),
    );
    assert.deepEqual(silent, []);
  });

  test("every route of the table is served, and what is served stands in the table", () => {
    const served = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const told = ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/:([A-Za-z]+)/g, "{$1}")}`);
    assert.deepEqual(served.sort(), told.map((one) => one.replace(/\*$/, "{rest}")).sort());
  });

  test("versions, reasons and keys of what is written once are told as headers", () => {
    const headersOf = (path: string, method: string): readonly string[] =>
      (paths[path]?.[method]?.parameters ?? []).filter((one) => one.in === "header").map(({ name }) => name);
    assert.deepEqual(headersOf("/api/centres/{centre}/charts/{table}/{key}", "put"), [
      "If-Match",
      "Idempotency-Key",
      "X-Reason",
    ]);
    assert.deepEqual(headersOf("/api/centres/{centre}/charts/{table}/{key}", "get"), []);
  });

  test("every operation has the name that the program has for it, alone, and says who may ask", () => {
    const operations = Object.values(paths).flatMap((one) => Object.values(one));
    const named = operations.map(({ operationId }) => operationId);
    assert.equal(new Set(named).size, operations.length);
    assert.ok(
      named.every((one) => /^[a-z][A-Za-z]+$/.test(one)),
      String(named),
    );
    const byToken = ROUTES.filter((one) => one.byToken === true).map(({ path }) => path.replaceAll(/:(\w+)/g, "{$1}"));
    const told = Object.keys(paths).filter((path) =>
      paths[path]?.get?.security.some((scheme) => Object.hasOwn(scheme, "personalToken")),
    );
    assert.deepEqual(told.sort(), byToken.sort());
    assert.ok(ROUTES.every(({ byToken: may, method }) => may !== true || method === "GET"));
    const open = Object.keys(paths).filter((path) =>
      Object.values(paths[path] ?? {}).some((one) => one.security.length === 0),
    );
    assert.deepEqual(open, ["/api/sign-in-methods"]);
  });

  test("nothing is told in words that few generators know", () => {
    const text = JSON.stringify(document);
    for (const word of ["prefixItems", "patternProperties", "$defs", "{*}"]) assert.ok(!text.includes(word), word);
    assert.ok(text.includes("#/components/schemas/Problems"));
  });

  test("no pattern is one that only JavaScript reads", () => {
    const patterns = [...JSON.stringify(document).matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g)].map(
      ([, text]) => JSON.parse(`"${text}"`) as string,
    );
    assert.ok(patterns.length > 5);
    assert.deepEqual(
      patterns.filter((pattern) => /\\p\{/i.test(pattern)),
      [],
    );
  });
});

/** Nothing is asked of them here: they are handed in so that their routes are served. */
const notAsked = async (): Promise<never> => {
  throw new Error("nobody asks");
};
const NO_COURSE = notAsked;
const NO_TOLD_BACK = notAsked;
const NO_STUDIES = {
  members: notAsked,
  table: notAsked,
  survival: notAsked,
  moved: notAsked,
  movedBy: notAsked,
  report: notAsked,
  bind: notAsked,
  sensitivity: notAsked,
};
