import { InvalidArgumentError } from "commander";

const HIGHEST = 65_535;

/** A port as it is typed; 0 takes any free one. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= HIGHEST) return port;
  throw new InvalidArgumentError(`Write a port from 0 to ${HIGHEST}, such as 4117; 0 takes any free one.`);
}
