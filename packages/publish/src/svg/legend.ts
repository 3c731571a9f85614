import { textWidth } from "../typeface/text-width.ts";
import { rectangle, SMALL_SIZE, text } from "./marks.ts";
import { group, type Markup } from "./markup.ts";
import type { StateColour } from "./palette.ts";

const BOX = 8;

/** Boxes with words in rows no wider than `width`; answers with its height. */
export function legend(
  states: readonly StateColour[],
  x: number,
  y: number,
  width: number,
): { readonly marks: Markup; readonly height: number } {
  let left = 0;
  let top = 0;
  const items = states.map(({ label, fill }) => {
    const need = BOX + 4 + textWidth(label, SMALL_SIZE);
    if (left > 0 && left + need > width) {
      left = 0;
      top += 12;
    }
    const at = { x: x + left, y: y + top };
    left += need + 12;
    return group(
      {},
      rectangle(at.x, at.y, BOX, BOX, { fill, rx: 1 }),
      text(at.x + BOX + 4, at.y + BOX - 1.2, label, { size: SMALL_SIZE }),
    );
  });
  return { marks: group({ class: "legend" }, ...items), height: top + BOX };
}
