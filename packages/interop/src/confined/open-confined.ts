import { Worker } from "node:worker_threads";
import { type Confinement, type FromThread, Outgrown, type ToThread } from "./confinement.ts";

/** A thread that does pieces of work, one at a time, and cannot take the process with it. */
export interface Confined {
  /** Hands over a piece of work; questions that the work asks are answered by `answer`, whose failure fails the work. */
  work(work: unknown, answer?: (question: unknown) => Promise<unknown>): Promise<unknown>;
  /** Whether the thread runs no more. */
  readonly ended: boolean;
  /** Between two pieces of work it holds no process; false where work is under way. */
  rest(): boolean;
  /** Begins anew, under limits of time and growth of its own. */
  wake(limits: Pick<Confinement, "milliseconds" | "growth">): void;
  end(): Promise<void>;
}

/** Milliseconds between two looks at the clock and the memory. */
const LOOK = 50;

/** Starts a thread in which foreign files are read: a script that ends in `serveConfined`. */
export function openConfined(script: URL, { milliseconds, heapMegabytes, growth }: Confinement): Confined {
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  let begin = process.memoryUsage.rss();
  let limits = { milliseconds, growth };
  let under: Under | undefined;
  let ended = false;
  let isResting = false;
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    ended = true;
    void worker.terminate();
    const { reject } = under ?? {};
    under = undefined;
    reject?.(failure);
  };
  const say = (message: ToThread): void => worker.postMessage(message);
  const looking = setInterval(() => {
    if (isResting) return;
    if (process.memoryUsage.rss() - begin > limits.growth) return fail(new Outgrown("memory"));
    if (under === undefined || under.waits) return;
    under.spent += LOOK;
    if (under.spent > limits.milliseconds) fail(new Outgrown("time"));
  }, LOOK).unref();
  worker.on("message", (message: FromThread) => {
    const piece = under;
    if (piece === undefined) return;
    if ("question" in message) {
      piece.waits = true;
      piece.answer(message.question).then(
        (answer) => {
          piece.waits = false;
          if (!ended) say({ answer });
        },
        (error: Error) => {
          piece.waits = false;
          piece.because ??= error;
          if (!ended) say({ noAnswer: true });
        },
      );
      return;
    }
    under = undefined;
    if ("done" in message) piece.resolve(message.done);
    else piece.reject(piece.because ?? new Error(message.failed));
  });
  worker.on("error", (error: Error & { code?: string }) =>
    fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Outgrown("memory") : error),
  );
  worker.on("exit", () => {
    clearInterval(looking);
    fail(new Error("the thread has ended"));
  });
  return {
    get ended() {
      return ended;
    },
    work: (work, answer = nobodyAnswers) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        under = { resolve, reject, answer, spent: 0, waits: false, because: undefined };
        say({ work });
      }),
    rest: () => {
      if (under !== undefined) return false;
      isResting = true;
      worker.unref();
      return true;
    },
    wake: (own) => {
      isResting = false;
      worker.ref();
      begin = process.memoryUsage.rss();
      limits = own;
    },
    end: async () => {
      clearInterval(looking);
      fail(new Error("the thread was ended"));
      await worker.terminate();
    },
  };
}

/** The piece of work that is under way. */
interface Under {
  readonly resolve: (done: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly answer: (question: unknown) => Promise<unknown>;
  spent: number;
  waits: boolean;
  /** Why a question was not answered: that is why the work fails. */
  because: Error | undefined;
}

const nobodyAnswers = async (): Promise<never> => {
  throw new Error("nobody answers questions of this work");
};
