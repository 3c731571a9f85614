const open = new Set<() => string>();
const changed = new EventTarget();

/** The visits whose pages are open in this tab: they send themselves. */
export const openVisits = {
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
