import autocannon from "autocannon";

/** Milliseconds at which a share of the answers had come. */
export interface Latency {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export function latencyOf(times: readonly number[], seconds: number): Latency {
  const sorted = [...times].sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99) };
}

/** Runs work again and again, `clients` at a time, for some seconds. */
export async function timed(
  clients: number,
  seconds: number,
  work: (turn: number) => Promise<unknown>,
): Promise<Latency> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  let turn = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const began = performance.now();
        await work(turn++);
        times.push(performance.now() - began);
      }
    }),
  );
  return latencyOf(times, seconds);
}

export interface Load {
  readonly address: string;
  readonly cookie: string;
  readonly clients: number;
  readonly seconds: number;
  /** The next request: a path, or more. */
  readonly next: () => { readonly method?: "GET" | "POST"; readonly path: string; readonly body?: string };
}

/** Puts load on a running server; throws where an answer is not a success. */
export async function loaded({ address, cookie, clients, seconds, next }: Load): Promise<Latency> {
  const times: number[] = [];
  let failed = "";
  const result = await autocannon({
    url: address,
    connections: clients,
    duration: seconds,
    setupClient: (client) => {
      client.on("response", (status, _bytes, time) => {
        times.push(time);
        if (status >= 400) failed = `answered ${status}`;
      });
    },
    requests: [
      {
        setupRequest: (request) => {
          const { method = "GET", path, body } = next();
          const json = body === undefined ? {} : { "content-type": "application/json" };
          return {
            ...request,
            method,
            path,
            ...(body === undefined ? {} : { body }),
            headers: { cookie, origin: address, ...json },
          };
        },
      },
    ],
  });
  if (failed !== "") throw new Error(failed);
  return latencyOf(times, result.duration);
}
