import { readFile } from "node:fs/promises";
import { checkPaperFile } from "@osteon/paper";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { SpooledBody, takeBodiesToFiles } from "../http/spool-body.ts";
import { words } from "./shapes.ts";

const BYTES = "application/octet-stream";
const LARGEST_PAPER = 50_000_000;
const query = z.object({ name: words(200) });

/** The numbers of a paper held against each other, in a thread. The file is gone with the answer. */
export function addPaperChecks({ app, largeBodies, slowest }: RouteParts): void {
  app.register(async (own) => {
    own.removeAllContentTypeParsers();
    takeBodiesToFiles(own, [BYTES], LARGEST_PAPER, slowest);
    own.post(
      "/api/paper-checks",
      {
        onRequest: async (request, reply) => largeBodies.take(request, reply),
        schema: {
          querystring: query,
          consumes: [BYTES],
          summary: "Reports every printed number of a paper that contradicts another; the paper is not kept",
        },
      },
      async (request, reply) => {
        const { name } = query.parse(request.query);
        const { body } = request;
        if (!(body instanceof SpooledBody))
          throw new Refused(415, "unreadable-request", "The body is no file.", `Send it as ${BYTES}.`);
        const read = await largeBodies.work(request, async () => checkPaperFile(await readFile(body.path), name));
        if (!read.ok) return reply.code(422).send({ problems: read.problems });
        const { roundingRule, claims, findings } = read.checked;
        return reply.send({ roundingRule, claims: claims.length, findings, lines: read.text.lines });
      },
    );
  });
}
