import { useWords } from "../../words/words.ts";
import { LISTS_WORDS } from "./lists-words.ts";
import type { TypedBand } from "./typed-analyte.ts";

interface Parts {
  readonly bands: readonly TypedBand[];
  readonly onChange: (bands: readonly TypedBand[]) => void;
}

const NUMBERS = [
  { cell: "fromMonths", says: "fromMonths", mode: "numeric" },
  { cell: "toMonths", says: "toMonths", mode: "numeric" },
  { cell: "from", says: "plausibleFrom", mode: "decimal" },
  { cell: "to", says: "plausibleTo", mode: "decimal" },
] as const;

/** A line of inputs for each age at which other limits are plausible. */
export function BandLines({ bands, onChange }: Parts) {
  const says = useWords(LISTS_WORDS);
  const change = (line: number, part: Partial<TypedBand>): void =>
    onChange(bands.map((band) => (band.line === line ? { ...band, ...part } : band)));
  const next = Math.max(-1, ...bands.map(({ line }) => line)) + 1;
  const last = bands.at(-1);
  const blank: TypedBand = {
    line: next,
    sex: last?.sex ?? "",
    fromMonths: last?.toMonths ?? "0",
    toMonths: "",
    from: "",
    to: "",
  };
  return (
    <fieldset className="list-bands">
      <legend>{says.bands}</legend>
      <p className="hint">{says.bandsHint}</p>
      {bands.map((band, place) => (
        <div className="row" key={band.line}>
          <select
            aria-label={says.ofBand(says.sex, place + 1)}
            value={band.sex}
            onChange={(event) => change(band.line, { sex: event.target.value as TypedBand["sex"] })}
          >
            <option value="">{says.either}</option>
            <option value="female">{says.female}</option>
            <option value="male">{says.male}</option>
          </select>
          {NUMBERS.map(({ cell, says: called, mode }) => (
            <input
              key={cell}
              inputMode={mode}
              size={6}
              maxLength={12}
              placeholder={says[called]}
              aria-label={says.ofBand(says[called], place + 1)}
              value={band[cell]}
              onChange={(event) => change(band.line, { [cell]: event.target.value })}
            />
          ))}
          <button
            type="button"
            className="quiet"
            aria-label={says.removeBand(place + 1)}
            onClick={() => onChange(bands.filter(({ line }) => line !== band.line))}
          >
            {says.remove}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onChange([...bands, blank])}>
        {says.addBand}
      </button>
    </fieldset>
  );
}
