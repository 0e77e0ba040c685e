// Tells by name what a suite needs and the machine lacks: then the suite fails, because nothing has been shown.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
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

/** `describe`; where one of the tools is missing, a test that fails with its name. */
export function describeWith(tools: readonly Tool[], name: string, body: () => void): void {
  const missing = tools.filter((tool) => !probes[tool]());
  const tellWhatIsMissing = () => {
    test('has the tools that it needs', () => expect(missing).toEqual([]));
  };
  describe(name, missing.length === 0 ? body : tellWhatIsMissing);
}
