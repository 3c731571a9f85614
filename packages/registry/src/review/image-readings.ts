import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** An examination that a person has to read: nothing of what was seen on it. */
export interface ImageToRead {
  readonly imaging: string;
  readonly patient: string;
  readonly imagedOn: string;
  readonly modality: string;
  /** Blank where it was the whole body, or nobody said. */
  readonly region: string;
  /** In the person's own order, from 1. */
  readonly place: number;
}

/** States of a lesion by where it lies, as `femur left`; a place that is not named shows none. */
export type ImageFindings = Readonly<Record<string, string>>;

/** A reading as it was handed in. */
export interface ImageReading {
  readonly number: number;
  readonly centre: string;
  readonly patient: string;
  readonly imaging: string;
  readonly reader: string;
  readonly findings: ImageFindings;
  readonly handedInAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
}

/** The centres at which the person may hand in blind readings, each with the order that was drawn for it there, if one was. */
export async function centresToRead(session: Session): Promise<readonly { centre: string; begunAt: string | null }[]> {
  const { rows } = await sql<{ centre: string; begunAt: Date | null }>`
    select c as centre, o.begun_at as "begunAt" from unnest(access.reads_blind()) c
      left join work.image_order o on o.centre = c and o.reader = access.account() order by 1`.execute(session);
  return rows.map(({ centre, begunAt }) => ({ centre, begunAt: begunAt === null ? null : isoTime(begunAt) }));
}

const isoTime = (at: Date | string): string => new Date(at).toISOString();

/** Draws the order in which the person reads at a centre; one that was drawn before stays. */
export async function drawImageOrder(session: Session, centre: string): Promise<void> {
  await sql`insert into work.image_order (centre) values (${centre}) on conflict (centre, reader) do nothing`.execute(
    session,
  );
}

/** What the person has to read at a centre, in its own order; nothing before the order was drawn. */
export async function imagesToRead(session: Session, centre: string): Promise<readonly ImageToRead[]> {
  const { rows } = await sql<ImageToRead>`
    select imaging, patient, imaged_on as "imagedOn", modality, region, place from work.images_to_read(${centre}) order by place`.execute(
    session,
  );
  return rows;
}

/** The readings that the person may see: the own, those of others once the own is handed in, or all by the right to compare; withdrawn ones too. */
export async function imageReadings(session: Session, centre?: string): Promise<readonly ImageReading[]> {
  const { rows } = await sql<
    Omit<ImageReading, "handedInAt" | "withdrawnAt"> & { handedInAt: Date; withdrawnAt: Date | null }
  >`
    select image_reading::int as number, centre, patient, imaging, reader, findings, handed_in_at as "handedInAt",
      withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"
    from work.image_reading ${centre === undefined ? sql`` : sql`where centre = ${centre}`} order by image_reading`.execute(
    session,
  );
  return rows.map((row) => ({
    ...row,
    handedInAt: isoTime(row.handedInAt),
    withdrawnAt: row.withdrawnAt === null ? null : isoTime(row.withdrawnAt),
  }));
}

/** A reading that leaves the registry with the charts of its child. */
export interface ExportedImageReading {
  readonly centre: string;
  readonly patient: string;
  readonly imaging: string;
  /** `R1` for whoever handed in first at the centre, and so on: no account leaves. */
  readonly reader: string;
  readonly handedInOn: string;
  readonly withdrawnOn: string;
  readonly findings: ImageFindings;
}

/** The readings of centres, withdrawn ones too, of children whom studies may count. */
export async function exportedImageReadings(
  session: Session,
  centres: readonly string[],
): Promise<readonly ExportedImageReading[]> {
  const { rows } = await sql<ExportedImageReading>`
    with reader as (
      select centre, reader, row_number() over (partition by centre order by min(image_reading)) as place
      from work.image_reading group by centre, reader
    )
    select r.centre, r.patient, r.imaging, 'R' || o.place as reader, to_char(r.handed_in_at at time zone 'UTC', 'YYYY-MM-DD') as "handedInOn",
      coalesce(to_char(r.withdrawn_at at time zone 'UTC', 'YYYY-MM-DD'), '') as "withdrawnOn", r.findings
    from work.image_reading r join reader o on o.centre = r.centre and o.reader = r.reader
      join work.standing s on s.centre = r.centre and s.patient = r.patient and s.standing = 'in'
    where r.centre = any (${[...centres]}::text[]) order by r.centre, r.patient, r.imaging, o.place, r.image_reading`.execute(
    session,
  );
  return rows;
}

/** Hands a reading in; refused by the database where the person is not blind there (42501), has read it already (23505), or has nothing such to read. */
export async function handInImageReading(
  session: Session,
  { centre, patient, imaging }: { readonly centre: string; readonly patient: string; readonly imaging: string },
  findings: ImageFindings,
): Promise<void> {
  await sql`insert into work.image_reading (centre, patient, imaging, findings)
    values (${centre}, ${patient}, ${imaging}, ${JSON.stringify(findings)}::jsonb)`.execute(session);
}

/** Withdraws the person's own reading of an examination, with the reason of the transaction; says whether there was one. */
export async function withdrawImageReading(session: Session, centre: string, imaging: string): Promise<boolean> {
  const { rows } = await sql<{ number: number }>`
    update work.image_reading set withdrawn_at = clock_timestamp()
    where centre = ${centre} and imaging = ${imaging} and reader = access.account() and withdrawn_at is null
    returning image_reading::int as number`.execute(session);
  return rows.length > 0;
}

/** An examination that was read again, and the lesions that the charts have of it. */
export interface FirstReading {
  readonly centre: string;
  readonly patient: string;
  readonly imaging: string;
  readonly imagedOn: string;
  readonly modality: string;
  /** None where no lesion was looked for on it. */
  readonly lesions: readonly { readonly bone: string; readonly side: string; readonly state: string }[];
}

/** Examinations that were read a second time, with the first reading as the charts have it. */
export async function firstReadings(session: Session): Promise<readonly FirstReading[]> {
  const { rows } = await sql<FirstReading>`
    with read_again as (select distinct centre, imaging from work.image_reading where withdrawn_at is null)
    select i.centre, i.patient, i.imaging, to_char(i.imaged_on, 'YYYY-MM-DD') as "imagedOn", i.modality,
      coalesce(json_agg(json_build_object('bone', l.bone, 'side', coalesce(l.side, ''), 'state', o.state) order by l.lesion)
        filter (where o.state is not null and l.bone is not null), '[]') as lesions
    from read_again r join chart.imaging i on i.centre = r.centre and i.imaging = r.imaging
      left join chart.lesion_observation o on o.centre = i.centre and o.imaging = i.imaging and o.row_status = 'complete'
      left join chart.lesion l on l.centre = o.centre and l.lesion = o.lesion
    group by i.centre, i.patient, i.imaging, i.imaged_on, i.modality order by i.centre, i.imaged_on, i.imaging`.execute(
    session,
  );
  return rows;
}
