import { readFile } from "node:fs/promises";
import { papers } from "@osteon/api";
import { checkPaperFile } from "@osteon/paper";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { send, serve } from "../http/serve-route.ts";
import { SpooledBody, takeBodiesToFiles } from "../http/spool-body.ts";

const BYTES = "application/octet-stream";
const LARGEST_PAPER = 50_000_000;

/** The numbers of a paper held against each other, in a thread. The file is gone with the answer. */
export function addPaperChecks({ app, largeBodies, slowest }: RouteParts): void {
  app.register(async (own) => {
    own.removeAllContentTypeParsers();
    takeBodiesToFiles(own, [BYTES], LARGEST_PAPER, slowest);
    serve(
      own,
      papers.checkPaper,
      async (asked) => {
        const { name } = asked.query;
        const { body } = asked.request;
        if (!(body instanceof SpooledBody))
          throw new Refused(415, refused("unreadable-request", { what: "no-file", kinds: [BYTES] }));
        const read = await largeBodies.work(asked.request, async () => checkPaperFile(await readFile(body.path), name));
        if (!read.ok) return send(asked, { status: 422, body: { problems: read.problems } });
        const { roundingRule, claims, findings } = read.checked;
        return send(asked, {
          status: 200,
          body: { roundingRule, claims: claims.length, findings, lines: read.text.lines },
        });
      },
      { onRequest: async (request, reply) => largeBodies.take(request, reply) },
    );
  });
}
