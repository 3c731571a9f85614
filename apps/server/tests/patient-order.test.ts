import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { patients } from "@osteon/api";
import { CODEBOOK } from "@osteon/codebook";
import { asRole } from "@osteon/registry";
import { sql } from "kysely";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

type Line = Readonly<Record<string, string | number | null | readonly string[]>> & { readonly patient: string };

const CHILDREN = 40;
const SORTS = patients.PATIENT_ORDERS.flatMap((order) => [order, `-${order}`]);

for (const engine of ENGINES_BELOW) {
  describe(`the order of the list of children (${engine})`, () => {
    let server: RunningServer;
    let nurse: Client;
    before(async () => {
      server = await runningServer(engine);
      nurse = await server.person("nurse", "study_nurse", "Aachen");
      await enterChildren(server, nurse.account);
      const monitor = await server.person("monitor", "monitor", "Aachen");
      for (const [n, patient] of ALL.entries()) {
        if (n % 2 === 0) continue;
        const asked = { centre: "Aachen", patient, table: "patient", key: patient, says: "Why?" };
        assert.equal((await monitor("POST", "/api/queries", asked)).status, 201);
      }
    });
    after(() => server.end());

    const page = async (query: string) => {
      const { status, text, json } = await nurse("GET", `/api/patients?${query}`);
      assert.equal(status, 200, text);
      return json as { readonly patients: readonly Line[]; readonly next?: string };
    };
    const walk = async (
      sort: string,
      limit: number,
      between: (read: readonly Line[]) => Promise<void> = async () => {},
    ) => {
      const read: Line[] = [];
      let next: string | undefined;
      do {
        const { patients, next: further } = await page(
          `sort=${sort}&limit=${limit}${next === undefined ? "" : `&after=${encodeURIComponent(next)}`}`,
        );
        read.push(...patients);
        assert.ok(read.length <= CHILDREN * 2, "the list ends");
        next = further;
        if (next !== undefined) await between(read);
      } while (next !== undefined);
      return read;
    };

    for (const sort of SORTS) {
      test(`sorted by ${sort} every child comes exactly once, whatever the size of a page`, async () => {
        const whole = await walk(sort, 200);
        assert.deepEqual(whole.map(({ patient }) => patient).toSorted(), ALL.toSorted());
        const wanted = expected(whole, sort);
        assert.deepEqual(
          whole.map(({ patient }) => patient),
          wanted,
        );
        // The sizes meet ties and children without a value at the end of a page, and one of a single child.
        for (const limit of [1, 3, 7, CHILDREN]) {
          const pages = await walk(sort, limit);
          assert.deepEqual(
            pages.map(({ patient }) => patient),
            wanted,
            `pages of ${limit}`,
          );
        }
      });
    }

    test("a child that is changed between two pages moves no other child", async () => {
      const seen = await walk("-lastVisitOn", 4, async (read) => {
        const last = read.at(-1)?.patient ?? "";
        await asRole(server.database, { role: "osteon_member", account: nurse.account, reason: "tests" }, (session) =>
          sql`insert into chart.visit (visit, patient, centre, visited_on) values (${`late ${last}`}, ${last}, 'Aachen', '2030-01-01')`.execute(
            session,
          ),
        );
      });
      const names = seen.map(({ patient }) => patient);
      assert.deepEqual([...new Set(names)].toSorted(), ALL.toSorted());
      assert.equal(names.length, ALL.length);
    });

    test("drafts are counted over every table, of a child and of a centre, and a draft's drug is not a present one", async () => {
      const ofCentre = async () => ((await nurse("GET", "/api/dashboard")).json.centres as readonly Line[])[0]?.drafts;
      const before = Number(await ofCentre());
      for (const [table, cells] of inventedChart("Aachen", "draft")) {
        const { status, text } = await nurse("POST", `/api/centres/Aachen/charts/${table}`, {
          cells,
          status: "draft",
        });
        assert.equal(status, 201, text);
      }
      const { patients } = await page("begins=P-draft");
      assert.equal(patients[0]?.drafts, CODEBOOK.length);
      assert.equal(await ofCentre(), before + CODEBOOK.length);
      assert.deepEqual(patients[0]?.drugs, []);
      const [most] = (await page("sort=-drafts&limit=1")).patients;
      assert.equal(most?.patient, "P-draft");
      await asRole(server.database, { role: "osteon_member", account: nurse.account, reason: "tests" }, (session) =>
        sql`update chart.treatment set row_status = 'complete' where patient = 'P-draft'`.execute(session),
      );
      assert.deepEqual((await page("begins=P-draft")).patients[0]?.drugs, ["pamidronate"]);
    });

    test("a place of another order, or none at all, is refused with how to mend it", async () => {
      const { next = "" } = await page("sort=visits&limit=1");
      const wrong = [
        `sort=bornOn&after=${next}`,
        "sort=visits&after=P-001",
        `sort=-visits&after=${Buffer.from('["x","P-001"]').toString("base64url")}`,
        `sort=visits&after=${Buffer.from('[1,"P-001",2]').toString("base64url")}`,
        `sort=visits&after=${Buffer.from('[1,"\\u0000"]').toString("base64url")}`,
        `sort=visits&after=${Buffer.from('[4000000000,"P"]').toString("base64url")}`,
        "sort=nothing",
      ];
      for (const query of wrong) {
        const { status, json } = await nurse("GET", `/api/patients?${query}`);
        assert.equal(status, 400, query);
        assert.ok((json.problems as readonly { fix: string }[])[0]?.fix, query);
      }
    });
  });
}

const ALL = Array.from({ length: CHILDREN }, (_, n) => `P-${String(n).padStart(3, "0")}`);

/** Pseudonyms in the order that the values of the lines themselves call for: those without one last, then by pseudonym. */
function expected(lines: readonly Line[], sort: string): readonly string[] {
  const order = sort.replace("-", "");
  const sign = sort.startsWith("-") ? -1 : 1;
  const given = (line: Line) => (line[order] === "" ? null : (line[order] as string | number | null));
  return lines
    .toSorted((a, b) => {
      const [one, other] = [given(a), given(b)];
      if (order === "patient") return sign * (a.patient < b.patient ? -1 : 1);
      if (one !== other && (one === null || other === null)) return one === null ? 1 : -1;
      if (one !== other) return sign * ((one as string) < (other as string) ? -1 : 1);
      return a.patient < b.patient ? -1 : 1;
    })
    .map(({ patient }) => patient);
}

/** Children with many ties, and of each value a third without one; drafts and queries in several tables. */
async function enterChildren({ database }: RunningServer, account: string): Promise<void> {
  await asRole(database, { role: "osteon_member", account, reason: "tests" }, async (session) => {
    const key = sql`'P-' || lpad(n::text, 3, '0')`;
    const all = sql`generate_series(0, ${CHILDREN - 1}) n`;
    await sql`insert into chart.patient (patient, centre, cohort, sex, born_on, diagnosed_on)
      select ${key}, 'Aachen', case n % 3 when 0 then 'cno' when 1 then 'bacterial_osteomyelitis' end,
        case n % 4 when 0 then 'female' when 1 then 'male' end,
        case n % 5 when 0 then null when 1 then '2009' else '2009-0' || (1 + n % 4) end,
        case when n % 3 > 0 then date '2015-01-01' + n % 6 end from ${all}`.execute(session);
    await sql`insert into chart.visit (visit, patient, centre, visited_on, row_status)
      select 'V' || n || '-' || v, ${key}, 'Aachen', date '2016-01-01' + (n * 7 + v) % 5, case when v = 0 then 'draft' else 'complete' end::chart.row_status
      from ${all}, generate_series(0, 3) v where v < n % 4`.execute(session);
    await sql`insert into chart.lesion (lesion, patient, centre, bone)
      select 'L' || n || '-' || v, ${key}, 'Aachen', 'tibia' from ${all}, generate_series(0, 2) v where v < n % 3`.execute(
      session,
    );
  });
}
