/** The files of this build and the hash of what they hold, written in by the build: what changes them makes a new worker. */
declare const OSTEON_FILES: readonly string[];
declare const OSTEON_BUILD: string;

interface Extended extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Extended {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(kind: "install" | "activate", listen: (event: Extended) => void): void;
  addEventListener(kind: "fetch", listen: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const worker = globalThis as unknown as Worker;
const files = new Set(OSTEON_FILES);
const PAGE = "/index.html";
const STORE = `osteon ${OSTEON_BUILD}`;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(STORE)
      .then((store) => store.addAll([...files]))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== STORE).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

/**
 * Keeps the app itself on the device, so that a page opened or loaded anew without a connection is still Osteon. Only files
 * of the build are kept: nothing of the interface, so no word of a chart.
 */
worker.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin || /^\/(api|report)(\/|$)/.test(pathname)) return;
  const stored = async (path: string, otherwise: () => Promise<Response>) =>
    (await (await caches.open(STORE)).match(path)) ?? (await otherwise());
  if (event.request.mode === "navigate") {
    const gone = () => Promise.resolve(Response.error());
    event.respondWith(fetch(event.request).catch(() => stored(PAGE, gone)));
  } else if (files.has(pathname)) event.respondWith(stored(pathname, () => fetch(event.request)));
});
