// Looks at the experiment, the alarms and what people ask for, all at once; what does not answer is counted, and holds up no alarm.
import { drillTag } from '../../../define/drill.ts';
import type { Alarm, AlarmTransition } from '../../../ports/alarms.ts';
import type { Experiment } from '../../../ports/experiments.ts';
import { type AbortRequest, gatherAbortRequest } from '../abort-request.ts';
import type { GameDay } from '../game-day.ts';
import { type GameDayWorld, msOf } from '../world.ts';
import { ask, askAside, type Question, valueIn, waitFor } from './question.ts';

/** What is carried from one poll to the next. */
export interface Poll {
  readonly number: number;
  readonly experiment: Experiment;
  readonly alarms: readonly Alarm[] | undefined;
  readonly transitions: readonly AlarmTransition[];
  readonly abortRequest: AbortRequest | undefined;
  /** When its template was changed last; nothing until that was asked. */
  readonly templateUpdatedAt: string | undefined;
  readonly unanswered: { readonly experiment: number; readonly alarms: number };
  /** An FIS that throttles is left alone until this poll; alarms never are. */
  readonly nextExperimentPoll: number;
  readonly haveCredentialsExpired: boolean;
  /** Not answered yet, and so not to be asked again. */
  readonly open: Questions;
}

/** What alarms do not wait for. */
interface Questions {
  readonly experiment: Question<Experiment | undefined> | undefined;
  readonly abortRequest: Question<AbortRequest | undefined> | undefined;
  readonly template: Question<string | undefined> | undefined;
}

export function firstPoll(experiment: Experiment): Poll {
  return {
    number: 0,
    experiment,
    alarms: undefined,
    transitions: [],
    abortRequest: undefined,
    templateUpdatedAt: undefined,
    unanswered: { experiment: 0, alarms: 0 },
    nextExperimentPoll: 0,
    haveCredentialsExpired: false,
    open: { experiment: undefined, abortRequest: undefined, template: undefined },
  };
}

export interface Polling {
  readonly gameDay: Pick<GameDay, 'id' | 'environment' | 'drill'>;
  readonly watched: readonly string[];
  /** When the next poll is due: what is not answered by then is that one's. */
  readonly endMs: number;
}

export async function gatherPoll(world: GameDayWorld, { gameDay, watched, endMs }: Polling, before: Poll): Promise<Poll> {
  const number = before.number + 1;
  const questions = askQuestions(world, gameDay, { ...before, number });
  const alarms = await ask(world, 'ask CloudWatch', () => world.alarms.read(watched));
  const read = valueIn(alarms);
  const isRinging = read?.some(({ state }) => state === 'ALARM') ?? false;
  await waitFor(
    world,
    Object.values(questions).filter((question) => question !== undefined),
    isRinging ? 0 : endMs - world.clock.now().getTime(),
  );
  const experiment = questions.experiment?.answer();
  const abortRequest = questions.abortRequest?.answer();
  const found = valueIn(experiment);
  return {
    number,
    experiment: found ?? before.experiment,
    alarms: read,
    transitions: await gatherFlapping(world, before.experiment, read),
    abortRequest: valueIn(abortRequest) ?? before.abortRequest,
    templateUpdatedAt: valueIn(questions.template?.answer()) ?? before.templateUpdatedAt,
    ...countUnanswered({ ...before, number }, { experiment: experiment && found !== undefined, alarms: read !== undefined }),
    haveCredentialsExpired: [experiment, alarms, abortRequest].some((answer) => answer?.kind === 'none' && answer.hasExpired),
    open: {
      experiment: stillOpen(questions.experiment),
      abortRequest: stillOpen(questions.abortRequest),
      template: stillOpen(questions.template),
    },
  };
}

/** A change of it does no harm to what runs; it must only not go unnoticed. */
const templateEvery = 6;

function askQuestions(
  world: GameDayWorld,
  { id, environment, drill }: Polling['gameDay'],
  { number, experiment, nextExperimentPoll, open }: Poll,
): Questions {
  const { experiments, documents } = world;
  const isDue = number >= nextExperimentPoll;
  const isTemplateDue = number % templateEvery === 0;
  return {
    experiment: open.experiment ?? (isDue ? askAside(world, 'ask FIS', () => experiments.get(experiment.id)) : undefined),
    abortRequest:
      open.abortRequest ??
      askAside(world, 'look for a request to end it', () => gatherAbortRequest(documents, { id, environment })),
    template:
      open.template ??
      (isTemplateDue
        ? askAside(world, 'look at the experiment template', async () => {
            const found = await experiments.templates({ Environment: environment, [drillTag]: drill });
            return found.find((template) => template.id === experiment.templateId)?.lastUpdatedAt;
          })
        : undefined),
  };
}

function stillOpen<T>(question: Question<T> | undefined): Question<T> | undefined {
  return question?.answer() ? undefined : question;
}

/** @param isAnswered of FIS, nothing where it was not asked, or has not said anything yet */
function countUnanswered(
  { number, unanswered, nextExperimentPoll }: Poll,
  isAnswered: { readonly experiment: boolean | undefined; readonly alarms: boolean },
): Pick<Poll, 'unanswered' | 'nextExperimentPoll'> {
  const alarms = isAnswered.alarms ? 0 : unanswered.alarms + 1;
  if (isAnswered.experiment === undefined) return { unanswered: { ...unanswered, alarms }, nextExperimentPoll };
  if (isAnswered.experiment) return { unanswered: { experiment: 0, alarms }, nextExperimentPoll };
  const experiment = unanswered.experiment + 1;
  // 1, 2, 4, 4, ... polls later.
  return { unanswered: { experiment, alarms }, nextExperimentPoll: number + Math.min(4, 2 ** (experiment - 1)) };
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
  return valueIn(history) ?? [];
}
