import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asRole } from "@osteon/registry";
import { STUDIES, shelfOf } from "@osteon/run";
import { sql } from "kysely";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { courseOfChart } from "../src/runs/course-of-chart.ts";
import { readStudies } from "../src/runs/read-studies.ts";
import { toldBackOfChart } from "../src/runs/told-back.ts";
import { type Client, clientOf, type RunningServer, runningServer } from "./running-server.ts";

/** Requests for each route and engine; `npm run test:soak` sends many more. */
const EACH = process.env.OSTEON_SOAK === undefined ? 10 : 1000;

/** What a careless or hostile client puts into a field. */
const HOSTILE: readonly unknown[] = [
  "'; drop table chart.patient; --",
  "' or '1'='1",
  '"; delete from audit.entry; --',
  "$1",
  "%27%20or%201=1",
  "\\'; select pg_sleep(9); --",
  "P-B",
  "visit-B",
  "Berlin",
  "../../../etc/passwd",
  "<script>alert(1)</script>",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e\u200b",
  "𝒜".repeat(40),
  "x".repeat(5000),
  "",
  " ",
  "null",
  "NaN",
  "__proto__",
  "constructor",
  "1e309",
  "-0",
  "9".repeat(400),
  "{{7*7}}",
  "$" + "{7*7}",
  "%s%n",
  "\r\nSet-Cookie: a=b",
  0,
  -1,
  1.5,
  1e308,
  2 ** 53 + 2,
  true,
  false,
  null,
  [],
  {},
  [[]],
  { $ne: null },
  { toString: "x" },
];

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

for (const engine of ENGINES_BELOW) {
  describe(`every route under a hostile client (${engine})`, () => {
    let server: RunningServer;
    let calm: Client;
    let people: readonly Client[];
    before(async () => {
      server = await runningServer(engine, {
        courseOf: courseOfChart(),
        toldBackOf: toldBackOfChart(),
        shelf: shelfOf(STUDIES),
        studies: readStudies(),
      });
      const foreign = await server.person("other", "study_nurse", "Berlin");
      for (const [table, cells] of inventedChart("Berlin", "B")) {
        assert.equal(
          (await foreign("POST", `/api/centres/Berlin/charts/${table}`, { cells, status: "complete" })).status,
          201,
        );
      }
      await foreign(
        "PUT",
        "/api/centres/Berlin/patients/P-B/identity",
        { name: "Secret Berliner", bornOn: "2001-02-03", recordNumber: "R-SECRET" },
        { "if-match": '"0"' },
      );
      people = [
        await server.person("doctor", "investigator", "Aachen"),
        await server.person("manager", "data_manager", "Aachen"),
        await server.person("admin", "administrator", null),
        clientOf(server.address, "", ""),
      ];
      // Hostile signatures end the session that they come from, and hostile locks close the centre that they are at.
      calm = await server.person("calm", "investigator", "Chemnitz");
    });
    after(() => server.end());

    test("no request is answered with a bug, with another shape, or with a row of another centre", async () => {
      const { json } = await clientOf(server.address, "", "")("GET", "/api/openapi.json");
      const paths = json.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
      const next = randomOf(engine === "embedded" ? 11 : 12);
      const pick = <T>(from: readonly T[]): T => from[next(from.length)] as T;
      let sent = 0;
      const before = await rowsOfBerlin(server);
      for (const [path, operations] of Object.entries(paths)) {
        for (const [method, operation] of Object.entries(operations)) {
          for (let n = 0; n < EACH; n++) {
            const person = people[n % people.length] as Client;
            const address = fill(path, operation, pick);
            const headers = {
              ...(next(3) === 0 ? { "if-match": pick(['"1"', '"0"', "x", '"99999999999"', "*"]) } : {}),
              ...(next(4) === 0
                ? { "idempotency-key": pick(["short", "long-enough-key", "ü".repeat(20) && "k".repeat(500)]) }
                : {}),
              ...(next(4) === 0 ? { "x-reason": pick(["%", "%00", "because", "'; --"]) } : {}),
            };
            const body = method === "get" ? undefined : bodyOf(operation, pick, next);
            const {
              status,
              text,
              json: answer,
              headers: told,
            } = await person(method.toUpperCase(), address, body?.bytes, {
              ...headers,
              ...(body === undefined ? {} : { "content-type": body.type }),
            });
            sent += 1;
            const said = `${method} ${address} ${String(body?.bytes).slice(0, 300)} → ${status} ${text.slice(0, 300)}`;
            assert.ok(status < 500, said);
            assert.doesNotMatch(
              text,
              /Secret Berliner|R-SECRET|2001-02-03|"(key|patient)":"(P-B|visit-B)"|syntax error|relation "|at async |node_modules/,
              said,
            );
            if (status >= 400 && (told.get("content-type") ?? "").includes("json"))
              assert.ok(Array.isArray(answer.problems), said);
          }
        }
      }
      assert.deepEqual(await rowsOfBerlin(server), before, "nothing of the other centre was changed");
      console.log(
        `${engine}: ${sent} hostile requests to ${Object.keys(paths).length} paths, none answered with a bug`,
      );
    });

    test("malformed, huge, deeply nested and non-UTF-8 bodies are refused with a problem", async () => {
      const doctor = calm;
      const send = (bytes: Uint8Array | string, type = "application/json") =>
        doctor("POST", "/api/centres/Chemnitz/charts/visit", typeof bytes === "string" ? Buffer.from(bytes) : bytes, {
          "content-type": type,
        });
      const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
      for (const [bytes, statuses] of [
        ["{", [400]],
        ["", [400]],
        ["[]", [400]],
        ["null", [400]],
        [deep, [400]],
        [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), [400]],
        [`{"cells":"${"x".repeat(2_000_000)}"}`, [413]],
        ['{"__proto__":{"admin":true},"cells":{},"status":"draft","centre":"Chemnitz"}', [400]],
      ] as const) {
        const { status, json } = await send(bytes);
        assert.ok((statuses as readonly number[]).includes(status), `${String(bytes).slice(0, 40)} → ${status}`);
        assert.ok(Array.isArray(json.problems));
      }
      assert.equal((await send("<a/>", "application/xml")).status, 415);
      assert.equal((await doctor("GET", "/api/centres/Chemnitz/patients/%E0%A4%A")).status, 400);
    });

    test("SQL in every text field of every table is kept as text and does nothing", async () => {
      const doctor = calm;
      assert.equal(
        (
          await doctor("POST", "/api/centres/Chemnitz/charts/patient", {
            cells: { patient: "P-SQL" },
            status: "draft",
          })
        ).status,
        201,
      );
      const attack = "'); drop schema chart cascade; --";
      let fields = 0;
      for (const [table, cells] of inventedChart("Chemnitz", "SQL")) {
        if (table === "patient") continue;
        const texts = Object.fromEntries(
          Object.keys(cells)
            .filter(
              (name) =>
                !["patient", table].includes(name) && !/^(visit|imaging|lesion|treatment|manifestation)$/.test(name),
            )
            .map((name) => [name, attack]),
        );
        fields += Object.keys(texts).length;
        const { status, text, json } = await doctor("POST", `/api/centres/Chemnitz/charts/${table}`, {
          cells: { ...texts, patient: "P-SQL" },
          status: "draft",
        });
        assert.equal(status, 201, text);
        const kept = (json.row as { cells: Record<string, string> }).cells;
        for (const name of Object.keys(texts)) assert.equal(kept[name], attack, `${table}.${name}`);
      }
      assert.ok(fields > 50);
    });

    test("thousands of sign-in attempts: counted before they cost a hash, and the right password waits with them", {
      timeout: 300_000,
    }, async () => {
      const nobody = clientOf(server.address, "", "");
      const started = performance.now();
      const statuses = new Map<number, number>();
      const attempts = process.env.OSTEON_SOAK === undefined ? 160 : 10_000;
      let left = attempts;
      await Promise.all(
        Array.from({ length: 16 }, async () => {
          while (left-- > 0) {
            const { status } = await nobody("POST", "/api/auth/sign-in/email", {
              email: calm.email,
              password: `guess ${left}`,
            });
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
          }
        }),
      );
      const tried = statuses.get(401) ?? 0;
      assert.ok(tried <= 8, `${tried} guesses reached the password`);
      assert.equal((statuses.get(429) ?? 0) + tried, attempts);
      const locked = await nobody("POST", "/api/auth/sign-in/email", {
        email: calm.email,
        password: "correct horse battery staple",
      });
      assert.equal(locked.status, 429);
      assert.ok(Number(locked.headers.get("retry-after")) > 0);
      assert.equal((await calm("GET", "/api/me")).status, 200, "who is signed in stays so");
      console.log(
        `${engine}: ${attempts} sign-in attempts in ${Math.round((performance.now() - started) / 1000)} s, ${tried} reached the password`,
      );
    });
  });
}

function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

type Pick = <T>(from: readonly T[]) => T;

/** The address with every parameter filled: a known name, one of another centre, or something hostile. */
function fill(path: string, { parameters = [] }: Operation, pick: Pick): string {
  const text = (): string =>
    encodeURIComponent(safe(written(pick([...HOSTILE, "P-A", "visit", "1", "P-B", "visit-B"]))).slice(0, 300)) || "x";
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const choices = parameters.find((one) => one.name === name)?.schema.enum;
    if (name === "centre" && pick([true, true, false])) return pick(["Aachen", "Berlin"]);
    return choices !== undefined && pick([true, true, false]) ? String(pick(choices)) : text();
  });
  const query = parameters
    .filter((one) => one.in === "query" && pick([true, false]))
    .map(({ name }) => `${name}=${text()}`);
  return query.length > 0 ? `${filled}?${query.join("&")}` : filled;
}

const written = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

/** Lone surrogates cannot stand in an address. */
const safe = (text: string): string => text.toWellFormed();

function bodyOf(
  { requestBody }: Operation,
  pick: Pick,
  next: (below: number) => number,
): { type: string; bytes: Uint8Array } {
  const [type = "application/json", content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type !== "application/json") return { type, bytes: Buffer.from(written(pick(HOSTILE))) };
  return { type, bytes: Buffer.from(JSON.stringify(bodyValue(content?.schema ?? {}, pick, next)) ?? "null") };
}

function bodyValue(schema: Schema, pick: Pick, next: (below: number) => number): unknown {
  if (next(5) === 0) return pick(HOSTILE);
  const [any] = [schema.anyOf ?? schema.oneOf];
  if (any !== undefined) return bodyValue(pick(any), pick, next);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(schema.enum);
  if (schema.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, one]) => [
        name,
        name === "cells"
          ? { patient: pick(HOSTILE), visited_on: pick(HOSTILE), pain_nrs: pick(HOSTILE) }
          : bodyValue(one, pick, next),
      ]),
    );
  }
  return schema.type === "object" ? { patient: "P-B", value: pick(HOSTILE) } : pick([...HOSTILE, "Aachen", "P-A"]);
}

async function rowsOfBerlin({ database }: RunningServer): Promise<unknown> {
  const { rows } = await asRole(database, { role: "osteon_keeper", account: "k" }, (session) =>
    sql`select (select json_agg(v order by visit) from chart.visit v where centre = 'Berlin') as visits,
      (select json_agg(p order by patient) from chart.patient p where centre = 'Berlin') as patients,
      (select count(*) from work.query where centre = 'Berlin') as queries, (select count(*) from work.lock where centre = 'Berlin') as locks`.execute(
      session,
    ),
  );
  return rows;
}
