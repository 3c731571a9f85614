import type { Locator } from "playwright-core";

/** Where a person would click, or why they cannot see it. */
export type Seen = { readonly x: number; readonly y: number } | { readonly says: string; readonly below: number };

/** So many pixels of a control must be seen before a person recognises it. */
const RECOGNISED = 4;

/**
 * A point of the control that lies in the window with nothing before it, asked of the page itself. Else how far outside it
 * lies, or what covers it; `below` is how far one must scroll, up where it is negative.
 */
export async function inSight(target: Locator): Promise<Seen> {
  return await target.evaluate((element, recognised): Seen => {
    const box = element.getBoundingClientRect();
    const name = (one: Element): string =>
      (one.getAttribute("aria-label") ?? one.textContent ?? "").trim().slice(0, 60) || one.tagName.toLowerCase();
    const { innerWidth: width, innerHeight: height } = window;
    const middle = box.top + box.height / 2 - height / 2;
    const far = [
      [box.top - height + recognised, "below"],
      [recognised - box.bottom, "above"],
      [box.left - width + recognised, "right of"],
      [recognised - box.right, "left of"],
    ] as const;
    for (const [px, side] of far)
      if (px > 0)
        return {
          says: `"${name(element)}" lies ${Math.ceil(px)} px ${side} the window of ${width} x ${height}`,
          below: middle,
        };
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, width)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, height)];
    // The middle first, then a grid: a bone is no rectangle, and half of a button may lie under the bar.
    const places = [0.5, 0.25, 0.75, 0.1, 0.9, 0.4, 0.6];
    let before: Element | null = null;
    for (const down of places)
      for (const along of places) {
        const [x, y] = [left + (right - left) * along, top + (bottom - top) * down];
        const hit = document.elementFromPoint(x, y);
        if (hit !== null && (element.contains(hit) || hit.closest("label")?.contains(element) === true))
          return { x, y };
        before ??= hit;
      }
    return {
      says: `"${name(element)}" is covered by ${before === null ? "nothing seen" : `"${name(before)}"`}`,
      below: middle,
    };
  }, RECOGNISED);
}
