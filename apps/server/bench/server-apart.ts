import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Engine } from "../../../packages/registry/tests/both-engines.ts";
import { type Client, clientOf, runningServer } from "../tests/running-server.ts";

/** A server in a process of its own, so that its memory is nobody else's; its two people are already signed in. */
export interface ServerApart {
  readonly manager: Client;
  readonly other: Client;
  /** Forgets the peak so far. */
  beginPeak(): void;
  /** Bytes of memory that the process held at most since then, as the kernel counts them. */
  peak(): number;
  end(): Promise<void>;
}

interface Told {
  readonly address: string;
  readonly manager: Pick<Client, "account" | "email" | "cookie">;
  readonly other: Pick<Client, "account" | "email" | "cookie">;
}

/** Starts one; Linux alone tells and forgets the peak of another process. */
export async function serverApart(engine: Engine): Promise<ServerApart> {
  const child = fork(fileURLToPath(import.meta.url), [engine]);
  const [told] = (await once(child, "message")) as [Told];
  const client = ({ account, email, cookie }: Told["manager"]) => clientOf(told.address, account, email, cookie);
  return {
    manager: client(told.manager),
    other: client(told.other),
    beginPeak: () => writeFileSync(`/proc/${child.pid}/clear_refs`, "5"),
    peak: () => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) * 1024,
    end: async () => {
      const ended = once(child, "exit");
      child.send("end");
      await ended;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await runningServer(process.argv[2] as Engine, { requestsAMinute: 1_000_000 });
  const person = async (name: string, role: string, centre: string) => {
    const { account, email, cookie } = await server.person(name, role, centre);
    return { account, email, cookie };
  };
  process.send?.({
    address: server.address,
    manager: await person("manager", "data_manager", "Ulm"),
    other: await person("other", "investigator", "Dresden"),
  } satisfies Told);
  await once(process, "message");
  await server.end();
  process.exit(0);
}
