import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CLINICAL_STATES, INK, MUTED, RADIOLOGICAL_STATES, SERIES } from "../src/svg/palette.ts";

/** WCAG 2.2, relative luminance of sRGB. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test("black on white has the contrast that WCAG says", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.ok(Math.abs(contrast("#777777", "#ffffff") - 4.48) < 0.01);
});

test("text of figures is readable on white, and each number on the colour of its state", () => {
  for (const ink of [INK, MUTED, ...SERIES]) assert.ok(contrast(ink, "#ffffff") >= 4.5, ink);
  for (const { label, fill, ink } of [...Object.values(CLINICAL_STATES), ...Object.values(RADIOLOGICAL_STATES)]) {
    assert.ok(contrast(fill, ink) >= 4.5, label);
  }
});

test("neighbouring states differ in lightness, so that they are told apart in grey", () => {
  for (const states of [CLINICAL_STATES, RADIOLOGICAL_STATES]) {
    const lights = Object.values(states).map(({ fill }) => luminance(fill));
    for (const [place, light] of lights.entries()) {
      const next = lights[place + 1];
      if (next !== undefined) assert.ok(Math.abs(light - next) > 0.05, Object.keys(states)[place]);
    }
  }
});

test("the report's colours are readable in both themes", () => {
  const css = readFileSync(new URL("../src/html/report.css", import.meta.url), "utf8");
  const themes = [...css.matchAll(/:root \{([^}]*)\}/g)]
    .slice(0, 2)
    .map(([, body = ""]) =>
      Object.fromEntries(
        [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", colour = ""]) => [name, colour]),
      ),
    );
  assert.equal(themes.length, 2);
  for (const theme of themes) {
    const pairs = [
      ["ink", "page"],
      ["muted", "page"],
      ["accent", "page"],
      ["muted", "box"],
      ["warn", "warn-box"],
      ["warn", "page"],
      ["bad", "page"],
    ] as const;
    for (const [ink, ground] of pairs) {
      assert.ok(contrast(theme[ink] ?? "", theme[ground] ?? "") >= 4.5, `${ink} on ${ground}`);
    }
  }
});
