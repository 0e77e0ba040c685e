// Looks at the experiment, the alarms and what people ask for, all at once; what does not answer is counted.
import { isFailure } from '../../../define/failure.ts';
import type { Alarm, AlarmTransition } from '../../../ports/alarms.ts';
import type { Experiment } from '../../../ports/experiments.ts';
import { type AbortRequest, gatherAbortRequest } from '../abort-request.ts';
import type { GameDay } from '../game-day.ts';
import { type GameDayWorld, msOf, wordsOf } from '../world.ts';

/** What is carried from one poll to the next. */
export interface Poll {
  readonly number: number;
  readonly experiment: Experiment;
  readonly alarms: readonly Alarm[] | undefined;
  readonly transitions: readonly AlarmTransition[];
  readonly abortRequest: AbortRequest | undefined;
  readonly unanswered: { readonly experiment: number; readonly alarms: number };
  /** An FIS that throttles is left alone until this poll; alarms never are. */
  readonly nextExperimentPoll: number;
  readonly haveCredentialsExpired: boolean;
}

export function firstPoll(experiment: Experiment): Poll {
  return {
    number: 0,
    experiment,
    alarms: undefined,
    transitions: [],
    abortRequest: undefined,
    unanswered: { experiment: 0, alarms: 0 },
    nextExperimentPoll: 0,
    haveCredentialsExpired: false,
  };
}

type Answer<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'none'; readonly hasExpired: boolean };

export async function gatherPoll(
  world: GameDayWorld,
  { id, environment }: Pick<GameDay, 'id' | 'environment'>,
  watched: readonly string[],
  before: Poll,
): Promise<Poll> {
  const number = before.number + 1;
  const isAsked = number >= before.nextExperimentPoll;
  const [experiment, alarms, request] = await Promise.all([
    isAsked ? ask(world, 'ask FIS', () => world.experiments.get(before.experiment.id)) : undefined,
    ask(world, 'ask CloudWatch', () => world.alarms.read(watched)),
    ask(world, 'look for a request to end it', () => gatherAbortRequest(world.documents, { id, environment })),
  ]);
  const found = experiment?.kind === 'answer' ? experiment.value : undefined;
  const isUnanswered = isAsked && found === undefined;
  const unansweredExperiment = isUnanswered ? before.unanswered.experiment + 1 : isAsked ? 0 : before.unanswered.experiment;
  const read = alarms.kind === 'answer' ? alarms.value : undefined;
  return {
    number,
    experiment: found ?? before.experiment,
    alarms: read,
    transitions: await gatherFlapping(world, before.experiment, read),
    abortRequest: request.kind === 'answer' ? request.value : undefined,
    unanswered: { experiment: unansweredExperiment, alarms: read ? 0 : before.unanswered.alarms + 1 },
    // 1, 2, 4, 4, ... polls later.
    nextExperimentPoll: isUnanswered ? number + Math.min(4, 2 ** (unansweredExperiment - 1)) : before.nextExperimentPoll,
    haveCredentialsExpired: [experiment, alarms, request].some((answer) => answer?.kind === 'none' && answer.hasExpired),
  };
}

/** An alarm that moved since the start and does not ring may have rung between two polls: its history tells. */
async function gatherFlapping(
  world: GameDayWorld,
  { createdAt }: Experiment,
  alarms: readonly Alarm[] = [],
): Promise<readonly AlarmTransition[]> {
  if (alarms.some(({ state }) => state === 'ALARM')) return [];
  const moved = alarms.filter(({ transitionedAt }) => msOf(transitionedAt) > msOf(createdAt)).map(({ name }) => name);
  if (moved.length === 0) return [];
  const history = await ask(world, 'read the history of alarms', () => world.alarms.transitions(moved, new Date(createdAt)));
  return history.kind === 'answer' ? history.value : [];
}

async function ask<T>({ progress }: GameDayWorld, what: string, body: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { kind: 'answer', value: await body() };
  } catch (error) {
    progress.warning(`Could not ${what}: ${wordsOf(error)}`);
    return { kind: 'none', hasExpired: isExpiry(error) };
  }
}

export function isExpiry(error: unknown): boolean {
  return isFailure(error) && error.code === 'aws/credentials-expired';
}
