import { parentPort } from "node:worker_threads";
import type { FromThread, ToThread } from "./confinement.ts";

/** Asks whoever opened the thread, and waits for the answer. */
export type Ask = (question: unknown) => Promise<unknown>;

/** The other end of `openConfined`: does each piece of work that the thread is given. */
export function serveConfined(does: (work: unknown, ask: Ask) => Promise<unknown>): void {
  let waiting: { resolve: (answer: unknown) => void; reject: (error: Error) => void } | undefined;
  const say = (message: FromThread): void => parentPort?.postMessage(message);
  const ask: Ask = (question) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      say({ question });
    });
  parentPort?.on("message", (message: ToThread) => {
    if ("work" in message) {
      does(message.work, ask).then(
        (done) => say({ done }),
        (error: unknown) => say({ failed: error instanceof Error ? error.message : String(error) }),
      );
      return;
    }
    const { resolve, reject } = waiting ?? {};
    waiting = undefined;
    if ("answer" in message) resolve?.(message.answer);
    else reject?.(new Error("the question was not answered"));
  });
}
