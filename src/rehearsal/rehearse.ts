// Plays one scenario in a world of its own and tells how it went.
import { dirname } from 'node:path';
import type { StackDefinitions } from '../define/own-definitions.ts';
import { parseSettings, type Settings } from '../stacks/settings.ts';
import type { FaultPlan } from './faults/decide.ts';
import { type Display, openDisplay } from './progress/display.ts';
import type { RehearsalEvent } from './progress/state.ts';
import { threadOf } from './pull-requests/thread.ts';
import type { PullRequestStory } from './report/data.ts';
import type { ScenarioName } from './scenario-names.ts';
import { openSteps, type Steps } from './steps.ts';
import type { RehearsalSummary } from './summary.ts';
import { type OpenWorld, openWorld, type World, type WorldOptions } from './world.ts';

export interface RehearsalOptions {
  readonly scenario: ScenarioName;
  readonly profile: string;
  readonly region: string;
  readonly port?: number;
  readonly json: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
  /** For what is worth keeping of a failed rehearsal. */
  readonly logFolder: string;
  /** Where the pull requests are shown as a person would have seen them. */
  readonly reportFile: string;
  /** The checkout of this repository, or what of it was installed. */
  readonly checkout: string;
  /** The repository that is rehearsed by `own`. */
  readonly repository: string;
  /** What that adds to the KPIs and drills of Opsdeck. */
  readonly own?: StackDefinitions;
  /** Lets requests of actions go wrong on their way to GitHub and AWS. */
  readonly faults?: FaultPlan;
  /** Given, the runbooks' times are written there. */
  readonly recordFile?: string;
  /** Given, everything stays up until this resolves. */
  readonly keepUp?: (world: World) => Promise<void>;
}

export async function rehearse(options: RehearsalOptions): Promise<RehearsalSummary> {
  const display = openDisplay(options);
  try {
    return await play(options, display);
  } finally {
    display.end();
  }
}

async function play(options: RehearsalOptions, display: Display): Promise<RehearsalSummary> {
  const { scenario, profile, region, port, env, signal, logFolder } = options;
  const settings = parseSettings({ profile, region });
  const startedAtMs = Date.now();
  const steps = openSteps((event: RehearsalEvent) => display.show(event), Date.now);
  // It brings cdktf along, which takes as long to load as the emulator to start: so both at once.
  const loading = scenarios[scenario]();
  const world = await start(steps, {
    region,
    env,
    signal,
    logFolder,
    onProgress: display.say,
    ...(port !== undefined && { port }),
  });
  try {
    const perform = await loading;
    const performed = await perform({ options, display, world, steps, settings, startedAtMs });
    await world.close();
    return summaryOf({ options, world, steps, startedAtMs }, performed);
  } catch (error) {
    throw await world.close(error);
  }
}

interface Performance {
  readonly options: RehearsalOptions;
  readonly display: Display;
  readonly world: World;
  readonly steps: Steps;
  readonly settings: Settings;
  readonly startedAtMs: number;
}

interface Performed {
  readonly pullRequests?: readonly PullRequestStory[];
  readonly outcome?: readonly string[];
}

type Perform = (performance: Performance) => Promise<Performed>;

/** Loaded when one is asked for. */
const scenarios: Readonly<Record<ScenarioName, () => Promise<Perform>>> = {
  platform: async () => {
    const { rehearsePlatform } = await import('./scenarios/platform.ts');
    return async ({ options: { keepUp }, display, world, steps, settings }) => {
      const stay = async (up: World): Promise<void> => {
        display.end();
        await keepUp?.(up);
      };
      await rehearsePlatform({ world, steps, settings, ...(keepUp && { keepUp: stay }) });
      return {};
    };
  },
  'pull-request': async () => {
    const { rehearsePullRequests } = await import('./scenarios/pull-request.ts');
    const { reportingInto } = await import('./pull-requests/reporting.ts');
    return async ({ options: { reportFile: file, checkout, faults }, world, steps, settings, startedAtMs }) => {
      const told = await reportingInto({ file, world, steps, startedAtMs }, (onTold) =>
        rehearsePullRequests({ world, steps, settings, checkout, onTold, ...(faults && { faults }) }),
      );
      return { pullRequests: told.pullRequests, ...(told.faults && { outcome: told.faults.table }) };
    };
  },
  own: async () => {
    const { rehearseOwnPullRequest } = await import('./scenarios/own-pull-request.ts');
    const { reportingInto } = await import('./pull-requests/reporting.ts');
    return async ({
      options: { reportFile: file, checkout: packageFolder, repository, own = {} },
      world,
      steps,
      settings,
      startedAtMs,
    }) => {
      const told = await reportingInto({ file, world, steps, startedAtMs }, (onTold) =>
        rehearseOwnPullRequest({ world, steps, settings, repository, packageFolder, own, onTold }),
      );
      return { pullRequests: told.pullRequests };
    };
  },
  'game-day': async () => {
    const { rehearseGameDays } = await import('./scenarios/game-day.ts');
    return async ({ options: { checkout, reportFile }, world, steps, settings }) => ({
      outcome: await rehearseGameDays({ world, steps, settings, checkout, reportFolder: dirname(reportFile) }),
    });
  },
  deploy: async () => {
    const { rehearseDeploys } = await import('./scenarios/deploy.ts');
    return async ({ options: { checkout, reportFile }, world, steps, settings }) => ({
      outcome: await rehearseDeploys({ world, steps, settings, checkout, reportFolder: dirname(reportFile) }),
    });
  },
  runbooks: async () => {
    const { rehearseRunbooks } = await import('./scenarios/runbooks.ts');
    return async ({ options: { checkout, reportFile, recordFile }, world, steps, settings }) => {
      const scenario = { world, steps, settings, checkout, reportFolder: dirname(reportFile) };
      return { outcome: await rehearseRunbooks({ ...scenario, ...(recordFile !== undefined && { recordFile }) }) };
    };
  },
};

function summaryOf(
  { options, world, steps, startedAtMs }: Pick<Performance, 'options' | 'world' | 'steps' | 'startedAtMs'>,
  { pullRequests = [], outcome }: Performed,
): RehearsalSummary {
  return {
    scenario: options.scenario,
    profile: options.profile,
    seconds: (Date.now() - startedAtMs) / 1000,
    steps: steps.results(),
    terraform: `${world.binary.tool} ${world.binary.version}`,
    providers: world.providers.kind === 'mirror' ? 'a mirror on this machine' : 'their registry',
    providerProcesses: world.providerProcesses(),
    emulator: `moto ${world.moto.motoVersion} with its gaps filled (src/rehearsal/emulator/gaps/README.md)`,
    ...(outcome && { outcome }),
    ...(pullRequests.length > 0 && { threads: pullRequests.map(threadOf), report: options.reportFile }),
  };
}

async function start(steps: Steps, options: WorldOptions): Promise<OpenWorld> {
  let world: OpenWorld | undefined;
  await steps.run('start', 'Start the emulated AWS', async () => {
    world = await openWorld(options);
    return `${world.binary.tool} ${world.binary.version}, moto ${world.moto.motoVersion} at ${world.emulator.url}`;
  });
  if (!world) throw new Error('a step that ended well has done its work');
  return world;
}
