import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Confined, keepConfined, lendConfined, Outgrown } from "@osteon/interop";

const SCRIPT = new URL("./counting-thread.ts", import.meta.url);
const LIMITS = { milliseconds: 60_000, heapMegabytes: 64, growth: 1_000_000_000 };

interface Told {
  readonly threadId: number;
  readonly pieces: number;
}
const told = async (thread: Confined): Promise<Told> => (await thread.work("tell")) as Told;
const keep = (thread: Confined): Promise<void> => keepConfined(SCRIPT, LIMITS, thread);
/** Whether a thread holds this process. */
const holds = (): boolean => process.getActiveResourcesInfo().includes("MessagePort");

describe("a thread that is kept between two files", () => {
  test("is lent again, holds no process meanwhile, and whoever comes beside it has one of their own", async () => {
    const first = lendConfined(SCRIPT, LIMITS);
    const { threadId } = await told(first);
    assert.ok(holds());
    await keep(first);
    assert.equal(holds(), false);
    const [again, beside] = [lendConfined(SCRIPT, LIMITS), lendConfined(SCRIPT, LIMITS)];
    assert.ok(holds());
    assert.deepEqual(await told(again), { threadId, pieces: 2 });
    assert.equal((await told(beside)).pieces, 1);
    await keep(again);
    await keep(beside);
    assert.equal(beside.ended, true, "one that waits is enough");
    await lendConfined(SCRIPT, LIMITS).end();
  });

  test("is not lent once it has ended, nor where its work is under way, nor under another limit of its heap", async () => {
    const ended = lendConfined(SCRIPT, LIMITS);
    await told(ended);
    await keep(ended);
    await ended.end();
    const asking = lendConfined(SCRIPT, LIMITS);
    assert.notEqual(asking, ended);
    let never: () => void = () => {};
    const asked = Promise.withResolvers<void>();
    const work = asking.work("asks", () => {
      asked.resolve();
      return new Promise<void>((resolve) => {
        never = resolve;
      });
    });
    await asked.promise;
    const refused = assert.rejects(work);
    await keep(asking);
    assert.equal(asking.ended, true);
    never();
    await refused;
    const small = lendConfined(SCRIPT, LIMITS);
    await told(small);
    await keep(small);
    const large = lendConfined(SCRIPT, { ...LIMITS, heapMegabytes: 65 });
    assert.notEqual(large, small);
    await Promise.all([large.end(), small.end()]);
  });

  test("has the time of whoever has it now, not of whoever opened it", { timeout: 60_000 }, async (t) => {
    const thread = lendConfined(SCRIPT, { ...LIMITS, milliseconds: 3_600_000 });
    t.after(() => thread.end());
    await told(thread);
    await keep(thread);
    const again = lendConfined(SCRIPT, { ...LIMITS, milliseconds: 100 });
    assert.equal(again, thread);
    await assert.rejects(again.work("busy"), Outgrown);
    assert.equal(again.ended, true);
  });
});
