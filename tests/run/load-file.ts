import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { after, before, describe } from "node:test";
import { cpuSpent, noteSpent } from "./cpu-spent.ts";

const loading = new AsyncLocalStorage<string>();
let loaded: Promise<unknown> = Promise.resolve();

/** The file whose tests run, where several share a process. */
export const fileOfNow = (): string | undefined => loading.getStore();

/**
 * Loads a file of tests as a suite of its own: its hooks are for its tests alone, and its suite says how long it took. One
 * file is loaded after the other, so that none is evaluated on behalf of another that imports the same.
 */
export function loadFile(file: string, url: string): void {
  describe(file, () => {
    // The runner knows whose tests they are by the place in which the file is loaded.
    const here = new AsyncResource("file of tests");
    let spent = 0;
    let begin = 0;
    before(() => {
      begin = cpuSpent();
    });
    const own = loaded.then(async () => {
      const start = cpuSpent();
      await here.runInAsyncScope(() => loading.run(file, () => import(url)));
      spent = cpuSpent() - start;
      // After the hooks of the file itself.
      here.runInAsyncScope(() => after(() => noteSpent(file, spent + cpuSpent() - begin)));
    });
    loaded = own.catch(() => {});
    return own;
  });
}
