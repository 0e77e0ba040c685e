// Synthesizes the stacks of the profiles, each at most once a test process, and leaves no folder behind.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profiles } from '../../../src/stacks/profiles.ts';
import { type StackRequest, synthesize } from '../../../src/stacks/synth.ts';
import type { JsonObject } from './json.ts';
import { readStack, type Stack } from './stack.ts';

export const repository = 'acme/assessments';
const region = 'eu-west-2';

const production = { environment: 'production', region, profile: profiles.production } as const;
const staging = { environment: 'staging', region, profile: profiles.staging } as const;
const preview = { environment: 'pr-9', region, profile: profiles.preview } as const;
/** A preview that has a service of its own, and nothing else: staging is its host. */
const guest = { ...staging, profile: profiles.preview, service: 'pr-7' } as const;

const requests = {
  bootstrap: { kind: 'bootstrap', region, repository },
  'production/platform': { kind: 'platform', ...production },
  'production/service': { kind: 'service', service: 'app', ...production },
  'staging/platform': { kind: 'platform', ...staging },
  'staging/service': { kind: 'service', service: 'app', ...staging },
  'staging/service-pr-7': { kind: 'service', ...guest },
  'preview/platform': { kind: 'platform', ...preview },
  'preview/service': { kind: 'service', service: 'app', ...preview },
} as const satisfies Readonly<Record<string, StackRequest>>;

export type Label = keyof typeof requests;

const known = new Map<Label, Stack>();

export function stackNamed(label: Label): Stack {
  const stack = known.get(label) ?? readStack(label, synthesizedJson(requests[label]));
  known.set(label, stack);
  return stack;
}

export function allStacks(): readonly Stack[] {
  return (Object.keys(requests) as Label[]).map(stackNamed);
}

/** Straight from its settings: for stacks that only one test looks at. */
export function synthesizedJson(request: StackRequest): JsonObject {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-synth-'));
  try {
    const [stack] = synthesize(folder, [request]);
    return JSON.parse(readFileSync(join(stack?.folder ?? '', 'cdk.tf.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
