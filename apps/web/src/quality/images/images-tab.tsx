import { type ImageAgreement, imageReadings } from "@osteon/api";
import { useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { Differences } from "./differences.tsx";
import { AGREEMENT_WORDS } from "./image-agreement-words.ts";
import { KappaTable } from "./kappa-table.tsx";

/** How far the readers of MRIs agree, bone by bone, and where they do not. */
export function ImagesTab() {
  const says = useWords(AGREEMENT_WORDS);
  const { data, error } = useGet(imageReadings.compareImages, {});
  if (data === undefined) return error === null ? <Waiting /> : <Problems error={error} />;
  if (data.because === "no-reading") return <Empty says={says["no-reading"]} />;
  return (
    <>
      <Panel title={says.kappa}>
        <div className="stack">
          <p>{says.lead}</p>
          <Counts {...data} />
          {data.because === null ? null : <p className="notice">{says[data.because]}</p>}
          {data.because === null && data.examinations === 0 ? <p className="notice">{says.noWhole}</p> : null}
          {data.examinations === 0 ? null : (
            <>
              <p className="quiet-text small">{says.about}</p>
              <KappaTable overall={data.overall} bones={data.bones} />
            </>
          )}
        </div>
      </Panel>
      {data.because === null ? (
        <Panel title={says.differences}>
          <Differences disagreements={data.disagreements} />
        </Panel>
      ) : null}
    </>
  );
}

function Counts({ examinations, readers, readings, regional, withdrawn }: ImageAgreement) {
  const says = useWords(AGREEMENT_WORDS);
  const format = useFormat();
  const [first, second, third] = [examinations, readers, readings].map((count) => format.number(count));
  const told = [
    says.counts(first ?? "", second ?? "", third ?? ""),
    ...(regional === 0 ? [] : [says.regional(format.number(regional))]),
    ...(withdrawn === 0 ? [] : [says.withdrawn(format.number(withdrawn))]),
  ];
  return <p>{told.join("; ")}.</p>;
}
