// Leaves a suite to do, by name, where the machine lacks the tool it needs; the reporter lists it, and CI forbids it.
import { spawnSync } from 'node:child_process';
import { describe, test } from '@jest/globals';
import { findChromium } from './chromium.ts';
import { findMirror } from './provider.ts';

// Asked ahead: to describe is not to wait. Without a mirror, `terraform init` would download 150 MB of provider.
const mirror = await findMirror();

/** How to tell that a tool is there. */
const probes = {
  terraform: () => answers('terraform', 'version'),
  moto_server: () => answers('moto_server', '--help'),
  shellcheck: () => answers('shellcheck', '--version'),
  python3: () => answers('python3', '--version'),
  chromium: () => findChromium() !== undefined,
  'a mirror of the AWS provider': () => mirror !== undefined,
} as const;

export type Tool = keyof typeof probes;

function answers(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore' }).status === 0;
}

/** `describe`; where one of the tools is missing, one thing to do in its place: to install it. */
export function describeWith(tools: readonly Tool[], name: string, body: () => void): void {
  const missing = tools.filter((tool) => !probes[tool]());
  if (missing.length === 0) describe(name, body);
  else describe(name, () => test.todo(`install ${missing.join(', ')}`));
}
