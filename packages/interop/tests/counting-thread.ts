import { threadId } from "node:worker_threads";
import { serveConfined } from "@osteon/interop";

let pieces = 0;

/** Says which thread it is and how many pieces of work it was given; `busy` never ends, `asks` waits for an answer. */
serveConfined(async (work, ask) => {
  pieces++;
  if (work === "fails") throw new Error("as asked");
  if (work === "asks") await ask("how long?");
  while (work === "busy");
  return { threadId, pieces };
});
