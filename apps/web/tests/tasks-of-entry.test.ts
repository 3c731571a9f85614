import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Locator } from "playwright-core";
import { PASSWORD } from "../../server/tests/running-server.ts";
import type { Person } from "./at-human-pace.ts";
import { inSight } from "./in-sight.ts";
import { tellTask } from "./tasks.ts";
import { openWard, type Ward } from "./ward.ts";

/** Tasks of nurses, investigators and data managers at a chart, done as people do them, and counted. */
describe("tasks of entry", () => {
  let ward: Ward;
  before(async () => {
    ward = await openWard();
  });
  after(async () => await ward?.end());

  const as = async (who: "nora" | "ida" | "dana", path: string): Promise<Person> => {
    const person = await ward.as(ward[who], path);
    await person.page.setViewportSize({ width: 1440, height: 900 });
    return person;
  };
  /** Scrolls where one must, which is counted. */
  const bring = async ({ scrollTo }: Person, target: Locator): Promise<Locator> => {
    await target.waitFor();
    if ("says" in (await inSight(target))) await scrollTo(target);
    return target;
  };
  const rowsOf = async (child: string, table: string) =>
    (
      (await ward.ida("GET", `/api/centres/Dresden/patients/${child}`)).json.rows as {
        table: string;
        status: string;
        cells: Record<string, string>;
      }[]
    ).filter((row) => row.table === table);

  test("a: a child, an MRI with six lesions, the first drug", async (told) => {
    const nurse = await as("nora", "/patients");
    const { page } = nurse;
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    await nurse.click(page.getByRole("link", { name: /Enter a patient/ }).first());
    await nurse.type(nurse.field("patient", "patient"), "DD-900");
    for (const [field, cell] of Object.entries({
      cohort: "cno",
      sex: "female",
      born_on: "1999-03",
      onset_on: "2009",
      diagnosed_on: "2009-05-12",
      consent: "given",
      last_contact_on: "2010-06-01",
    }))
      await nurse.answer("patient", field, cell);
    await nurse.draftSaved();
    await nurse.click(button("Complete"));
    await nurse.saved();
    await nurse.click(page.getByRole("navigation", { name: "What next" }).getByRole("link", { name: "+ Imaging" }));
    await nurse.answer("imaging", "imaged_on", "2009-05-13");
    await nurse.answer("imaging", "modality", "whole_body_mri");
    await nurse.answer("imaging", "tirm", "yes");
    await nurse.draftSaved();
    await nurse.click(button("Complete"));
    await nurse.saved();
    for (const [place, done] of [
      "tibia/left",
      "tibia/right",
      "femur/left",
      "femur/right",
      "clavicle/left",
      "thoracic_vertebra/midline/T9",
    ].map((one, at) => [one, at + 1] as const)) {
      await nurse.click(await bring(nurse, page.locator(`[data-place="${place}"]`).last()));
      if (done < 6) await nurse.pick(await bring(nurse, page.getByLabel("Part", { exact: true })), "Metaphysis");
      await nurse.click(await bring(nurse, button("Enter the lesion")));
      await button("Enter the lesion").waitFor({ state: "detached" });
    }
    await page.evaluate(() => window.scrollTo(0, 0));
    await nurse.click(page.getByRole("link", { name: "DD-900" }).first());
    await nurse.click(page.getByRole("link", { name: "+ Treatment" }).first());
    await nurse.answer("treatment", "drug", "naproxen");
    await nurse.answer("treatment", "dose", "400");
    await nurse.answer("treatment", "dose_unit", "mg/d");
    await nurse.answer("treatment", "started_on", "2009-05-13");
    await nurse.click(page.getByLabel("Goes on"));
    await nurse.draftSaved();
    await nurse.click(button("Complete"));
    await page.waitForURL(/\/patients\/DD-900$/);
    assert.equal((await rowsOf("DD-900", "lesion")).length, 6);
    assert.deepEqual(
      (await rowsOf("DD-900", "treatment")).map(({ status, cells }) => [status, cells.stopped_on]),
      [["complete", "not applicable"]],
    );
    tellTask(told, "a", nurse.counted);
    await page.context().close();
  });

  test("b: a wrong birth date, with its reason", async (told) => {
    const nurse = await as("nora", "/centres/Dresden/patients/DD-100");
    const { page } = nurse;
    await nurse.click(
      page
        .getByRole("tab", { name: "Chart" })
        .or(page.getByRole("link", { name: "Chart", exact: true }))
        .first(),
    );
    await nurse.click(page.getByRole("link", { name: "DD-100", exact: true }).last());
    await nurse.answer("patient", "born_on", "2010-04");
    await nurse.type(page.getByLabel("Why is it changed?"), "misread");
    await nurse.click(page.getByRole("button", { name: "Save the change" }));
    await nurse.saved();
    // The button cannot be pressed again; what is told of the save has the focus.
    await page.locator(".save-told:focus").waitFor();
    assert.equal((await rowsOf("DD-100", "patient"))[0]?.cells.born_on, "2010-04");
    tellTask(told, "b", nurse.counted);
    await page.context().close();
  });

  test("h: sign, lock, lift the lock", async (told) => {
    const key = await ward.enter("visit", { visited_on: "2021-05-03", weight_kg: "31" });
    const doctor = await as("ida", `/centres/Dresden/patients/DD-100/visit/${key}`);
    const signing = doctor.page.getByRole("region", { name: "Signature" });
    await doctor.click(signing.getByText("Sign", { exact: true }).first());
    await doctor.type(signing.getByLabel("Your password"), PASSWORD);
    await doctor.click(signing.getByRole("button", { name: "Sign" }));
    await doctor.page.getByText(/^Signed by ida/).waitFor();
    tellTask(told, "h1", doctor.counted);

    const manager = await as("dana", `/centres/Dresden/patients/DD-100/visit/${key}`);
    await manager.click(manager.page.getByRole("button", { name: "Lock this visit" }));
    const dialog = manager.page.getByRole("dialog");
    await manager.type(dialog.getByLabel("Why is it locked?"), "monitored");
    await manager.click(dialog.getByRole("button", { name: "Lock this visit" }));
    await manager.page.getByText(/This visit was locked by dana/).waitFor();
    tellTask(told, "h2", manager.counted);

    const again = await as("dana", `/centres/Dresden/patients/DD-100/visit/${key}`);
    await again.click(again.page.getByRole("button", { name: "Lift the lock" }).first());
    await again.page.getByText(/This visit was locked by dana/).waitFor({ state: "detached" });
    tellTask(told, "h3", again.counted);
    for (const { page } of [doctor, manager, again]) await page.context().close();
  });
});
