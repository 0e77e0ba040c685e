// Synthesizes one stack straight from its settings, and leaves no folder behind.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StackRequest, synthesize } from '../../../src/stacks/synth.ts';
import type { JsonObject } from './json.ts';

export function synthesizedJson(request: StackRequest): JsonObject {
  const { prepareStackTrace } = Error;
  // cdktf notes for every value where it came from, and jest looks each of these places up in its source maps.
  Error.prepareStackTrace = () => '';
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-synth-'));
  try {
    const [stack] = synthesize(folder, [request]);
    return JSON.parse(readFileSync(join(stack?.folder ?? '', 'cdk.tf.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    Error.prepareStackTrace = prepareStackTrace;
  }
}
