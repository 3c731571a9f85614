/** `1 child`, `12 children`. */
export const childrenText = (count: number): string => (count === 1 ? "1 child" : `${count} children`);
