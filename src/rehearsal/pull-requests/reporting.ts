// Writes the report of the pull requests, whether they went well or not.
import { isFailure } from '../../define/failure.ts';
import { rehearsalDomain } from '../prerequisites.ts';
import type { Fact, Result } from '../report/data.ts';
import { writeReport } from '../report/write.ts';
import type { Told } from '../scenarios/pull-request.ts';
import type { Steps } from '../steps.ts';
import type { World } from '../world.ts';

export interface ReportFacts {
  readonly file: string;
  readonly world: World;
  readonly steps: Steps;
  readonly startedAtMs: number;
}

/** @returns what was told; @throws what the body throws, after it was reported */
export async function reportingInto(facts: ReportFacts, body: (onTold: (told: Told) => void) => Promise<void>): Promise<Told> {
  let told: Told = { pullRequests: [], standIns: new Map(), githubHost: '' };
  const onTold = (latest: Told): void => {
    told = latest;
  };
  try {
    await body(onTold);
  } catch (error) {
    if (told.pullRequests.length > 0) await write(facts, told, resultOf(error));
    throw error;
  }
  await write(facts, told, { kind: 'ok' });
  return told;
}

async function write({ file, world, steps, startedAtMs }: ReportFacts, told: Told, result: Result): Promise<void> {
  const { pullRequests, githubHost } = told;
  await writeReport(file, {
    title: 'Rehearsal of pull requests',
    result,
    startedAtMs,
    endedAtMs: Date.now(),
    facts: factsOf(world, told),
    timings: steps.results().map(({ startedAtMs: at, ...step }) => ({ ...step, startSeconds: (at - startedAtMs) / 1000 })),
    pullRequests,
    emulatedHosts: [githubHost, rehearsalDomain].filter((host) => host !== ''),
  });
}

function factsOf({ binary, moto, providers }: World, { standIns, faults }: Told): readonly Fact[] {
  return [
    { nature: 'real', name: binary.tool, value: binary.version },
    {
      nature: 'real',
      name: 'AWS provider',
      value: providers.kind === 'mirror' ? 'from a mirror on this machine' : 'from its registry',
    },
    { nature: 'real', name: 'workflows', value: '.github/workflows, as generated and committed' },
    { nature: 'real', name: 'actions', value: 'the committed bundles in dist/' },
    { nature: 'emulated', name: 'AWS', value: `moto ${moto.motoVersion}, with its gaps filled` },
    { nature: 'emulated', name: 'GitHub', value: "a double in this process, held to GitHub's own OpenAPI description" },
    { nature: 'emulated', name: 'GitHub runners', value: "a runner on GitHub's own workflow parser and expressions" },
    { nature: 'emulated', name: 'npm ci', value: 'links the modules that are installed already' },
    ...(faults ? [{ nature: 'emulated', name: 'faults', value: faults.sentence } as const] : []),
    ...[...standIns].map(([name, value]): Fact => ({ nature: 'emulated', name: name.replace(/@.*/, ''), value })),
  ];
}

function resultOf(error: unknown): Result {
  if (!isFailure(error)) return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  return { kind: 'failed', message: error.message, next: error.next, details: error.details };
}
