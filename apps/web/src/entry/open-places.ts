/** What is open in this tab, by its place on the device, which may change while it is. */
export interface OpenPlaces {
  /** Opens it; the answer closes it. */
  add(place: () => string): () => void;
  has(place: string): boolean;
  onChange(notify: () => void): () => void;
}

export function openPlaces(): OpenPlaces {
  const open = new Set<() => string>();
  const changed = new EventTarget();
  return {
    add: (place: () => string): (() => void) => {
      open.add(place);
      changed.dispatchEvent(new Event("changed"));
      return () => {
        open.delete(place);
        changed.dispatchEvent(new Event("changed"));
      };
    },
    has: (place: string): boolean => [...open].some((one) => one() === place),
    onChange: (notify: () => void): (() => void) => {
      changed.addEventListener("changed", notify);
      return () => changed.removeEventListener("changed", notify);
    },
  };
}
