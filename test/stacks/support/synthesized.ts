// The stacks of the profiles, synthesized once a test run: the first file that needs them does it for all the others.
import { profiles } from '../../../src/stacks/profiles.ts';
import type { StackRequest } from '../../../src/stacks/synth.ts';
import { madeOnce } from '../../support/made-once.ts';
import type { JsonObject } from './json.ts';
import { readStack, type Stack } from './stack.ts';

export const repository = 'acme/assessments';
const region = 'eu-west-2';

const production = { environment: 'production', region, profile: profiles.production } as const;
const staging = { environment: 'staging', region, profile: profiles.staging } as const;
/** A platform whose game days AWS starts, to the minute, and whose alarms it hands to GitHub without a function. */
const punctual = {
  ...profiles.staging,
  gameDaySchedule: { drill: 'az-failure', expression: 'cron(0 10 ? * TUE *)', timeZone: 'Europe/London' },
  alarmForwarding: 'api-destination',
} as const;
const preview = { environment: 'pr-9', region, profile: profiles.preview } as const;
/** A preview that has a service of its own, and nothing else: staging is its host. */
const guest = { ...staging, profile: profiles.preview, service: 'pr-7' } as const;

const requests = {
  bootstrap: { kind: 'bootstrap', region, repository },
  'production/platform': { kind: 'platform', ...production },
  'production/service': { kind: 'service', service: 'app', ...production },
  'staging/platform': { kind: 'platform', ...staging },
  'punctual/platform': { kind: 'platform', ...staging, profile: punctual },
  'staging/service': { kind: 'service', service: 'app', ...staging },
  'staging/service-pr-7': { kind: 'service', ...guest },
  'preview/platform': { kind: 'platform', ...preview },
  'preview/service': { kind: 'service', service: 'app', ...preview },
} as const satisfies Readonly<Record<string, StackRequest>>;

export type Label = keyof typeof requests;

const made = await madeOnce('stacks', async () => {
  // Only here: loading cdktf costs every test file that does it most of a second.
  const { synthesizedJson } = await import('./synthesize.ts');
  const rows = Object.entries(requests).map(([label, request]) => [label, JSON.stringify(synthesizedJson(request))]);
  return Object.fromEntries(rows) as Readonly<Record<Label, string>>;
});

const known = new Map<Label, Stack>();

export function stackNamed(label: Label): Stack {
  const stack = known.get(label) ?? readStack(label, JSON.parse(made[label]) as JsonObject);
  known.set(label, stack);
  return stack;
}

export function allStacks(): readonly Stack[] {
  return (Object.keys(requests) as Label[]).map(stackNamed);
}
