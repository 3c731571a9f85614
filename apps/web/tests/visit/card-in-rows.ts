import { type Field, tableNamed } from "@osteon/codebook";
import type { Locator } from "playwright-core";
import { labelWithUnit } from "../../src/entry/label-with-unit.ts";
import { bookFor } from "../../src/words/codebook-words.ts";
import type { Hand } from "./counted-hand.ts";

const RESULTS = [
  ["crp", "<0.5"],
  ["esr", "12"],
  ["leukocytes", "7.4"],
  ["hb", "12.6"],
  ["plt", "352"],
  ["alt", "24"],
  ["ast", "28"],
  ["ferr", "46"],
] as const;

/**
 * The visit card in a form for each row, as every visit was entered before it had a page of its own. A hand that knows the forms well:
 * Tab where the next field is next, a click where it is not, letters where a list is sought.
 */
export async function cardInRows(hand: Hand): Promise<void> {
  const { page } = hand;
  const book = bookFor("en");
  const control = (table: string, name: string): Locator => {
    const field = tableNamed(table).fields.find((one: Field) => one.name === name);
    if (field === undefined) throw new Error(`${table} has no field ${name}`);
    return page
      .locator("[role=radiogroup], select, input:not([type=radio], [type=search])")
      .and(page.getByLabel(labelWithUnit(book, table, field), { exact: true }));
  };
  const into = async (table: string, name: string, value: string) => {
    await hand.click(control(table, name));
    await hand.value(value);
  };
  const answer = (table: string, name: string, says: string) =>
    hand.click(control(table, name).getByRole("radio", { name: says, exact: true }));
  const completed = async () => {
    await page.locator('[data-save-state="saved"]').waitFor();
    await hand.click(page.getByRole("button", { name: "Complete", exact: true }));
  };
  const saved = () => page.getByText(/^Saved/).waitFor();
  const onChild = () => page.waitForURL(/\/patients\/DD-071$/);
  const plus = (one: string) => hand.click(page.getByRole("link", { name: `+ ${one}`, exact: true }).first());

  // The visit: its fields stand in the order of the card, but for those that are not on it.
  await hand.click(page.getByRole("link", { name: "Chart", exact: true }));
  await hand.click(page.getByRole("link", { name: "Enter: Visit", exact: true }));
  await into("visit", "visited_on", "25.10.2013");
  await hand.press("Tab");
  await hand.value("60.4");
  await into("visit", "pain_nrs", "3");
  for (const value of ["2", "1", "0.375"]) {
    await hand.press("Tab");
    await hand.value(value);
  }
  for (const sign of ["swelling", "redness", "heat", "reduced_range", "abnormal_gait"])
    await answer("visit", sign, "No");
  await hand.press("Tab");
  await hand.value("1");
  await completed();
  await saved();

  for (const [place, [analyte, value]] of RESULTS.entries()) {
    await plus("Laboratory result");
    if (place > 0) {
      // The link of the visit's own page knows visit and day; the one of the child does not.
      await control("laboratory", "visit").waitFor();
      await hand.click(control("laboratory", "visit"));
      await hand.press("End");
      await hand.press("Enter");
      await hand.press("Tab");
      await hand.value("25.10.2013");
      await hand.press("Tab");
    } else await hand.click(page.getByRole("searchbox", { name: "Search: Analyte" }));
    await hand.letters(analyte);
    await hand.press("Enter");
    await into("laboratory", "value", value);
    await completed();
    await onChild();
  }

  // The dose: one row ends, another begins.
  await hand.click(page.getByRole("link", { name: "Chart", exact: true }));
  await hand.click(page.getByRole("link", { name: "T00064", exact: true }));
  await hand.click(page.getByRole("checkbox", { name: "Goes on" }));
  await into("treatment", "stopped_on", "24.10.2013");
  await hand.click(page.getByLabel("Why is it changed?"));
  await hand.value("dose");
  await hand.click(page.getByRole("button", { name: "Save the change" }));
  await onChild();
  await plus("Treatment");
  await hand.click(page.getByRole("searchbox", { name: "Search: Drug" }));
  await hand.letters("nap");
  await hand.press("Enter");
  await into("treatment", "dose", "12.5");
  await hand.press("Tab");
  await hand.letters("m");
  await hand.press("Tab");
  await hand.letters("b");
  await into("treatment", "started_on", "25.10.2013");
  await hand.click(page.getByRole("checkbox", { name: "Goes on" }));
  await completed();
  await onChild();

  await plus("Imaging");
  await into("imaging", "imaged_on", "25.10.2013");
  await hand.press("Tab");
  await hand.letters("w");
  await completed();
  await saved();
  await hand.click(page.getByRole("button", { name: /^All as before/ }));
  const gone = page.getByRole("combobox", { name: /Tibia, right, epiphysis/ });
  await gone.waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLSelectElement>(".lesion-list select")].every(({ value }) => value !== ""),
  );
  await hand.click(gone);
  await hand.letters("no l");
  const written = page.waitForResponse(
    (answer) => answer.url().includes("/lesion_observation/") && answer.request().method() === "PUT" && answer.ok(),
  );
  await hand.press("Enter");
  await written;
}
