// Leaves a suite out, by name, where the machine lacks the tool it needs; the reporter lists what was left out.
import { spawnSync } from 'node:child_process';
import { describe } from '@jest/globals';

/** How to tell that a tool is there: a command that exits with 0. */
const probes = {
  terraform: ['terraform', 'version'],
  moto_server: ['moto_server', '--help'],
  python3: ['python3', '--version'],
} as const;

export type Tool = keyof typeof probes;

const found = new Map<Tool, boolean>();

export function has(tool: Tool): boolean {
  const known = found.get(tool);
  if (known !== undefined) return known;
  const [command, ...args] = probes[tool];
  const answer = spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  found.set(tool, answer);
  return answer;
}

/** `describe`, left out with its reason when one of the tools is missing. */
export function describeWith(tools: readonly Tool[], name: string, body: () => void): void {
  const missing = tools.filter((tool) => !has(tool));
  if (missing.length === 0) describe(name, body);
  else describe.skip(`${name} [left out: needs ${missing.join(', ')}]`, body);
}
