import { addressOf, charts, type ImagesToRead, imageReadings, type PersonalToken, patients, work } from "@osteon/api";
import type { Page } from "playwright-core";
import { type Client, PASSWORD } from "../../../server/tests/running-server.ts";
import { enterLongCourse } from "../odd-children.ts";
import { emptyStudyServer, importCohort } from "../study-server.ts";

export const REGISTRY_NAMES = ["empty", "one child", "cohort"] as const;
export type RegistryName = (typeof REGISTRY_NAMES)[number];

/** Who has which role. */
const PEOPLE = {
  data_manager: "dana",
  administrator: "adam",
  investigator: "ida",
  study_nurse: "nora",
  monitor: "mona",
  statistician: "stella",
  image_reader: "rita",
} as const;
export type Role = keyof typeof PEOPLE;

/** Rows that pages are opened at. */
interface Rows {
  readonly patient: string;
  readonly visit: string;
  readonly locked: string;
  readonly signed: string;
  /** An examination with lesions. */
  readonly imaging: string;
  /** Examinations that the reader of images has read, and has still to read; none in an empty registry. */
  readonly read: string;
  readonly toRead: string;
}

/** A registry of one kind, with a person of every role. */
export interface SeenRegistry {
  readonly name: RegistryName;
  readonly address: string;
  readonly rows: Rows;
  person(role: Role): Promise<Client>;
  /** The finished run of the study; made when it is first asked for. */
  run(): Promise<string>;
  /** A draft of a visit, and another person who has saved it since. */
  draft(): Promise<{ readonly visit: string; overtake(): Promise<void> }>;
  /** Where a person goes who was just invited. */
  invitation(): Promise<string>;
  end(): Promise<void>;
}

const CENTRE = "Dresden";

/** Where the page of a child is, or a page below it, whether it is there or not. The only place of the walk that builds these addresses. */
export const otherChildPage = (patient: string, below = ""): string => `/centres/${CENTRE}/patients/${patient}${below}`;

/** Where an examination is read a second time. */
export const imagePage = (imaging: string): string => `/centres/${CENTRE}/reading/${imaging}`;

/** The same for the registry's own child. */
export const childPage = ({ rows }: SeenRegistry, below = ""): string => otherChildPage(rows.patient, below);

const NOBODY: Rows = { patient: "new", visit: "", locked: "", signed: "", imaging: "", read: "", toRead: "" };

const FILLED = {
  "one child": {
    rows: { patient: "O-COURSE", visit: "C-V3", locked: "C-V1", signed: "C-V2", imaging: "C-I2", read: "", toRead: "" },
    fill: enterLongCourse,
  },
  cohort: {
    rows: { patient: "DD-008", visit: "V00050", locked: "V00051", signed: "V00052", imaging: "", read: "", toRead: "" },
    fill: importCohort,
  },
} as const;

export async function openSeenRegistry(name: RegistryName): Promise<SeenRegistry> {
  const server = await emptyStudyServer();
  const people = new Map<Role, Promise<Client>>();
  const person = (role: Role): Promise<Client> => {
    const known = people.get(role) ?? server.person(PEOPLE[role], role, role === "administrator" ? null : CENTRE);
    people.set(role, known);
    return known;
  };
  const must = async (role: Role, method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const answer = await (await person(role))(method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.json;
  };
  await must("administrator", "POST", "/api/centres", { centre: CENTRE });
  const lastDay = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  for (const token of ["Yearly figures in R", "Old script of the follow-up"]) {
    const made = await must("statistician", "POST", "/api/tokens", { name: token, centre: CENTRE, endsOn: lastDay });
    if (token.startsWith("Old"))
      await must("statistician", "DELETE", `/api/tokens/${(made.token as PersonalToken).token}`);
  }
  let rows = NOBODY;
  if (name !== "empty") {
    const { fill, rows: told } = FILLED[name];
    await fill(await person("data_manager"), CENTRE);
    rows = told;
    const chart = (await must(
      "data_manager",
      "GET",
      addressOf(patients.readPatient, { centre: CENTRE, patient: rows.patient }),
    )) as unknown as {
      rows: readonly { table: string; key: string; cells: Record<string, string> }[];
    };
    const seen = chart.rows.find(({ table }) => table === "lesion_observation");
    rows = { ...rows, imaging: seen?.cells.imaging ?? rows.imaging };
    const { patient, locked, signed, visit } = rows;
    const about = { centre: CENTRE, patient };
    await must("investigator", "POST", addressOf(work.signVisit, { centre: CENTRE, visit: signed }), {
      meaning: "reviewed",
      password: PASSWORD,
    });
    await must("data_manager", "POST", "/api/locks", {
      scope: "visit",
      ...about,
      visit: locked,
      reason: "monitored on 1 June",
    });
    await must("monitor", "POST", "/api/queries", {
      ...{ ...about, table: "visit", key: visit, field: "weight_kg" },
      says: "Was the child weighed with shoes?",
    });
  }
  if (name !== "empty") rows = { ...rows, ...(await readOneImage()) };
  let run: Promise<string> | undefined;
  let draft: ReturnType<SeenRegistry["draft"]> | undefined;
  return {
    name,
    address: server.address,
    rows,
    person,
    run: () => {
      run ??= finishedRun(must);
      return run;
    },
    draft: () => {
      draft ??= beginDraft();
      return draft;
    },
    invitation: async () => (await server.door.invite("nina@example.org", "nina")).path,
    end: server.end,
  };

  /** The reader of images has drawn an order and handed one reading in. */
  async function readOneImage(): Promise<Pick<Rows, "read" | "toRead">> {
    await must("image_reader", "POST", addressOf(imageReadings.drawOrder, { centre: CENTRE }));
    const { centres } = (await must(
      "image_reader",
      "GET",
      addressOf(imageReadings.listImages),
    )) as unknown as ImagesToRead;
    const [read = "", toRead = ""] = centres.flatMap(({ examinations }) => examinations.map(({ imaging }) => imaging));
    await must("image_reader", "POST", addressOf(imageReadings.handInImage, { centre: CENTRE, imaging: read }), {
      findings: { "femur left": "active", "clavicle right": "new" },
    });
    return { read, toRead };
  }

  async function beginDraft(): ReturnType<SeenRegistry["draft"]> {
    const cells = { patient: rows.patient, visited_on: "2025-02-03", pain_nrs: "5" };
    const made = await must("study_nurse", "POST", addressOf(charts.enterRow, { centre: CENTRE, table: "visit" }), {
      cells,
      status: "draft",
    });
    const { key } = made.row as { key: string };
    return {
      visit: key,
      overtake: async () => {
        const path = addressOf(charts.readRow, { centre: CENTRE, table: "visit", key });
        const now = (await must("study_nurse", "GET", path)) as unknown as { version: number; cells: object };
        await must(
          "study_nurse",
          "PUT",
          path,
          { cells: { ...now.cells, pain_nrs: "4", weight_kg: "31" }, status: "draft" },
          { "if-match": `"${now.version}"` },
        );
      },
    };
  }
}

type Must = (role: Role, method: string, path: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>;

async function finishedRun(must: Must): Promise<string> {
  await must("data_manager", "POST", "/api/runs", { study: "schnabel-2017" });
  for (;;) {
    const { runs } = (await must("data_manager", "GET", "/api/runs")) as unknown as {
      runs: readonly { run: string; state: string }[];
    };
    const [first] = runs;
    if (first?.state === "done") return first.run;
    if (first?.state === "failed") throw new Error(`the run failed: ${JSON.stringify(first)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The page of a person who is signed in already; language and theme are set on it later. */
export async function pageOf(registry: SeenRegistry, role: Role | "nobody", page: Page): Promise<void> {
  await page.context().clearCookies();
  if (role === "nobody") return;
  const { cookie } = await registry.person(role);
  await page.context().addCookies(
    cookie.split("; ").map((one) => {
      const place = one.indexOf("=");
      return { name: one.slice(0, place), value: one.slice(place + 1), url: registry.address };
    }),
  );
}
