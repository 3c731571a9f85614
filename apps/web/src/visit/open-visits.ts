const open = new Set<() => string>();

/** The visits whose pages are open in this tab: they send themselves. */
export const openVisits = {
  add: (place: () => string): (() => void) => {
    open.add(place);
    return () => open.delete(place);
  },
  has: (place: string): boolean => [...open].some((one) => one() === place),
};
