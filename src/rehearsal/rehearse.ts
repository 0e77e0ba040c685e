// Plays one scenario in a world of its own and tells how it went.
import { parseSettings } from '../stacks/settings.ts';
import { openDisplay } from './progress/display.ts';
import type { RehearsalEvent } from './progress/state.ts';
import { rehearsePlatform } from './scenarios/platform.ts';
import { openSteps } from './steps.ts';
import type { RehearsalSummary } from './summary.ts';
import { type World, withWorld } from './world.ts';

export interface RehearsalOptions {
  readonly profile: string;
  readonly region: string;
  readonly port?: number;
  readonly json: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
  /** Given, everything stays up until this resolves. */
  readonly keepUp?: (world: World) => Promise<void>;
}

export async function rehearse(options: RehearsalOptions): Promise<RehearsalSummary> {
  const { profile, region, port, json, env, output, signal, keepUp } = options;
  const settings = parseSettings({ profile, region });
  const display = openDisplay({ output, json });
  const steps = openSteps((event: RehearsalEvent) => display.show(event), Date.now);
  const startedAtMs = Date.now();
  const onProgress = (line: string): void => display.show({ kind: 'note', step: 'start', text: line, atMs: Date.now() });
  try {
    return await withWorld({ region, env, signal, onProgress, ...(port !== undefined && { port }) }, async (world) => {
      const stay = async (up: World): Promise<void> => {
        display.end();
        await keepUp?.(up);
      };
      await rehearsePlatform({ world, steps, settings, ...(keepUp && { keepUp: stay }) });
      return {
        scenario: 'platform',
        profile,
        seconds: (Date.now() - startedAtMs) / 1000,
        steps: steps.results(),
        terraform: `${world.binary.tool} ${world.binary.version}`,
        providers: world.providers.kind === 'mirror' ? 'a mirror on this machine' : 'their registry',
        emulator: `moto ${world.moto.motoVersion} with its gaps filled (src/rehearsal/emulator/gaps/README.md)`,
      };
    });
  } finally {
    display.end();
  }
}
