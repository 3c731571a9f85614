/** Where in our code a bug showed, without its message, which may hold values. */
export const firstOwnLine = ({ stack = "" }: Error): string =>
  /\(?(?:file:\/\/)?(?:[^\s()]*\/)?((?:apps|packages)\/[^\s()]+)\)?/.exec(stack.split("\n").slice(1).join("\n"))?.[1] ??
  "";
