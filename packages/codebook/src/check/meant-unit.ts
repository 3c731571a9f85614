/** Other spellings of units, as they stand in reports of laboratories. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  "10*9/L": ["10^9/l", "10e9/l", "x10^9/l", "g/l", "giga/l", "/nl", "tsd/ul", "10^3/ul"],
  "GPt/L": ["gpt/l"],
  "mm/h": ["mm/hr", "mm/1h", "mm/std", "mm/1std"],
  "ug/L": ["mcg/l"],
  "{titer}": ["titer", "titre"],
  "%": ["percent", "prozent", "vh"],
};

/** The unit that is surely meant: another spelling of one of these, and never one near it, since ng and ug differ by one letter. */
export function meantUnit(written: string, units: readonly string[]): string | undefined {
  const folded = fold(written);
  return (
    units.find((unit) => fold(unit) === folded) ?? units.find((unit) => SPELLINGS[unit]?.includes(folded) === true)
  );
}

const fold = (unit: string): string =>
  unit
    .toLowerCase()
    .replaceAll(/[µμ]/g, "u")
    .replaceAll(/[\s.]+/g, "");
