import { imageReadings, type ToldImageReading } from "@osteon/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { LESION_WORDS, usePlaceName } from "../patient/lesion-words.ts";
import { useNames } from "../quality/use-names.ts";
import { MarkSymbol } from "../skeleton/mark-symbol.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { markedIn, nameOfPlace } from "./findings.ts";
import { IMAGE_WORDS } from "./image-words.ts";

interface Parts {
  readonly centre: string;
  readonly imaging: string;
  readonly readings: readonly ToldImageReading[];
}

/** The own readings of an examination, and beside them those of others. */
export function ReadingsOfImage({ centre, imaging, readings }: Parts) {
  const says = useWords(IMAGE_WORDS);
  const names = useNames();
  const own = readings.filter(({ mine }) => mine);
  const others = readings.filter(({ mine }) => !mine);
  const isRead = own.some(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <>
      <Panel title={says.mine} actions={isRead ? <Withdraw centre={centre} imaging={imaging} /> : null}>
        <div className="stack">
          {own.map((reading) => (
            <Seen key={reading.handedInAt} reading={reading} />
          ))}
        </div>
      </Panel>
      {isRead ? (
        <Panel title={says.others}>
          {others.length === 0 ? <p className="quiet-text">{says.noOthers}</p> : null}
          <div className="stack">
            {others.map((reading) => (
              <div key={reading.reader}>
                <h3>{names(reading.reader)}</h3>
                <Seen reading={reading} />
              </div>
            ))}
          </div>
        </Panel>
      ) : null}
    </>
  );
}

function Seen({ reading }: { readonly reading: ToldImageReading }) {
  const says = useWords(IMAGE_WORDS);
  const words = useWords(LESION_WORDS);
  const placeName = usePlaceName();
  const format = useFormat();
  const { findings, handedInAt, withdrawnAt, withdrawnReason } = reading;
  const marks = markedIn(findings);
  const told =
    withdrawnAt === null
      ? says.handedIn(format.date(handedInAt.slice(0, 10)))
      : says.withdrawn(format.date(withdrawnAt.slice(0, 10)), withdrawnReason ?? "");
  return (
    <div>
      <p className="quiet-text small">{told}</p>
      {marks.length === 0 ? <p>{says.none_here}</p> : null}
      <ul className="plain">
        {marks.map((mark) => (
          <li key={nameOfPlace(mark)}>
            <MarkSymbol state={mark.state} /> {placeName(mark)}: {words[mark.state]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Withdraw({ centre, imaging }: Pick<Parts, "centre" | "imaging">) {
  const says = useWords(IMAGE_WORDS);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => call(imageReadings.withdrawImage, { params: { centre, imaging } }, { reason }),
    onSuccess: async () => {
      setOpen(false);
      await readAgain(client, "/api/image-readings", `/api/centres/${encodeURIComponent(centre)}/image-readings`);
    },
  });
  const lacksReason = reason.trim() === "";
  return (
    <>
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {says.withdraw}
      </button>
      <Dialog open={open} title={says.withdrawTitle} onClose={() => setOpen(false)}>
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!lacksReason && !withdraw.isPending) withdraw.mutate();
          }}
        >
          <p>{says.withdrawSays}</p>
          <Field label={says.reason} wrong={tried && lacksReason ? says.reasonNeeded : undefined}>
            <input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Problems error={withdraw.error} />
          <div className="row">
            <button type="submit" className="primary">
              {says.withdraw}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
