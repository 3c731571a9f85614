import type { Command } from "commander";
export function addPublish(_program: Command): void {}
