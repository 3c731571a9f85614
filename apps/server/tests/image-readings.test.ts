import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { ImageAgreement, ImagesToRead } from "@osteon/api";
import type { FirstReading, ImageReading } from "@osteon/registry";
import { unzipSync } from "fflate";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { imageAgreement } from "../src/image-readings/image-agreement.ts";
import { readingsByImage } from "../src/image-readings/readings-by-image.ts";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

const image = (imaging: string, patient: string, lesions: FirstReading["lesions"] = []): FirstReading => ({
  ...{ centre: "Ulm", patient, imaging, imagedOn: "2020-01-02", modality: "whole_body_mri", lesions },
});
const reading = (imaging: string, reader: string, findings: Record<string, string>): ImageReading => ({
  ...{ number: 1, centre: "Ulm", patient: "", imaging, reader, findings, handedInAt: "" },
  ...{ withdrawnAt: null, withdrawnReason: null },
});
type Part = ImageAgreement["overall"]["states"]["kappa"];
const numberIn = (part: Part | undefined) => (part?.estimable ? part.value : undefined);
const close = (found: number | undefined, expected: number) =>
  assert.ok(found !== undefined && Math.abs(found - expected) < 1e-12, `${found} instead of ${expected}`);

describe("agreement of readers of MRIs, worked by hand", () => {
  test("two children, the first reading and two readers: every place of the skeleton counts, by state and by whether a lesion is visible", () => {
    const femur = (state: string) => ({ bone: "femur", side: "left", state });
    const images = [image("A", "P1", [femur("active")]), image("B", "P2", [femur("not_visible")])];
    const readings = [
      reading("A", "r1", { "femur left": "active" }),
      reading("A", "r2", { "femur left": "new" }),
      reading("B", "r1", {}),
    ];
    const told = imageAgreement(readingsByImage(images, readings));
    assert.deepEqual([told.examinations, told.whyNone], [2, null]);
    const bone = told.bones.find((one) => one.bone === "femur");
    // Four places: of the left femur one pair of three agrees on A, and none of one on B; the right one is alike on both.
    assert.equal(bone?.states.subjects, 4);
    close(numberIn(bone?.states.observed), (1 / 3 + 0 + 1 + 1) / 4);
    close(numberIn(bone?.states.kappa), ((7 / 3 / 4 - 1 / 5) / 4) * 5);
    // Visible on A for all three; on B for nobody, since what is no longer visible is not.
    close(numberIn(bone?.visible.kappa), 1);
    const places = told.overall.states.subjects / 2;
    close(numberIn(told.overall.states.observed), (1 / 3 + 0 + 2 * places - 2) / (2 * places));
    assert.equal(told.overall.states.clusters, 2);
    assert.deepEqual(
      told.disagreements.map(({ imaging, bone: where, side, readings: said }) => [
        imaging,
        `${where} ${side}`,
        said.map(({ reader, state }) => `${reader} ${state}`),
      ]),
      [
        ["A", "femur left", ["null active", "r1 active", "r2 new"]],
        ["B", "femur left", ["null not_visible", "r1 null"]],
      ],
    );
  });

  test("nobody, one reading alone, one child, regional ones, lesions of a bone in no place, two lesions in one", () => {
    const none = imageAgreement([]);
    assert.deepEqual([none.whyNone, none.overall.states.kappa.estimable], ["unread", false]);
    const alone = imageAgreement(readingsByImage([image("A", "P1")], [reading("A", "r1", {})]));
    assert.deepEqual([alone.whyNone, alone.examinations], ["single", 0]);
    const one = imageAgreement(readingsByImage([image("A", "P1")], [reading("A", "r1", {}), reading("A", "r2", {})]));
    assert.deepEqual(
      [one.overall.states.kappa, one.overall.states.lower.estimable],
      [{ estimable: true, value: 1 }, false],
    );
    const regional = { ...image("A", "P1"), modality: "regional_mri" };
    const apart = [reading("A", "r1", { "tibia left": "new" }), reading("A", "r2", {})];
    const part = imageAgreement(readingsByImage([regional], apart));
    assert.deepEqual([part.examinations, part.regional, part.disagreements.length], [0, 1, 1]);
    const [whole] = readingsByImage(
      [
        image("A", "P1", [
          { bone: "femur", side: "", state: "new" },
          { bone: "sternum", side: "", state: "remaining" },
          { bone: "tibia", side: "left", state: "not_visible" },
          { bone: "tibia", side: "left", state: "active" },
        ]),
      ],
      [],
    );
    assert.deepEqual(
      [...(whole?.said[0]?.states ?? [])],
      [
        ["sternum midline", "remaining"],
        ["tibia left", "active"],
      ],
    );
  });
});

describe("second readings through the interface", () => {
  let server: RunningServer;
  let readers: readonly Client[];
  let manager: Client;
  before(async () => {
    server = await runningServer("server");
    const nurse = await server.person("nurse", "study_nurse", "Aachen");
    manager = await server.person("manager", "data_manager", "Aachen");
    readers = [
      await server.person("rita", "image_reader", "Aachen"),
      await server.person("rolf", "image_reader", "Aachen"),
    ];
    for (const [table, cells] of inventedChart("Aachen", "A")) {
      const { status, text } = await nurse("POST", `/api/centres/Aachen/charts/${table}`, {
        cells,
        status: "complete",
      });
      assert.equal(status, 201, text);
    }
  });
  after(() => server.end());

  const AT = "/api/centres/Aachen/image-readings";
  const list = async (who: Client) => (await who("GET", "/api/image-readings")).json as unknown as ImagesToRead;

  test("lead from a drawn order to readings of others, to kappa and differences, and into the export", async () => {
    const [rita, rolf] = readers as [Client, Client];
    assert.deepEqual((await list(rita)).centres, [{ centre: "Aachen", begunAt: null, examinations: [] }]);
    assert.deepEqual((await list(manager)).centres, []);
    for (const who of readers) assert.equal((await who("POST", `${AT}/order`)).status, 201);
    assert.equal((await manager("POST", `${AT}/order`)).status, 403);
    const [centre] = (await list(rita)).centres;
    assert.deepEqual(
      centre?.examinations.map(({ imaging, patient }) => [imaging, patient]),
      [["imaging-A", "P-A"]],
    );

    const empty = (await manager("GET", "/api/image-agreement")).json as unknown as ImageAgreement;
    assert.equal(empty.whyNone, "unread");
    assert.equal((await rita("GET", "/api/centres/Aachen/patients/P-A")).status, 404, "no chart is seen");

    const strange = await rita("POST", `${AT}/imaging-A`, { findings: { "femur midline": "active" } });
    assert.equal(strange.status, 422, strange.text);
    assert.equal((await manager("POST", `${AT}/imaging-A`, { findings: {} })).status, 404);
    const seen = { "tibia left": "active", "femur right": "new" };
    const key = { "idempotency-key": crypto.randomUUID() };
    for (const again of [1, 2])
      assert.equal((await rita("POST", `${AT}/imaging-A`, { findings: seen }, key)).status, 201, `time ${again}`);
    assert.equal((await rita("POST", `${AT}/imaging-A`, { findings: {} })).json.problems !== undefined, true);
    const blind = await rolf("GET", `${AT}/imaging-A`);
    assert.deepEqual(blind.json.readings, []);
    assert.ok(!/active|femur|lesion/.test(blind.text), "nothing of what was seen is on its way");
    assert.equal((await rolf("POST", `${AT}/imaging-A`, { findings: {} })).status, 201);
    const after = (await rolf("GET", `${AT}/imaging-A`)).json.readings as readonly {
      mine: boolean;
      findings: object;
    }[];
    assert.deepEqual(
      after.map(({ mine, findings }) => [mine, findings]),
      [
        [false, seen],
        [true, {}],
      ],
    );

    const told = (await manager("GET", "/api/image-agreement")).json as unknown as ImageAgreement;
    assert.deepEqual([told.examinations, told.readers, told.readings], [1, 2, 2]);
    assert.deepEqual(
      told.disagreements.map(({ bone, side, readings }) => [bone, side, readings.map(({ state }) => state)]),
      [
        ["femur", "right", [null, "new", null]],
        ["tibia", "left", ["active", "active", null]],
      ],
    );

    const withdrawn = await rolf("DELETE", `${AT}/imaging-A`, undefined, { "x-reason": "the%20wrong%20child" });
    assert.equal(withdrawn.status, 204, withdrawn.text);
    assert.equal((await rolf("DELETE", `${AT}/imaging-A`)).status, 404);
    const anew = await rolf("POST", `${AT}/imaging-A`, { findings: {} });
    assert.deepEqual([anew.status, (anew.json.problems as { code: string }[])[0]?.code], [409, "no-longer-blind"]);

    const archive = await fetch(`${server.address}/api/exports/charts.zip`, { headers: { cookie: manager.cookie } });
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    const text = new TextDecoder().decode(files["image_readings.csv"]);
    assert.deepEqual(text.trimEnd().split(/\r?\n/), [
      "centre,patient,imaging,reader,handed_in_on,withdrawn_on,bone,side,state",
      ...text.trimEnd().split(/\r?\n/).slice(1),
    ]);
    assert.deepEqual(
      text
        .trimEnd()
        .split(/\r?\n/)
        .slice(1)
        .map((line) =>
          line
            .split(",")
            .filter((_, at) => ![4, 5].includes(at))
            .join(","),
        ),
      [
        "Aachen,P-A,imaging-A,R1,femur,right,new",
        "Aachen,P-A,imaging-A,R1,tibia,left,active",
        "Aachen,P-A,imaging-A,R2,,,none",
      ],
    );
  });
});
