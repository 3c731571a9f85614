import assert from "node:assert/strict";
import type { Client, RunningServer } from "../../server/tests/running-server.ts";
import type { Person } from "./at-human-pace.ts";
import type { RowToEnter } from "./rows-to-enter.ts";

interface Stored {
  readonly table: string;
  readonly key: string;
  readonly status: string;
  readonly version: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A row's life at the screen: entered, corrected as a draft, completed, changed and let go, changed with a reason, deleted. */
export async function walkTable(
  person: Person,
  server: RunningServer,
  reader: Client,
  { table, cells, corrected: [field, cell, later] }: RowToEnter,
  child: string,
  away: boolean,
): Promise<void> {
  const { page, says } = person;
  const button = (english: string, german: string) =>
    page.getByRole("button", { name: says(english, german), exact: true });
  const rows = async (): Promise<readonly Stored[]> => {
    const { json } = await reader("GET", `/api/centres/Dresden/patients/${child}`);
    return ((json.rows as Stored[] | undefined) ?? []).filter((one) => one.table === table);
  };
  const before = new Set((await rows()).map(({ key }) => key));
  const own = async (): Promise<Stored> => {
    const made = (await rows()).filter(({ key }) => !before.has(key));
    assert.equal(made.length, 1, `${table} was written ${made.length} times`);
    return made[0] as Stored;
  };
  /** Does it while the network is away, where it is; the form says so, and sends it when the network is back. */
  const perhapsAway = async (work: () => Promise<void>, waits: boolean): Promise<void> => {
    if (away) await page.context().setOffline(true);
    await work();
    if (away && waits) await page.locator('[data-save-state="waiting"]').waitFor();
    if (away) await page.context().setOffline(false);
  };

  /** Some forms go on to the child's page once they are complete. */
  const savedOrLeft = () =>
    page.waitForFunction(() => {
      const state = document.querySelector("[data-save-state]");
      return state === null || /^(Saved|Gespeichert)/.test(state.textContent ?? "");
    });

  // Create: the draft saves itself while one still thinks.
  await page.goto(`${server.address}/centres/Dresden/patients/${table === "patient" ? "new" : child}/${table}/new`);
  await person.field(table, Object.keys(cells)[0] ?? "").waitFor();
  await perhapsAway(async () => {
    if (table === "patient") await person.type(person.field(table, "patient"), child);
    for (const [name, value] of Object.entries(cells)) await person.answer(table, name, value);
  }, true);
  await person.draftSaved();
  assert.equal((await own()).status, "draft");

  // Correct the draft, then complete it.
  await person.answer(table, field, cell);
  await person.draftSaved();
  assert.equal((await own()).cells[field], cell);
  await person.click(button("Complete", "Abschließen"));
  await savedOrLeft();
  const complete = await own();
  assert.equal(complete.status, "complete");

  // Change it, change one's mind: it is again what the registry holds, also after loading it anew.
  const address = `${server.address}/centres/Dresden/patients/${child}/${table}/${complete.key}`;
  await page.goto(address);
  const [other, otherCell] = Object.entries(cells).findLast(([name]) => name !== field) ?? [field, cell];
  await person.field(table, other).waitFor();
  const told = () => page.locator("[data-save-state]").textContent();
  const unchanged = await told();
  await perhapsAway(async () => {
    await person.answer(table, field, later);
    await page.locator('[data-save-state="kept"]').waitFor();
    await person.click(button("Discard my change", "Meine Änderung verwerfen"));
  }, false);
  assert.equal(await told(), unchanged);
  await page.reload();
  await person.field(table, other).waitFor();
  assert.equal(await told(), unchanged);
  assert.deepEqual(await own(), complete);

  // Change it with a reason.
  await person.answer(table, field, later);
  await person.type(page.getByLabel(says("Why is it changed?", "Warum wird geändert?")), "read again");
  await person.click(button("Save the change", "Änderung speichern"));
  await savedOrLeft();
  const changed = await own();
  assert.deepEqual(
    [changed.version, changed.cells[field], changed.cells[other]],
    [complete.version + 1, later, otherCell],
  );

  // Delete it: the dialog says what goes, and asks why.
  await page.goto(address);
  await person.scrollTo(button("Delete", "Löschen"));
  await person.click(button("Delete", "Löschen"));
  const dialog = page.getByRole("dialog");
  await dialog.getByText(child).first().waitFor();
  await person.type(dialog.getByLabel(says("Why is it deleted?", "Warum wird gelöscht?")), "entered by mistake");
  await person.click(dialog.getByRole("button", { name: /^(Delete|Löschen)/ }));
  await page.waitForURL(
    (url) => url.pathname === (table === "patient" ? "/patients" : `/centres/Dresden/patients/${child}`),
  );
  assert.deepEqual(
    (await rows()).filter(({ key }) => !before.has(key)),
    [],
  );
}
