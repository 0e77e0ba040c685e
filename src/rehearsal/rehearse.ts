// Plays one scenario in a world of its own and tells how it went.
import { parseSettings } from '../stacks/settings.ts';
import { type Display, openDisplay } from './progress/display.ts';
import type { RehearsalEvent } from './progress/state.ts';
import { openSteps, type Steps } from './steps.ts';
import type { RehearsalSummary } from './summary.ts';
import { type OpenWorld, openWorld, type World, type WorldOptions } from './world.ts';

export interface RehearsalOptions {
  readonly profile: string;
  readonly region: string;
  readonly port?: number;
  readonly json: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
  /** For what is worth keeping of a failed rehearsal. */
  readonly logFolder: string;
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
  const { profile, region, port, keepUp, env, signal, logFolder } = options;
  const settings = parseSettings({ profile, region });
  const startedAtMs = Date.now();
  const steps = openSteps((event: RehearsalEvent) => display.show(event), Date.now);
  // It brings cdktf along, which takes as long to load as the emulator to start: so both at once.
  const loading = import('./scenarios/platform.ts');
  const world = await start(steps, {
    region,
    env,
    signal,
    logFolder,
    onProgress: display.say,
    ...(port !== undefined && { port }),
  });
  try {
    const stay = async (up: World): Promise<void> => {
      display.end();
      await keepUp?.(up);
    };
    const { rehearsePlatform } = await loading;
    await rehearsePlatform({ world, steps, settings, ...(keepUp && { keepUp: stay }) });
    await world.close();
  } catch (error) {
    throw await world.close(error);
  }
  return {
    scenario: 'platform',
    profile,
    seconds: (Date.now() - startedAtMs) / 1000,
    steps: steps.results(),
    terraform: `${world.binary.tool} ${world.binary.version}`,
    providers: world.providers.kind === 'mirror' ? 'a mirror on this machine' : 'their registry',
    emulator: `moto ${world.moto.motoVersion} with its gaps filled (src/rehearsal/emulator/gaps/README.md)`,
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
