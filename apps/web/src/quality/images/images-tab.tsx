import { type ImageAgreement, imageReadings } from "@osteon/api";
import { useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { Differences } from "./differences.tsx";
import { AGREEMENT_WORDS } from "./image-agreement-words.ts";
import { KappaTable } from "./kappa-table.tsx";

/** How far the readers of MRIs agree, bone by bone, and where they do not. */
export function ImagesTab() {
  const says = useWords(AGREEMENT_WORDS);
  const { data, error } = useGet(imageReadings.compareImages, {});
  if (data === undefined) return error === null ? <Waiting /> : <Problems error={error} />;
  if (data.whyNone === "unread") return <Empty says={says.unread} />;
  return (
    <>
      <Panel title={says.kappa}>
        <div className="stack">
          <p>{says.lead}</p>
          <Counts {...data} />
          {data.whyNone === null ? null : <p className="notice">{says[data.whyNone]}</p>}
          {data.whyNone === null && data.examinations === 0 ? <p className="notice">{says.noWhole}</p> : null}
          {data.examinations === 0 ? null : (
            <>
              <p className="quiet-text small">{says.about}</p>
              <KappaTable overall={data.overall} bones={data.bones} />
            </>
          )}
        </div>
      </Panel>
      {data.whyNone === null ? (
        <Panel title={says.differences}>
          <Differences disagreements={data.disagreements} />
        </Panel>
      ) : null}
    </>
  );
}

function Counts({ examinations, readers, readings, regional, withdrawn }: ImageAgreement) {
  const says = useWords(AGREEMENT_WORDS);
  const told = [
    says.examinations(examinations),
    says.readers(readers),
    says.handedIn(readings),
    ...(regional === 0 ? [] : [says.regional(regional)]),
    ...(withdrawn === 0 ? [] : [says.withdrawn(withdrawn)]),
  ];
  return <p>{told.join("; ")}</p>;
}
