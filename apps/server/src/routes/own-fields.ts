import { ownFields, type ownFields as told } from "@osteon/api";
import { CODEBOOK, isDefinition, ownFieldProblems } from "@osteon/codebook";
import {
  type OwnFieldVersion,
  ownFieldVersions,
  readCodebook,
  type Session,
  valuesBeyond,
  writeOwnField,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";
import { etag, versionRead } from "./row-version.ts";

/** Fields that the registry added to tables of the chart: told to everyone, added, changed and retired by administrators. */
export function addOwnFields({ app, desk }: RouteParts): void {
  serve(
    app,
    ownFields.readGrown,
    async (asked) =>
      await desk.read(asked, async (session) => {
        const { drugs, analytes, own } = await readCodebook(session);
        return { status: 200, body: { drugs, analytes, own } };
      }),
  );

  serve(
    app,
    ownFields.listOwnFields,
    async (asked) =>
      await desk.read(asked, async (session) => ({ status: 200, body: { fields: await fieldsTold(session) } })),
  );

  serve(
    app,
    ownFields.listBeyond,
    async (asked) =>
      await desk.read(asked, async (session) => ({ status: 200, body: { values: await valuesBeyond(session) } })),
  );

  serve(app, ownFields.writeOwnField, async (asked) => {
    const { table, name } = asked.params;
    const { definition } = asked.body;
    const version = versionRead(asked.request);
    if (reasonOf(asked.request) === undefined) throw new Refused(422, refused("reason-needed", { what: "own-field" }));
    return await desk.write(asked, {}, async (session) => {
      const { own } = await readCodebook(session);
      const problems = ownFieldProblems({ table, name, definition }, CODEBOOK, own);
      if (problems.length > 0 || !isDefinition(definition)) return { status: 422, body: { problems } };
      await writeOwnField(session, { table, name, definition }, version);
      const field = (await fieldsTold(session)).find((one) => one.table === table && one.name === name);
      if (field === undefined) throw new Error(`${table}.${name} was written and is not there`);
      return { status: 200, body: field, headers: { etag: etag(field.version) } };
    });
  });
}

async function fieldsTold(session: Session): Promise<readonly told.ToldField[]> {
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
