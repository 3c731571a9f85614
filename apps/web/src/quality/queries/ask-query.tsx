import { work } from "@osteon/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CHILDREN } from "../../api/addresses.ts";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Dialog } from "../../design/dialog.tsx";
import { Field } from "../../design/field.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { type ChosenRow, RowChooser, WHOLE_ROW } from "../row-chooser.tsx";
import { QUERY_WORDS } from "./query-words.ts";

/** Asks about a row of a child, or one field of it. */
export function AskQuery({ onAsked }: { readonly onAsked: (query: number) => void }) {
  const says = useWords(QUERY_WORDS);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [row, setRow] = useState<ChosenRow>({});
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const ask = useMutation({
    mutationFn: () => {
      const { centre = "", patient = "", table = "", key = "", field } = row;
      const about = { centre, patient, table, key, ...(field === undefined || field === WHOLE_ROW ? {} : { field }) };
      return call(work.askQuery, { body: { ...about, says: text.trim() } }, { key: crypto.randomUUID() });
    },
    onSuccess: async ({ body }) => {
      setOpen(false);
      setText("");
      setTried(false);
      onAsked(body.query);
      await readAgain(client, "/api/queries", ...CHILDREN, "/api/dashboard");
    },
  });
  const whole = row.key !== undefined && row.centre !== undefined && row.field !== undefined;
  return (
    <>
      <button type="button" className="primary" onClick={() => setOpen(true)}>
        {says.ask}
      </button>
      <Dialog open={open} title={says.ask} onClose={() => setOpen(false)}>
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (whole && text.trim() !== "" && !ask.isPending) ask.mutate();
          }}
        >
          <RowChooser row={row} onChoose={setRow} mustField />
          {tried && !whole ? <p className="notice bad">{says.chooseRow}</p> : null}
          <Field label={says.question} {...(tried && text.trim() === "" ? { wrong: says.write } : {})}>
            <textarea rows={4} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
          <Problems error={ask.error} />
          <div className="row">
            <button type="submit" className="primary">
              {says.send}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
