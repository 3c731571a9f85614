import { SymbolGround, SymbolShape } from "./mark-symbol.tsx";
import { isMany, type MarkedPlace, markCentres } from "./marked-places.ts";
import type { DrawnBone } from "./view.ts";

/** The signs on a bone, and how many lesions each stands for. */
export function Marks({ bone, at }: { readonly bone: DrawnBone; readonly at: MarkedPlace }) {
  const centres = markCentres(bone, at.marks);
  return at.marks.map((mark, index) => {
    const [x, y] = centres[index] ?? bone.centre;
    return (
      <g key={mark.state}>
        <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${bone.mark.toFixed(2)})`}>
          <SymbolGround state={mark.state} />
          <SymbolShape state={mark.state} />
        </g>
        {isMany(mark) && (
          <text className="mark-count" x={x + bone.mark + 2.4} y={y + 3.6}>
            {mark.count}
          </text>
        )}
      </g>
    );
  });
}
