import assert from "node:assert/strict";
import { test } from "node:test";
import { formatFor, isLanguage, LANGUAGES, listed, numberIn, plural } from "../src/index.ts";

const CHILD = { one: "child", other: "children" };
const KIND = { one: "Kind", other: "Kinder" };

test("nobody is many, one is one, in both languages", () => {
  assert.deepEqual(
    [0, 1, 2, 1.5].map((count) => [plural(count, CHILD, "en"), plural(count, KIND, "de")]),
    [
      ["children", "Kinder"],
      ["child", "Kind"],
      ["children", "Kinder"],
      ["children", "Kinder"],
    ],
  );
  assert.equal(plural(1, { other: "Kinder" }, "de"), "Kinder", "a form that is not given is the other one");
});

test("a list ends with the word that joins", () => {
  assert.equal(listed(["chronic", "subacute", "unclassified"], "en"), "chronic, subacute and unclassified");
  assert.equal(listed(["chronisch", "subakut", "unklar"], "de"), "chronisch, subakut und unklar");
  assert.equal(listed(["chronisch"], "de"), "chronisch");
  assert.equal(listed([], "de"), "");
});

test("the decimal sign of German is a comma; the point that ends a sentence, a version or a date stays", () => {
  assert.equal(numberIn("8.0", "de"), "8,0");
  assert.equal(numberIn("< 0.001", "de"), "< 0,001");
  assert.equal(numberIn("−1.25", "de"), "−1,25");
  assert.equal(numberIn("29.", "de"), "29.");
  assert.equal(numberIn("8.0", "en"), "8.0");
});

test("dates and numbers stand as the language writes them", () => {
  const [en, de] = LANGUAGES.map(formatFor);
  assert.deepEqual([en?.date("2015-03-09"), de?.date("2015-03-09")], ["9 Mar 2015", "9. März 2015"]);
  assert.deepEqual([en?.longDate("2015-03"), de?.longDate("2015-03")], ["March 2015", "März 2015"]);
  assert.deepEqual([en?.date("not known"), de?.date(null)], ["not known", ""], "what is no date stays as it is");
  assert.deepEqual([en?.number(12345.678, 1), de?.number(12345.678, 1)], ["12,345.7", "12.345,7"]);
  assert.deepEqual([en?.percent(0.125, 1), de?.percent(0.125, 1)], ["12.5 %", "12,5 %"]);
});

test("a formatter of the engine is made once for a language, however often it is asked for", (context) => {
  const made = context.mock.method(Intl, "NumberFormat");
  const write = () => LANGUAGES.map((language) => formatFor(language).number(0.123456, 5));
  const first = write();
  const many = made.mock.callCount();
  assert.ok(many <= LANGUAGES.length, `${many} formatters`);
  assert.deepEqual([write(), made.mock.callCount()], [first, many]);
  assert.deepEqual(first, ["0.12346", "0,12346"]);
});

test("only languages that there are are languages", () => {
  assert.deepEqual(["en", "de", "fr", ""].map(isLanguage), [true, true, false, false]);
});
