// `opsdeck rehearse`: plays a scenario on this machine against an emulated AWS.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCommand } from 'citty';
import { cancelledBySignal, untilAborted } from '../../adapters/process/signals.ts';
import { failure } from '../../define/failure.ts';
import { type FaultPlan, mostPercent } from '../../rehearsal/faults/decide.ts';
import { renderKept } from '../../rehearsal/kept.ts';
import { isScenarioName, type ScenarioName, scenarioNames } from '../../rehearsal/scenario-names.ts';
import { renderSummary } from '../../rehearsal/summary.ts';
import type { World } from '../../rehearsal/world.ts';
import { profileNames } from '../../stacks/profiles.ts';
import { loadOwnDefinitions } from '../own/load.ts';

export const rehearseCommand = defineCommand({
  meta: { name: 'rehearse', description: 'Play the real thing on this machine: real Terraform and provider, emulated AWS' },
  args: {
    scenario: {
      type: 'positional',
      required: false,
      default: 'pull-request',
      description: `What to play: ${scenarioNames.join(', ')}; own: a pull request of the repository in this folder`,
    },
    profile: {
      type: 'string',
      valueHint: profileNames.join('|'),
      description: 'platform: size and safety of the environment (default: preview)',
    },
    region: { type: 'string', default: 'eu-west-2', description: 'AWS region' },
    port: { type: 'string', description: 'Port of the emulator on 127.0.0.1 (default: a free one)' },
    keep: {
      type: 'boolean',
      default: false,
      description: 'platform: leave everything up, and tell how to look at it, until Ctrl-C',
    },
    faults: { type: 'string', description: 'pull-request: so many of a hundred requests of actions go wrong (default: none)' },
    seed: { type: 'string', description: 'Which ones go wrong, and how: the same number, the same faults (default: 1)' },
    record: {
      type: 'boolean',
      default: false,
      description: 'runbooks: write how long each took to docs/runbooks/measured.json, for its page',
    },
    json: { type: 'boolean', default: false, description: 'One JSON object a line: every event, then the summary' },
  },
  run: async ({ args }) => {
    const { scenario, region, json } = args;
    if (!isScenarioName(scenario)) throw unknownScenario(scenario);
    const profile = profileOf(scenario, args);
    const checkout = fileURLToPath(new URL('../../..', import.meta.url));
    const recordFile = recordFileOf(scenario, args.record, checkout);
    const port = parsePort(args.port);
    const faults = parseFaults(scenario, args);
    const { signal, release } = cancelledBySignal(process);
    const keepUp = async (world: World): Promise<void> => {
      process.stdout.write(`${renderKept(world, json)}\n`);
      await untilAborted(signal);
    };
    try {
      // Only now: it brings cdktf and the AWS clients along.
      const { rehearse } = await import('../../rehearsal/rehearse.ts');
      const own = scenario === 'own' ? await loadOwnDefinitions('.') : undefined;
      const summary = await rehearse({
        scenario,
        profile,
        region,
        json,
        env: process.env,
        output: process.stdout,
        signal,
        logFolder: resolve('.opsdeck'),
        reportFile: resolve('rehearsal/report.html'),
        checkout,
        repository: resolve('.'),
        ...(recordFile !== undefined && { recordFile }),
        ...(port !== undefined && { port }),
        ...(faults && { faults }),
        ...(own && { own }),
        ...(args.keep && { keepUp }),
      });
      process.stdout.write(json ? `${JSON.stringify({ kind: 'summary', ...summary })}\n` : `${renderSummary(summary)}\n`);
    } finally {
      release();
    }
  },
});

/** Pull requests are planned against staging, as in the generated workflows. */
function profileOf(
  scenario: ScenarioName,
  { profile, keep }: { readonly profile?: string | undefined; readonly keep: boolean },
): string {
  if (scenario === 'platform') return profile ?? 'preview';
  if (profile === undefined && !keep) return 'staging';
  throw failure({
    code: 'cli/usage',
    what: `The scenario "${scenario}" takes neither --profile nor --keep.`,
    next: 'Leave them out, or rehearse the scenario "platform".',
  });
}

function recordFileOf(scenario: ScenarioName, isAsked: boolean, checkout: string): string | undefined {
  if (!isAsked) return undefined;
  if (scenario === 'runbooks') return join(checkout, 'docs/runbooks/measured.json');
  throw failure({
    code: 'cli/usage',
    what: `The scenario "${scenario}" records nothing.`,
    next: 'Leave --record out, or rehearse the scenario "runbooks".',
  });
}

function parsePort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw failure({
    code: 'cli/usage',
    what: `"${text}" is no port.`,
    next: 'Give a number from 1 to 65535, or leave --port out.',
  });
}

/** @returns nothing where nothing is to go wrong */
function parseFaults(
  scenario: ScenarioName,
  { faults, seed }: { readonly faults?: string | undefined; readonly seed?: string | undefined },
): FaultPlan | undefined {
  if (faults === undefined && seed === undefined) return undefined;
  const plan = { percent: Number(faults), seed: Number(seed ?? '1') };
  const isPlan = Number.isInteger(plan.percent) && plan.percent >= 1 && plan.percent <= mostPercent;
  if (scenario === 'pull-request' && isPlan && Number.isSafeInteger(plan.seed)) return plan;
  throw failure({
    code: 'cli/usage',
    what: 'Faults are for the scenario "pull-request": --faults with a share in percent, and --seed with a whole number.',
    next: `For example: npm run rehearse -- --faults 30 --seed 7; the share is at most ${mostPercent}.`,
  });
}

function unknownScenario(scenario: string) {
  return failure({
    code: 'cli/usage',
    what: `There is no scenario "${scenario}".`,
    next: `Use one of: ${scenarioNames.join(', ')}.`,
  });
}
