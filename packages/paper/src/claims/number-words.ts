const ENGLISH_ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const GERMAN_ONES =
  "null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn".split(
    "|",
  );
const GERMAN_TENS = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig".split("|");
const GERMAN_UNITS = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun".split("|");

function table(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const [value, word] of ENGLISH_ONES.entries()) words.set(word, value);
  for (const [value, word] of GERMAN_ONES.entries()) words.set(word, value);
  for (const [place, tens] of ENGLISH_TENS.entries()) {
    words.set(tens, (place + 2) * 10);
    for (let one = 1; one < 10; one += 1) words.set(`${tens}-${ENGLISH_ONES[one]}`, (place + 2) * 10 + one);
  }
  for (const [place, tens] of GERMAN_TENS.entries()) {
    words.set(tens, (place + 2) * 10);
    for (const [one, unit] of GERMAN_UNITS.entries()) words.set(`${unit}und${tens}`, (place + 2) * 10 + one + 1);
  }
  for (const word of ["zero", "null"]) words.delete(word);
  return words;
}

const WORDS = table();

const PLAIN = [...WORDS.keys()]
  .sort((a, b) => b.length - a.length)
  .join("|")
  .replaceAll("-", "[-\\s]");
const HUNDREDS = `(?:a|${ENGLISH_ONES.slice(1, 10).join("|")})\\s+hundred`;

/** Alternatives of a pattern that finds numbers in words, the longer first; `ein` and `one` alone are too often no numbers. */
export const WORD_NUMBERS: string = `${HUNDREDS}(?:\\s+(?:and\\s+)?(?:${PLAIN}))?|(?<!(?:hundred|thousand)\\s(?:and\\s)?|(?:${ENGLISH_TENS.join("|")})\\s)(?:${PLAIN})(?!\\s+(?:hundred|thousand|million|half|third|quarter))`;

/** 21 of `twenty-one` and of `einundzwanzig`, 141 of `one hundred and forty-one`. */
export function numberOfWord(text: string): number | undefined {
  const word = text.toLowerCase().replaceAll(/\s+/g, " ").trim();
  const { hundreds, rest } = /^(?<hundreds>\w+) hundred(?: and)?(?: (?<rest>.+))?$/.exec(word)?.groups ?? {};
  if (hundreds === undefined) return WORDS.get(word.replaceAll(" ", "-"));
  const many = hundreds === "a" ? 1 : WORDS.get(hundreds);
  const more = rest === undefined ? 0 : WORDS.get(rest.replaceAll(" ", "-"));
  return many === undefined || more === undefined ? undefined : many * 100 + more;
}
