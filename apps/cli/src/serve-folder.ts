import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The report needs no request but itself; its one inline script filters the comparison. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** Serves a folder to this machine only; answers with the address once it listens. A taken port falls back to a free one. */
export async function serveFolder(folder: string, port: number): Promise<string> {
  const server = createServer((request, response) => {
    void answer(folder, request.url ?? "/", response);
  });
  const listen = (on: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(on, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await listen(port).catch(() => listen(0));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function answer(folder: string, url: string, response: ServerResponse): Promise<void> {
  const path = decoded(url.split("?")[0] ?? "/");
  const file = path === undefined ? undefined : join(folder, normalize(path === "/" ? "/index.html" : path));
  const found = file?.startsWith(folder + sep) === true ? await stat(file).catch(() => undefined) : undefined;
  if (file === undefined || found?.isFile() !== true) {
    response
      .writeHead(404, { "content-type": "text/plain; charset=utf-8" })
      .end("There is no such page in this report.\n");
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  createReadStream(file).pipe(response);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
