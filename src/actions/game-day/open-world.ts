// Puts together what the engine is given, from the action's inputs and the ports of the job.
import type { GameDayConfig } from './config.ts';
import type { GameDayInputs } from './request.ts';
import { defaultPatience, type GameDaySettings, type GameDayWorld } from './world.ts';

type Ports = Omit<GameDayWorld, 'settings' | 'run'>;

interface JobFacts {
  readonly config: GameDayConfig;
  readonly runUrl: string;
  readonly run: GameDayWorld['run'];
  /** How much faster than on a wall clock time runs. */
  readonly timeRate: number;
  /** AWS_CREDENTIAL_EXPIRATION, where somebody set it. */
  readonly credentialExpiration: string | undefined;
  readonly isHurried: boolean;
}

export function worldOf(ports: Ports, inputs: GameDayInputs, { run, ...facts }: JobFacts): GameDayWorld {
  return { ...ports, settings: settingsOf(inputs, facts), run };
}

function settingsOf(
  inputs: GameDayInputs,
  { config, runUrl, timeRate, credentialExpiration, isHurried }: Omit<JobFacts, 'run'>,
): GameDaySettings {
  const { 'runner-zone': runnerZone, 'poll-seconds': pollSeconds } = inputs;
  const expiry = expiryOf(credentialExpiration, timeRate);
  return {
    ...defaultPatience,
    isHurried,
    pollSeconds,
    environment: inputs.environment,
    region: inputs.region,
    bucket: inputs['state-bucket'],
    runUrl,
    config,
    timeRate,
    ...(runnerZone !== undefined && { runnerZone }),
    ...(expiry && { credentialsExpireAt: expiry }),
  };
}

/** Credentials live by the wall clock, which a rehearsal does not go by. */
function expiryOf(text: string | undefined, timeRate: number): Date | undefined {
  const instant = Date.parse(text ?? '');
  return Number.isNaN(instant) || timeRate !== 1 ? undefined : new Date(instant);
}
