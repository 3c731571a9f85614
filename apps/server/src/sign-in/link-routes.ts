import { ownerOfLink, useLink } from "@osteon/registry";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { WITHOUT_SESSION } from "./largest-body.ts";
import { hashOfLink } from "./one-time-link.ts";
import { passwordFault } from "./password-rules.ts";
import { refusal } from "./refusals.ts";
import { countTry, forgiveTry, noteWrong } from "./tries.ts";

const link = z.object({ token: z.string().max(200) });
const chosen = link.extend({ newPassword: z.string().max(1000) });

/** One-time links: whether one is still good, and the password that its owner chooses. */
export function addLinks({ app, database, door }: RouteParts): void {
  app.post(
    "/api/auth/link",
    { bodyLimit: WITHOUT_SESSION, schema: { body: link, hide: true } },
    async (request, reply) => {
      await countTry(database, request, undefined);
      const owner = await ownerOfLink(database, hashOfLink(link.parse(request.body).token));
      if (owner === undefined) {
        await noteWrong(database, request, undefined, undefined);
        throw refusal(400, "INVALID_TOKEN");
      }
      await forgiveTry(database, request, undefined);
      return await reply.send({ name: owner.name, email: owner.email });
    },
  );

  app.post(
    "/api/auth/reset-password",
    { bodyLimit: WITHOUT_SESSION, schema: { body: chosen, hide: true } },
    async (request, reply) => {
      await countTry(database, request, undefined);
      const { token, newPassword } = chosen.parse(request.body);
      const owner = await ownerOfLink(database, hashOfLink(token));
      const fault = passwordFault(newPassword, owner ?? { name: "", email: "" });
      if (owner !== undefined && fault !== undefined) throw refusal(400, fault);
      const used = owner !== undefined && (await useLink(database, hashOfLink(token), await door.hashOf(newPassword)));
      if (!used) {
        await noteWrong(database, request, undefined, undefined);
        throw refusal(400, "INVALID_TOKEN");
      }
      await forgiveTry(database, request, undefined);
      return await reply.send({ status: true, email: owner.email });
    },
  );
}
