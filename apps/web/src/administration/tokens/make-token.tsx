import { personalTokens } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Dialog } from "../../design/dialog.tsx";
import { Field } from "../../design/field.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { CopiedText } from "../copied-text.tsx";
import { TOKENS_WORDS } from "./tokens-words.ts";

const YEAR = 365;
const LASTS = [30, 90, 180, YEAR] as const;

interface Parts {
  readonly centres: readonly string[];
  readonly onClose: () => void;
}

/** Makes a token and shows it, once. */
export function MakeToken({ centres, onClose }: Parts) {
  const says = useWords(TOKENS_WORDS);
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [centre, setCentre] = useState(centres[0] ?? "");
  const [lasts, setLasts] = useState<number>(90);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  const [secret, setSecret] = useState<string>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    setError(undefined);
    if (name.trim() === "") return;
    try {
      const { body } = await call(personalTokens.makeToken, { body: { name, centre, endsOn: dayIn(lasts) } });
      setSecret(body.secret);
      await readAgain(client, "/api/tokens", "/api/administration/tokens");
    } catch (problem) {
      setError(problem);
    }
  }
  if (secret !== undefined)
    return (
      <Dialog open title={says.own}>
        <p role="status">{says.isMade(name)}</p>
        <CopiedText label={says.secret} hint={says.secretHint} text={secret} />
        <div className="row">
          <button type="button" className="primary" onClick={onClose}>
            {says.done}
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog open title={says.make} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <Field
          label={says.name}
          hint={says.nameHint}
          {...(tried && name.trim() === "" ? { wrong: says.nameMissing } : {})}
        >
          <input value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={says.centre}>
          <select value={centre} onChange={(event) => setCentre(event.target.value)}>
            {centres.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
        <Field label={says.lasts}>
          <select value={lasts} onChange={(event) => setLasts(Number(event.target.value))}>
            {LASTS.map((days) => (
              <option key={days} value={days}>
                {days === YEAR ? says.year : says.days(days)}
              </option>
            ))}
          </select>
        </Field>
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="primary">
            {says.make}
          </button>
          <button type="button" className="quiet" onClick={onClose}>
            {says.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The day so many days from now, in UTC, as the server counts. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
