import { EXIT, Stop } from "@osteon/run/exit-code";
import type { Command } from "commander";
import { cyan, say, sayJson } from "../terminal/say.ts";
import { tableLines } from "../terminal/text-table.ts";
import { hereOrThere, type Place, withPlace } from "./registry-place.ts";

const ROLES = "administrator, data_manager, investigator, study_nurse, monitor, statistician, image_reader";
const ADDRESS = ["--address <url>", "where browsers reach the registry", "http://127.0.0.1:4117"] as const;

interface Asked extends Place {
  readonly reason: string;
  readonly json?: true;
}

/** People who may sign in, for the one who runs the machine: also where no administrator can sign in any more. */
export function addUser(program: Command): void {
  const user = program.command("user").description("people who may sign in");
  addAdd(user);
  withPlace(user.command("list").description("who has an account: roles, second factor, whether disabled"))
    .option("--json", "answer in JSON")
    .action(async ({ json, ...place }: Place & { json?: true }) => {
      const { people } = (await hereOrThere(place, "user-list", {})) as {
        people: readonly Listed[];
      };
      if (json === true) return sayJson({ people });
      const lines = people.map(({ email, name, roles, secondFactor, disabledAt }) => [
        email,
        name,
        roles,
        `${secondFactor ? "second factor" : ""}${disabledAt === null ? "" : " disabled"}`.trim(),
      ]);
      say(tableLines([["e-mail", "name", "roles", ""], ...lines]).join("\n"));
    });
  withReason(user.command("link").description("make a new one-time link for a person; the one before ends"))
    .option(...ADDRESS)
    .action(async (email: string, { reason, json, ...place }: Asked) => {
      const made = (await hereOrThere(place, "user-link", { email, reason })) as { link: string };
      if (json === true) sayJson(made);
      else say(`${email} chooses a password at\n  ${cyan(made.link)}`);
    });
  for (const [name, says, done] of [
    ["disable", "end a person's sessions and links, and keep the account from signing in", "is disabled"],
    ["enable", "let a disabled account sign in again", "is enabled"],
    ["factor", "take off a second factor that was lost; every session ends", "signs in without a second factor"],
  ] as const)
    withReason(user.command(name).description(says)).action(
      async (email: string, { reason, json, ...place }: Asked) => {
        const made = await hereOrThere(place, `user-${name}`, { email, reason });
        if (json === true) sayJson(made as object);
        else say(`${email} ${done}.`);
      },
    );
}

interface Listed {
  readonly email: string;
  readonly name: string;
  readonly roles: string;
  readonly secondFactor: boolean;
  readonly disabledAt: string | null;
}

const withReason = (command: Command): Command =>
  withPlace(command)
    .argument("<email>")
    .requiredOption("--reason <text>", "why; the trail keeps it")
    .option("--json", "answer in JSON");

function addAdd(user: Command): void {
  withPlace(user.command("add").description("invite a person; prints a link that is good once, for a day"))
    .argument("<email>")
    .requiredOption("--name <name>", "printed on signatures")
    .requiredOption("--role <role>", ROLES)
    .option("--centre <centre>", "every role but administrator is held at a centre")
    .option(...ADDRESS)
    .option("--json", "answer in JSON")
    .action(
      async (
        email: string,
        { name, role, centre, json, ...place }: Place & { name: string; role: string; centre?: string; json?: true },
      ) => {
        if (!ROLES.split(", ").includes(role)) throw new Stop(EXIT.usage, `${role} is no role. Roles: ${ROLES}.`);
        if ((role === "administrator") !== (centre === undefined)) {
          throw new Stop(
            EXIT.usage,
            role === "administrator" ? "An administrator has no centre." : `A ${role} needs --centre.`,
          );
        }
        const body = { email, name, role, ...(centre === undefined ? {} : { centre }) };
        const made = (await hereOrThere(place, "user-add", body)) as { link: string };
        if (json === true) sayJson(made);
        else say(`${email} chooses a password at\n  ${cyan(made.link)}`);
      },
    );
}
