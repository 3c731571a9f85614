import assert from "node:assert/strict";
import { before, test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import {
  appoint,
  asRole,
  centresToRead,
  drawImageOrder,
  firstReadings,
  handInImageReading,
  imageReadings,
  imagesToRead,
  lookAtRemoval,
  newIdentityKey,
  readIdentityKeys,
  removeRow,
  renameChild,
  type Session,
  saveRow,
  withdrawImageReading,
  writeKeptTables,
} from "@osteon/registry";
import { sql } from "kysely";
import { member, onEnginesBelow, outcome } from "./both-engines.ts";
import { accountOf, enterChart, type Role, seedTwoCentres } from "./seeded.ts";

const TAGS = ["A", "B", "C", "D", "E"];
const about = (tag: string) => ({ centre: "Aachen", patient: `P-${tag}`, imaging: `imaging-${tag}` });
const KEYS = readIdentityKeys(newIdentityKey("test"));
const SEEN = { "femur left": "active" };

onEnginesBelow("second readings of an MRI", ({ database }) => {
  const by = <T>(account: string, work: (session: Session) => Promise<T>, reason?: string) =>
    asRole(database(), member(account, reason === undefined ? {} : { reason }), work);
  const as = <T>(role: Role, work: (session: Session) => Promise<T>) => by(accountOf(role, "Aachen"), work, "test");

  before(async () => {
    await seedTwoCentres(database());
    for (const tag of TAGS.slice(1)) await enterChart(database(), "Aachen", tag);
    for (const [reader, centre] of [
      ["one", "Aachen"],
      ["two", "Aachen"],
      ["elsewhere", "Berlin"],
    ] as const)
      await appoint(database(), reader, "image_reader", centre);
    await appoint(database(), "two", "monitor", "Berlin");
  });

  test("are in an order of each reader's own, drawn once, the same each time, of examinations whose child studies may count", async () => {
    assert.deepEqual(await by("one", (session) => imagesToRead(session, "Aachen")), [], "before it is drawn");
    for (const reader of ["one", "one", "two"]) await by(reader, (session) => drawImageOrder(session, "Aachen"));
    const orders = await Promise.all(
      ["one", "one", "two"].map((reader) => by(reader, (session) => imagesToRead(session, "Aachen"))),
    );
    assert.deepEqual(orders[0], orders[1]);
    for (const order of orders) {
      assert.deepEqual(
        order?.map(({ place }) => place),
        [1, 2, 3, 4, 5],
      );
      assert.deepEqual(
        order?.map(({ patient }) => patient).sort(),
        TAGS.map((tag) => `P-${tag}`),
      );
      assert.deepEqual(Object.keys(order?.[0] ?? {}), [
        "imaging",
        "patient",
        "imagedOn",
        "modality",
        "region",
        "place",
      ]);
    }
    // The order is that of the hashes of the seed that is kept: anybody can draw it again.
    const { rows } = await as("data_manager", (session) =>
      sql<{
        seed: string;
        imagings: string[];
      }>`select seed, (select array_agg(i order by sha256(convert_to(seed || ' ' || i, 'UTF8')))
        from unnest(${TAGS.map((tag) => `imaging-${tag}`)}::text[]) i) as imagings from work.image_order where reader = 'one'`.execute(
        session,
      ),
    );
    assert.deepEqual(
      orders[0]?.map(({ imaging }) => imaging),
      rows[0]?.imagings,
    );
    await as("data_manager", async (session) => {
      await sql`update chart.patient set consent = 'withdrawn' where patient = 'P-E'`.execute(session);
    });
    const left = await by("one", (session) => imagesToRead(session, "Aachen"));
    assert.deepEqual(left.map(({ patient }) => patient).includes("P-E"), false);
  });

  test("are blind: a reader finds no row of the chart, whoever sees lesions hands nothing in, and others' readings come after the own", async () => {
    for (const table of ["patient", "imaging", "lesion", "lesion_observation", "visit"])
      assert.deepEqual(
        (await by("one", (session) => sql.raw(`select 1 from chart.${table}`).execute(session))).rows,
        [],
      );
    assert.deepEqual((await by("one", (session) => sql.raw("select 1 from audit.entry").execute(session))).rows, []);
    assert.equal(
      await outcome(() => as("investigator", (session) => handInImageReading(session, about("A"), SEEN))),
      "42501",
    );
    assert.equal(
      await outcome(() => by("elsewhere", (session) => handInImageReading(session, about("A"), SEEN))),
      "42501",
    );
    // A reader who sees the charts of the centre by another role is not blind there.
    await appoint(database(), "both", "image_reader", "Aachen");
    await appoint(database(), "both", "statistician", "Aachen");
    assert.deepEqual(await by("both", centresToRead), []);
    assert.equal(await outcome(() => by("both", (session) => handInImageReading(session, about("A"), SEEN))), "42501");

    await by("one", (session) => handInImageReading(session, about("A"), SEEN));
    await by("one", (session) => handInImageReading(session, about("B"), {}));
    assert.deepEqual(
      await by("two", (session) => imageReadings(session)),
      [],
      "nothing was handed in by the other yet",
    );
    await by("two", (session) => handInImageReading(session, about("A"), { "tibia right": "new" }));
    const seen = await by("two", (session) => imageReadings(session));
    assert.deepEqual(
      seen.map(({ reader, imaging }) => [reader, imaging]),
      [
        ["one", "imaging-A"],
        ["two", "imaging-A"],
      ],
    );
    assert.equal((await as("data_manager", (session) => imageReadings(session))).length, 3);
    assert.deepEqual(await as("study_nurse", (session) => imageReadings(session)), []);
    const [first] = await as("data_manager", firstReadings);
    assert.equal(first?.imaging, "imaging-A");
    assert.ok((first?.lesions.length ?? 0) > 0);
  });

  test("stand as they were handed in, may be withdrawn with a reason, and be handed in anew while no other could have been seen", async () => {
    assert.equal(await outcome(() => by("one", (session) => handInImageReading(session, about("A"), {}))), "23505");
    const change = "update work.image_reading set findings = '{}'";
    assert.equal(await outcome(() => by("one", (session) => sql.raw(change).execute(session))), "42501");
    assert.equal(
      await outcome(() => by("one", (session) => withdrawImageReading(session, "Aachen", "imaging-B"))),
      "OS005",
    );
    assert.equal(
      await by("one", (session) => withdrawImageReading(session, "Aachen", "imaging-B"), "the wrong child"),
      true,
    );
    assert.equal(await by("one", (session) => withdrawImageReading(session, "Aachen", "imaging-B"), "again"), false);
    await by("one", (session) => handInImageReading(session, about("B"), SEEN));
    assert.equal(await by("two", (session) => withdrawImageReading(session, "Aachen", "imaging-B"), "not mine"), false);
    // Of A the other's reading was there to be seen.
    assert.equal(await by("two", (session) => withdrawImageReading(session, "Aachen", "imaging-A"), "misread"), true);
    assert.deepEqual(
      (await by("two", (session) => imageReadings(session))).map(({ reader }) => reader),
      ["two"],
    );
    assert.equal(await outcome(() => by("two", (session) => handInImageReading(session, about("A"), {}))), "OS402");
    const { rows } = await as("data_manager", (session) =>
      sql<{ actor: string; action: string; reason: string | null }>`select actor, action, reason from audit.entry
        where entity = 'work.image_reading' order by seq`.execute(session),
    );
    assert.deepEqual(
      rows.map(({ actor, action, reason }) => [actor, action, reason]),
      [
        ["one", "insert", null],
        ["one", "insert", null],
        ["two", "insert", null],
        ["one", "update", "the wrong child"],
        ["one", "insert", null],
        ["two", "update", "misread"],
      ],
    );
  });

  test("are of examinations that are there to read, and name places and states", async () => {
    const wrong = (one: Partial<ReturnType<typeof about>>, findings: Record<string, string> = SEEN) =>
      outcome(() => by("one", (session) => handInImageReading(session, { ...about("C"), ...one }, findings)));
    assert.equal(await wrong({ patient: "P-B" }), "23503");
    assert.equal(await wrong(about("E")), "OS007", "consent was withdrawn");
    for (const findings of [{ femur: "active" }, { "femur left": "large" }, { "femur left": "" }])
      assert.equal(await wrong({}, findings), "23514", JSON.stringify(findings));
    const draft = { table: tableNamed("imaging"), centre: "Aachen", status: "draft", version: 0 } as const;
    const cells = { imaging: "draft", patient: "P-C", imaged_on: "2012-01-01", modality: "whole_body_mri" };
    assert.ok((await as("study_nurse", (session) => saveRow(session, { ...draft, cells }))).ok);
    assert.equal(await wrong({ imaging: "draft" }), "OS007");
  });

  test("go along when a child is renamed, and go when the examination is deleted", async () => {
    await by("one", (session) => handInImageReading(session, about("C"), SEEN));
    const renaming = { centre: "Aachen", patient: "P-C", becomes: "P-Z" };
    assert.deepEqual(await as("data_manager", (session) => renameChild(session, KEYS, renaming)), []);
    const of = async (imaging: string) =>
      (await as("data_manager", (session) => imageReadings(session))).filter((one) => one.imaging === imaging);
    assert.deepEqual(
      (await of("imaging-C")).map(({ patient }) => patient),
      ["P-Z"],
    );
    assert.ok((await of("imaging-B")).length > 0);
    await as("data_manager", async (session) => {
      const address = { centre: "Aachen", table: tableNamed("imaging"), key: "imaging-B" };
      const found = await lookAtRemoval(session, address);
      assert.equal(await removeRow(session, address, found?.seen ?? ""), "removed");
    });
    assert.deepEqual(await of("imaging-B"), []);
  });

  test("a nurse who is kept from lesions may read blind at the own centre; a monitor who is kept sees no reading, in the trail neither", async () => {
    await appoint(database(), "both-kept", "study_nurse", "Aachen");
    await appoint(database(), "both-kept", "image_reader", "Aachen");
    assert.deepEqual(await by("both-kept", centresToRead), []);
    const kept = { lesion_observation: ["study_nurse", "monitor"] } as const;
    await by(accountOf("administrator", "Aachen"), (session) => writeKeptTables(session, kept, 0), "blind readings");
    assert.deepEqual(
      (await by("both-kept", centresToRead)).map(({ centre }) => centre),
      ["Aachen"],
    );
    assert.deepEqual(await as("monitor", (session) => imageReadings(session)), []);
    const trail = "select 1 from audit.entry where entity = 'work.image_reading'";
    assert.deepEqual((await as("monitor", (session) => sql.raw(trail).execute(session))).rows, []);
    assert.ok((await as("data_manager", (session) => sql.raw(trail).execute(session))).rows.length > 0);
  });
});
