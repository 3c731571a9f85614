import { type Offer, signIn } from "@osteon/api";
import { type SubmitEvent, useEffect, useMemo, useRef, useState } from "react";
import { encode } from "uqr";
import { call } from "../../api/request.ts";
import { Field } from "../../design/field.tsx";
import { catchFocus } from "../../design/lost-focus.ts";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { CopiedText } from "../copied-text.tsx";
import { SECURITY_WORDS } from "./security-words.ts";

/** Brings the secret into an app, and asks for its first code, which proves that it arrived. */
export function SetUp({ offer, onDone }: { readonly offer: Offer; readonly onDone: () => Promise<void> }) {
  const says = useWords(SECURITY_WORDS);
  const [code, setCode] = useState("");
  const [error, setError] = useState<unknown>();
  const start = useRef<HTMLParagraphElement>(null);
  // The button that began it is gone.
  useEffect(() => catchFocus(start.current), []);
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      await call(signIn.proveByApp, { body: { code: code.replaceAll(" ", "") } });
      await onDone();
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p ref={start} tabIndex={-1}>
        {says.scan}
      </p>
      <QrCode text={offer.totpURI} label={says.qr} />
      <CopiedText label={says.secret} text={new URL(offer.totpURI).searchParams.get("secret") ?? ""} />
      <div>
        <h3>{says.backup}</h3>
        <p className="quiet-text small">{says.backupHint}</p>
        <ul className="backup-codes mono">
          {offer.backupCodes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
      <Field label={says.code}>
        <input
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]{6,7}"
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <Problems error={error} />
      <div className="row">
        <button type="submit" className="primary">
          {says.verify}
        </button>
      </div>
    </form>
  );
}

/** Dark on white in either theme, with the quiet border that readers need. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const { size: squares, data } = encode(text, { border: 4 });
    const dark = data.flatMap((line, y) => line.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: squares, path: dark.join("") };
  }, [text]);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
