import { checkPaper, readPaper } from "@osteon/paper";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { words } from "./shapes.ts";

const BYTES = "application/octet-stream";
const LARGEST_PAPER = 50_000_000;
const query = z.object({ name: words(200) });

/** The numbers of a paper held against each other. The file is read in memory and kept nowhere. */
export function addPaperChecks({ app, desk }: RouteParts): void {
  app.register(async (own) => {
    own.addContentTypeParser(BYTES, { parseAs: "buffer", bodyLimit: LARGEST_PAPER }, (_request, body, done) =>
      done(null, body),
    );
    own.post(
      "/api/paper-checks",
      {
        bodyLimit: LARGEST_PAPER,
        schema: {
          querystring: query,
          consumes: [BYTES],
          summary: "Reports every printed number of a paper that contradicts another; the paper is not kept",
        },
      },
      async (request, reply) => {
        const { name } = query.parse(request.query);
        await desk.check(request, async () => {});
        if (!Buffer.isBuffer(request.body))
          throw new Refused(415, "unreadable-request", "The body is no file.", `Send it as ${BYTES}.`);
        const read = await readPaper(request.body, name);
        if (!read.ok) return reply.code(422).send({ problems: read.problems });
        const { roundingRule, claims, findings } = checkPaper(read.text);
        return reply.send({ roundingRule, claims: claims.length, findings, lines: read.text.lines });
      },
    );
  });
}
