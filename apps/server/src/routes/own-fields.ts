import { CODEBOOK, isDefinition, type OwnDefinition, ownFieldProblems } from "@osteon/codebook";
import {
  type OwnFieldVersion,
  ownFieldVersions,
  readCodebook,
  type Session,
  valuesBeyond,
  writeOwnField,
} from "@osteon/registry";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { reasonOf } from "../http/signed-in.ts";
import { etag, reason, tableName, versionRead } from "./shapes.ts";

const fieldParams = z.object({ table: tableName, name: z.string().min(1).max(64) });
const body = z.object({ definition: z.record(z.string().max(40), z.unknown()), reason });

/** A field as it is now, and how it became so, the latest change first. */
interface ToldField {
  readonly table: string;
  readonly name: string;
  readonly version: number;
  readonly definition: OwnDefinition;
  readonly versions: readonly Omit<OwnFieldVersion, "field">[];
}

/** Fields that the registry added to tables of the chart: told to everyone, added, changed and retired by administrators. */
export function addOwnFields({ app, desk }: RouteParts): void {
  app.get(
    "/api/codebook/grown",
    { schema: { summary: "What the registry added to the codebook: entries of its lists, and fields of its own" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => {
        const { drugs, analytes, own } = await readCodebook(session);
        return { status: 200, body: { drugs, analytes, own } };
      }),
  );

  app.get(
    "/api/own-fields",
    { schema: { summary: "The fields that the registry added to tables of the chart, with every version of each" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => ({ status: 200, body: { fields: await told(session) } })),
  );

  app.get(
    "/api/own-fields/beyond",
    { schema: { summary: "Values that their fields would not take now, at the centres that the person reads" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => ({
        status: 200,
        body: { values: await valuesBeyond(session) },
      })),
  );

  app.put(
    "/api/own-fields/:table/:name",
    {
      schema: {
        params: fieldParams,
        body,
        summary: 'Adds a field (If-Match "0"), or changes the version that was read, with a reason; for administrators',
      },
    },
    async (request, reply) => {
      const { table, name } = fieldParams.parse(request.params);
      const { definition } = body.parse(request.body);
      const version = versionRead(request);
      if (reasonOf(request) === undefined)
        throw new Refused(422, "reason-needed", "A field is added or changed only with a reason.", "Send the reason.");
      return await desk.write(request, reply, {}, async (session) => {
        const { own } = await readCodebook(session);
        const problems = ownFieldProblems({ table, name, definition }, CODEBOOK, own);
        if (problems.length > 0 || !isDefinition(definition)) return { status: 422, body: { problems } };
        await writeOwnField(session, { table, name, definition }, version);
        const field = (await told(session)).find((one) => one.table === table && one.name === name);
        return { status: 200, body: field, headers: { etag: etag(version + 1) } };
      });
    },
  );
}

async function told(session: Session): Promise<readonly ToldField[]> {
  const fields = new Map<string, OwnFieldVersion[]>();
  for (const one of await ownFieldVersions(session)) fields.set(one.field, [one, ...(fields.get(one.field) ?? [])]);
  return [...fields].flatMap(([field, versions]) => {
    const [table = "", name = ""] = field.split(".");
    const [latest] = versions;
    if (latest === undefined) return [];
    const history = versions.map(({ field: _, ...version }) => version);
    return [{ table, name, version: latest.version, definition: latest.definition, versions: history }];
  });
}
