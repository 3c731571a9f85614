import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import { patients, type Row } from "@osteon/api";
import { ApiProblem, BrokenAnswer, read, Unreachable } from "../src/api/request.ts";
import { keep, readKept } from "../src/entry/kept.ts";
import type { Kept } from "../src/entry/kept-shape.ts";
import { observeInTurn } from "../src/entry/observe-in-turn.ts";
import { saveKept } from "../src/entry/save-kept.ts";

/** A request that waits until the test answers it. */
interface Waiting {
  readonly ifMatch: string | undefined;
  readonly key: string | undefined;
  readonly cells: Readonly<Record<string, string>>;
  readonly status: string;
  answer(): void;
  /** Writes the row, and lets the answer break off within its body. */
  cut(): void;
}

/** A registry of one row that answers when it is told to, refuses what was read in another version, and writes a key once. */
class SlowRegistry {
  readonly requests: Waiting[] = [];
  version = 1;
  cells: Readonly<Record<string, string>> = {};
  readonly #written = new Map<string, string>();
  #arrived = new EventTarget();
  readonly #server: Server = createServer((request, response) => void this.#take(request, response));

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
  /** The request of that place in the order of their coming, from 0. */
  async request(place: number): Promise<Waiting> {
    while (this.requests.length <= place)
      await new Promise((resolve) => this.#arrived.addEventListener("come", resolve, { once: true }));
    return this.requests[place] as Waiting;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { cells, status } = JSON.parse(Buffer.concat(pieces).toString()) as Pick<Waiting, "cells" | "status">;
    const [ifMatch, key] = [request.headers["if-match"], String(request.headers["idempotency-key"])];
    const written = (): readonly [status: number, body: string] => {
      const before = this.#written.get(key);
      if (before !== undefined) return [200, before];
      if (ifMatch !== `"${this.version}"`)
        return [
          409,
          JSON.stringify({ problems: [{ code: "conflict", severity: "refused", where: {}, says: "", fix: "" }] }),
        ];
      this.version += 1;
      this.cells = cells;
      const row = { ...ROW, key: cells.visit, cells, version: this.version, status };
      const body = JSON.stringify({ row, queries: [] });
      this.#written.set(key, body);
      return [200, body];
    };
    const answer = (cut: boolean) => () => {
      const [code, body] = written();
      response.writeHead(code, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
      if (!cut) return void response.end(body);
      response.write(body.slice(0, 20), () => response.destroy());
    };
    this.requests.push({ ifMatch, key, cells, status, answer: answer(false), cut: answer(true) });
    this.#arrived.dispatchEvent(new Event("come"));
  }
}

const ROW: Row = {
  ...{ table: "visit", key: "V1", patient: "P1", centre: "Ulm", status: "draft", version: 1 },
  ...{ cells: { visit: "V1", patient: "P1" }, writtenAt: "2026-01-01T00:00:00Z", writtenBy: "nora" },
} as Row;
const ACCOUNT = "nora";

const store = new Map<string, string>();
const storage = {
  getItem: (name: string) => store.get(name) ?? null,
  setItem: (name: string, value: string) => void store.set(name, value),
  removeItem: (name: string) => void store.delete(name),
};

describe("saves of one row while the registry is slow", () => {
  let registry: SlowRegistry;
  let place = 0;
  const browsersFetch = globalThis.fetch;
  before(() => Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true }));
  beforeEach(async () => {
    registry = new SlowRegistry();
    const address = await registry.open();
    globalThis.fetch = (path, options) => browsersFetch(new URL(String(path), address), options);
    store.clear();
    place += 1;
  });
  after(() => {
    globalThis.fetch = browsersFetch;
  });

  /** Types a weight, as the form does; each test has a place of its own, since the app remembers what it saved. */
  const type = (weight: string, more: Partial<Kept> = {}): string => {
    const at = `Ulm/P1/visit/V${place}`;
    const before = readKept(ACCOUNT, at);
    const cells = { visit: `V${place}`, patient: "P1", visited_on: "2012-04-01", weight_kg: weight };
    const row = { ...ROW, key: `V${place}` };
    keep(ACCOUNT, {
      ...{ place: at, table: "visit", patient: "P1", centre: "Ulm", row, since: "now" },
      ...before,
      cells,
      ...more,
    });
    return at;
  };
  const wrote = () => registry.requests.map(({ ifMatch, cells }) => `${ifMatch} ${cells.weight_kg}`);

  test("B and C, asked for while A is on its way, follow it one after the other, each with the version before it", async () => {
    const at = type("30");
    const a = saveKept(ACCOUNT, at);
    const first = await registry.request(0);
    type("31");
    const b = saveKept(ACCOUNT, at);
    type("32", { wanted: { status: "complete", reason: "" } });
    const c = saveKept(ACCOUNT, at);
    first.answer();
    const second = await registry.request(1);
    assert.deepEqual(wrote(), ['"1" 30', '"2" 32'], "one at a time, and the newest words");
    type("33");
    const d = saveKept(ACCOUNT, at);
    second.answer();
    (await registry.request(2)).answer();
    const rows = await Promise.all([a, b, c, d]);
    assert.deepEqual(wrote(), ['"1" 30', '"2" 32', '"3" 33']);
    assert.deepEqual(rows.map((row) => row?.version).at(-1), 4);
    assert.equal(registry.requests[1]?.status, "complete");
    assert.equal(registry.cells.weight_kg, "33");
    assert.equal(readKept(ACCOUNT, at), undefined, "nothing is left to send");
    registry.close();
  });

  test("an answer that breaks off is no answer: the same is sent again under its key, and written once", async () => {
    const at = type("40");
    const lost = saveKept(ACCOUNT, at);
    const first = await registry.request(0);
    first.cut();
    await assert.rejects(lost, (error) => error instanceof BrokenAnswer && error instanceof Unreachable);
    assert.equal(readKept(ACCOUNT, at)?.unanswered, true, "it waits in the list of what was not confirmed");
    type("41");
    const again = saveKept(ACCOUNT, at);
    const second = await registry.request(1);
    assert.deepEqual([second.key, second.ifMatch, second.cells.weight_kg], [first.key, '"1"', "40"]);
    second.answer();
    assert.equal((await again)?.version, 2);
    const newer = saveKept(ACCOUNT, at);
    (await registry.request(2)).answer();
    assert.equal((await newer)?.version, 3);
    assert.deepEqual(wrote(), ['"1" 40', '"1" 40', '"2" 41']);
    registry.close();
  });
});

describe("what an examination shows of a lesion, changed faster than the registry answers", () => {
  const seen = (key: string, version: number): Row => ({ ...ROW, table: "lesion_observation", key, version });

  test("is entered once and then changed, each write from the row before it, though the page still shows none", async () => {
    const told: string[] = [];
    const answers: (() => void)[] = [];
    const write = (state: string) => async (now: Row | undefined) => {
      told.push(`${state} ${now === undefined ? "new" : `${now.key} ${now.version}`}`);
      await new Promise<void>((resolve) => answers.push(resolve));
      return state === "" ? undefined : seen("O1", (now?.version ?? 0) + 1);
    };
    const all = ["new", "active", "", "new"].map((state) => observeInTurn("Ulm/I1/L1", undefined, write(state)));
    for (let place = 0; place < all.length; place++) {
      while (answers.length <= place) await new Promise((resolve) => setImmediate(resolve));
      answers[place]?.();
    }
    await Promise.all(all);
    assert.deepEqual(told, ["new new", "active O1 1", " O1 2", "new new"]);
  });

  test("begins with what somebody else wrote, once the page has read it", async () => {
    const told: (number | undefined)[] = [];
    const write = async (now: Row | undefined) => {
      told.push(now?.version);
      return seen("O2", (now?.version ?? 0) + 1);
    };
    await observeInTurn("Ulm/I1/L2", undefined, write);
    await observeInTurn("Ulm/I1/L2", seen("O2", 7), write);
    await assert.rejects(
      observeInTurn("Ulm/I1/L2", seen("O2", 7), async () => {
        throw new ApiProblem(409, {});
      }),
    );
    await observeInTurn("Ulm/I1/L2", seen("O2", 7), write);
    await observeInTurn("Ulm/I1/L2", seen("O2", 7), write);
    assert.deepEqual(told, [undefined, 7, 7, 8], "after a refusal what the page read counts");
  });
});

describe("what a page reads", () => {
  const answers: Readonly<Record<string, () => Response>> = {
    cut: () => new Response('{"patients":[{"patient":"DD-0', { status: 200 }),
    "of a proxy": () => new Response("<html>Sign in to the hospital's network</html>", { status: 200 }),
    empty: () => new Response("", { status: 200 }),
  };
  for (const [which, answer] of Object.entries(answers))
    test(`is an error that is told where the answer is ${which}, never an empty page`, async () => {
      const before = globalThis.fetch;
      globalThis.fetch = async () => answer();
      try {
        await assert.rejects(read(patients.listPatients, {}), BrokenAnswer);
      } finally {
        globalThis.fetch = before;
      }
    });

  test("is a refusal by its status where its body cannot be read", async () => {
    const before = globalThis.fetch;
    globalThis.fetch = async () => new Response("<html>", { status: 422 });
    try {
      await assert.rejects(
        read(patients.listPatients, {}),
        (error) => error instanceof ApiProblem && error.status === 422,
      );
    } finally {
      globalThis.fetch = before;
    }
  });
});
