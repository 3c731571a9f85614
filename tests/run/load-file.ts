import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { describe } from "node:test";

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
    const own = loaded.then(() => here.runInAsyncScope(() => loading.run(file, () => import(url))));
    loaded = own.catch(() => {});
    return own;
  });
}
