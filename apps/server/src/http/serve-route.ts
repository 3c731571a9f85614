import { type AnswerOf, type AskedOf, type FileAnswer, isFile, NOTHING, problems, type Route } from "@osteon/api";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from "fastify";
import { z } from "zod";
import type { ResponseSchema } from "./check-answers.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the API's table says of the route. */
    route?: Route;
  }
}

/** A request of a route: its values as they were read, and what came and goes. */
export interface Asked<R extends Route> extends AskedOf<R> {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** How a route is served beside what it says: hooks of its own, as those that take turns with large bodies. */
type Served = Pick<RouteShorthandOptions, "onRequest" | "bodyLimit">;

/** Answers a route of the table. Fastify has read and checked what was sent by the route's schemas before; what is answered is checked by them too. */
export function serve<const R extends Route>(
  app: FastifyInstance,
  route: R,
  answer: (asked: Asked<R>) => Promise<FastifyReply>,
  more: Served = {},
): void {
  app.route({
    ...more,
    method: route.method,
    url: route.path,
    schema: schemaFor(route),
    config: { route },
    handler: (request, reply) =>
      answer({
        request,
        reply,
        ...({ params: request.params, query: request.query, body: request.body } as AskedOf<R>),
      }),
  });
}

/** Sends what a route may answer and nothing else. */
export const send = <R extends Route>({ reply }: Asked<R>, answer: AnswerOf<R>): FastifyReply =>
  reply
    .code(answer.status)
    .headers(answer.headers ?? {})
    .send(answer.body);

function schemaFor(route: Route) {
  const { params, query, body, sends, summary, answers } = route;
  const told: Record<string, ResponseSchema> = { "4xx": problems, "5xx": problems };
  for (const [status, shape] of Object.entries(answers))
    told[status] = shape === NOTHING ? z.null().describe("Done") : isFile(shape) ? fileSchema(shape) : shape;
  return {
    summary,
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body }),
    ...(sends === undefined ? {} : { consumes: [...sends] }),
    response: told,
  };
}

const fileSchema = ({ file }: FileAnswer): ResponseSchema => ({
  description: "A file",
  content: Object.fromEntries([file].flat().map((type) => [type, { schema: z.file() }])),
});
