import { imageReadings } from "@osteon/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Page, Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { IMAGE_WORDS } from "./image-words.ts";
import { MarkBones } from "./mark-bones.tsx";
import { ReadingsOfImage } from "./readings-of-image.tsx";
import { useKeptFindings } from "./use-kept-findings.ts";
import "../entry/entry.css";

const route = getRouteApi("/inside/centres/$centre/reading/$imaging");

/** One examination, read blind on the skeleton; once it is handed in, beside the readings of others. */
export function ImagePage() {
  const { centre, imaging } = route.useParams();
  const says = useWords(IMAGE_WORDS);
  const book = useBook();
  const format = useFormat();
  const { data, error, isPending } = useGet(imageReadings.readImage, { params: { centre, imaging } });
  if (data === undefined) return <Page title={says.title}>{isPending ? <Waiting /> : <Problems error={error} />}</Page>;
  const { examination, of, readings, next } = data;
  const what = book.cell("imaging", "modality", examination.modality);
  const isRead = readings.some(({ mine, withdrawnAt }) => mine && withdrawnAt === null);
  const lead = [
    examination.patient,
    ...(examination.region === "" ? [] : [examination.region]),
    says.ofAll(format.number(examination.place), format.number(of)),
  ];
  return (
    <Page
      title={`${what}, ${format.date(examination.imagedOn)}`}
      lead={lead.join(" · ")}
      actions={
        <>
          <Link to="/reading" className="button quiet">
            {says.back}
          </Link>
          {isRead && next !== null ? (
            <Link to="/centres/$centre/reading/$imaging" params={{ centre, imaging: next }} className="button primary">
              {says.next}
            </Link>
          ) : null}
        </>
      }
    >
      {isRead ? null : <Blank key={imaging} centre={centre} imaging={imaging} />}
      {readings.length === 0 ? null : <ReadingsOfImage centre={centre} imaging={imaging} readings={readings} />}
    </Page>
  );
}

function Blank({ centre, imaging }: { readonly centre: string; readonly imaging: string }) {
  const says = useWords(IMAGE_WORDS);
  const client = useQueryClient();
  const { findings, mark, forget } = useKeptFindings(centre, imaging);
  const [asks, setAsks] = useState(false);
  // Sent again after a lost connection it is written once.
  const [key] = useState(() => crypto.randomUUID());
  const hand = useMutation({
    mutationFn: () => call(imageReadings.handInImage, { params: { centre, imaging }, body: { findings } }, { key }),
    onSuccess: async () => {
      forget();
      setAsks(false);
      await readAgain(client, "/api/image-readings", `/api/centres/${encodeURIComponent(centre)}/image-readings`);
    },
  });
  return (
    <Panel title={says.skeleton}>
      <div className="stack">
        <p className="quiet-text">{says.how}</p>
        <MarkBones findings={findings} onMark={mark} />
        <div className="row">
          <button type="button" className="primary" onClick={() => setAsks(true)}>
            {says.handIn}
          </button>
        </div>
      </div>
      <Dialog open={asks} title={says.handInTitle} onClose={() => setAsks(false)}>
        <div className="stack">
          <p>{says.handInSays(Object.keys(findings).length)}</p>
          <Problems error={hand.error} />
          <div className="row">
            <button type="button" className="primary" disabled={hand.isPending} onClick={() => hand.mutate()}>
              {says.handIn}
            </button>
            <button type="button" onClick={() => setAsks(false)}>
              {says.goOn}
            </button>
          </div>
        </div>
      </Dialog>
    </Panel>
  );
}
