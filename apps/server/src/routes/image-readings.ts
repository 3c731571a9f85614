import { imageReadings, type ToldImageReading } from "@osteon/api";
import { BONE_PLACES } from "@osteon/codebook";
import {
  centresToRead,
  drawImageOrder,
  firstReadings,
  handInImageReading,
  type ImageReading,
  type ImageToRead,
  imagesToRead,
  imageReadings as readImageReadings,
  refuseKept,
  type Session,
  withdrawImageReading,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { imageAgreement } from "../image-readings/image-agreement.ts";
import { keyOfPlace, readingsByImage } from "../image-readings/readings-by-image.ts";

/** Second readings of MRIs: what a person has to read, what it saw, and how far readers agree. What each may see the database says. */
export function addImageReadings({ app, desk }: RouteParts): void {
  serve(
    app,
    imageReadings.listImages,
    async (asked) =>
      await desk.read(asked, async (session, { account }) => {
        const centres = [];
        for (const { centre, begunAt } of await centresToRead(session)) {
          const own = new Map(
            (await standing(session, centre)).flatMap((one) =>
              one.reader === account ? [[one.imaging, one.handedInAt] as const] : [],
            ),
          );
          const examinations = (await imagesToRead(session, centre)).map((one) => ({
            ...one,
            handedInAt: own.get(one.imaging) ?? null,
          }));
          centres.push({ centre, begunAt, examinations });
        }
        return { status: 200, body: { centres } };
      }),
  );

  serve(
    app,
    imageReadings.drawOrder,
    async (asked) =>
      await desk.write(asked, {}, async (session) => {
        await drawImageOrder(session, asked.params.centre);
        return { status: 201, body: {} };
      }),
  );

  serve(app, imageReadings.readImage, async (asked) => {
    const { centre, imaging } = asked.params;
    return await desk.read(asked, async (session, { account }) => {
      const all = await imagesToRead(session, centre);
      const examination = examinationIn(all, imaging);
      const readings = (await readImageReadings(session, centre)).filter((one) => one.imaging === imaging);
      const done = new Set(
        (await standing(session, centre)).flatMap((one) => (one.reader === account ? [one.imaging] : [])),
      );
      const next = all.find((one) => one.imaging !== imaging && !done.has(one.imaging))?.imaging ?? null;
      const body = { examination, of: all.length, readings: readings.map((one) => toldReading(one, account)), next };
      return { status: 200, body };
    });
  });

  serve(app, imageReadings.handInImage, async (asked) => {
    const { centre, imaging } = asked.params;
    const { findings } = asked.body;
    const strange = Object.keys(findings).find((place) => !PLACES.has(place));
    if (strange !== undefined) throw new Refused(422, refused("no-such-bone"), { column: strange });
    return await desk.write(asked, {}, async (session) => {
      const { patient } = examinationIn(await imagesToRead(session, centre), imaging);
      await handInImageReading(session, { centre, patient, imaging }, findings);
      return { status: 201, body: {} };
    });
  });

  serve(app, imageReadings.withdrawImage, async (asked) => {
    const { centre, imaging } = asked.params;
    return await desk.write(asked, {}, async (session) => {
      if (!(await withdrawImageReading(session, centre, imaging))) throw nothingThere();
      return { status: 204 };
    });
  });

  serve(
    app,
    imageReadings.compareImages,
    async (asked) =>
      await desk.read(asked, async (session) => {
        const { centre } = asked.query;
        const centres = centre === undefined ? undefined : [centre];
        await refuseKept(session, { centres, tables: ["imaging", "lesion", "lesion_observation"] });
        const all = await readImageReadings(session, centre);
        const stands = all.filter(({ withdrawnAt }) => withdrawnAt === null);
        const images = (await firstReadings(session)).filter((one) => centre === undefined || one.centre === centre);
        const body = {
          readings: stands.length,
          withdrawn: all.length - stands.length,
          readers: new Set(stands.map(({ reader }) => reader)).size,
          ...imageAgreement(readingsByImage(images, stands)),
        };
        return { status: 200, body };
      }),
  );
}

const PLACES = new Set(BONE_PLACES.map(keyOfPlace));

const standing = async (session: Session, centre: string): Promise<readonly ImageReading[]> =>
  (await readImageReadings(session, centre)).filter(({ withdrawnAt }) => withdrawnAt === null);

function examinationIn(all: readonly ImageToRead[], imaging: string): ImageToRead {
  const found = all.find((one) => one.imaging === imaging);
  if (found === undefined) throw nothingThere();
  return found;
}

const nothingThere = (): Refused => new Refused(404, refused("not-found", { what: "examination" }));

function toldReading(one: ImageReading, account: string): ToldImageReading {
  const { reader, handedInAt, withdrawnAt, withdrawnReason } = one;
  return {
    ...{ reader, handedInAt, withdrawnAt, withdrawnReason },
    mine: reader === account,
    findings: one.findings as ToldImageReading["findings"],
  };
}
