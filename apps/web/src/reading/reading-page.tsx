import { type ImagesToRead, imageReadings } from "@osteon/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Page, Panel } from "../design/page.tsx";
import { Empty, Problems, Waiting } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { IMAGE_WORDS } from "./image-words.ts";

/** The examinations that a person has to read blind, centre by centre, in an order of its own. */
export function ReadingPage() {
  const says = useWords(IMAGE_WORDS);
  const { data, error, isPending } = useGet(imageReadings.listImages, {});
  return (
    <Page title={says.title} lead={says.lead}>
      {isPending ? <Waiting /> : null}
      <Problems error={error} />
      {data?.centres.length === 0 ? <Empty says={says.nothing} /> : null}
      {data?.centres.map((one) => (
        <Panel key={one.centre} title={one.centre}>
          {one.begunAt === null ? <DrawOrder centre={one.centre} /> : <ToRead {...one} />}
        </Panel>
      ))}
    </Page>
  );
}

function DrawOrder({ centre }: { readonly centre: string }) {
  const says = useWords(IMAGE_WORDS);
  const client = useQueryClient();
  const draw = useMutation({
    mutationFn: () => call(imageReadings.drawOrder, { params: { centre } }),
    onSuccess: () => readAgain(client, "/api/image-readings"),
  });
  return (
    <div className="stack">
      <p>{says.drawLead}</p>
      <Problems error={draw.error} />
      <div className="row">
        <button type="button" className="primary" disabled={draw.isPending} onClick={() => draw.mutate()}>
          {says.draw}
        </button>
      </div>
    </div>
  );
}

function ToRead({ centre, examinations }: ImagesToRead["centres"][number]) {
  const says = useWords(IMAGE_WORDS);
  const book = useBook();
  const format = useFormat();
  if (examinations.length === 0) return <p className="quiet-text">{says.none}</p>;
  const done = examinations.filter(({ handedInAt }) => handedInAt !== null).length;
  const next = examinations.find(({ handedInAt }) => handedInAt === null);
  return (
    <div className="stack">
      <div className="row">
        <span>{says.progress(format.number(done), format.number(examinations.length))}</span>
        {next === undefined ? (
          <span>{says.all}</span>
        ) : (
          <Link
            to="/centres/$centre/reading/$imaging"
            params={{ centre, imaging: next.imaging }}
            className="button primary"
          >
            {says.next}
          </Link>
        )}
      </div>
      <div className="scrolls">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {says.place}
              </th>
              <th scope="col">{says.child}</th>
              <th scope="col">{says.imagedOn}</th>
              <th scope="col">{says.what}</th>
              <th scope="col">{says.state}</th>
            </tr>
          </thead>
          <tbody>
            {examinations.map(({ imaging, patient, imagedOn, modality, region, place, handedInAt }) => (
              <tr key={imaging}>
                <td className="number">{format.number(place)}</td>
                <th scope="row">
                  <Link to="/centres/$centre/reading/$imaging" params={{ centre, imaging }} className="mono">
                    {patient}
                  </Link>
                </th>
                <td className="nowrap">{format.date(imagedOn)}</td>
                <td>
                  {book.cell("imaging", "modality", modality)}
                  {region === "" ? "" : `, ${region}`}
                </td>
                <td>{handedInAt === null ? says.toRead : says.handedIn(format.date(handedInAt.slice(0, 10)))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
