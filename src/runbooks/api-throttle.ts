// Lets fewer requests, or more, into the API: all together, and each client if asked to.
import { count, type Field, list, optional, record, text } from '../define/fields.ts';
import type { Change, Check, Obstacle } from '../define/runbook.ts';
import type { ApiStage, Throttle, UsagePlan } from '../ports/api-limits.ts';
import type { RunbookPorts } from '../ports/runbook-ports.ts';
import { asking } from './asking.ts';

const stageName = 'v1';

const { runbook, step } = asking({
  rate: {
    kind: 'number',
    about: 'Requests a second of all clients together, and of each with `clients`',
    example: '2000',
    least: 1,
    most: 100_000,
  },
  burst: {
    kind: 'number',
    about: 'Requests that may come at once; half of the rate unless given, as AWS has it for an account',
    example: '1000',
    least: 1,
    most: 50_000,
    optional: true,
  },
  clients: {
    kind: 'flag',
    about: 'Whether each client, by its usage plan, is limited as well',
    example: 'true',
    default: 'false',
  },
  raise: { kind: 'flag', about: 'Whether a limit may become higher than it is', example: 'true', default: 'false' },
  for: {
    kind: 'duration',
    about: 'How long it is meant to last: only told in the report, nothing ends it',
    example: '2h',
    leastSeconds: 60,
    mostSeconds: 30 * 86_400,
    optional: true,
  },
});

interface Wanted {
  readonly rate: number;
  readonly burst?: number | undefined;
}

const rate: Field<number> = {
  read: (value) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined),
  expected: 'a number from 0',
  isOptional: false,
};
const throttle = record<Throttle>({ rate, burst: count });

interface StageBefore {
  readonly api: string;
  readonly apiId: string;
  readonly wanted: Throttle;
  /** Nothing where none was set. */
  readonly earlier?: Throttle | undefined;
}

const throttleStage = step<StageBefore>({
  id: 'throttle-stage',
  title: 'Throttle the stage',
  about: `Sets rate and burst of all methods of the stage \`${stageName}\` (UpdateStage)`,
  timeoutSeconds: 60,
  retries: 3,
  before: { api: text, apiId: text, wanted: throttle, earlier: optional(throttle) },
  plan: async ({ ports, place, inputs }) => {
    const api = place.prefix;
    const stage = await ports.apiLimits.stage(api, stageName);
    if (!stage) return { kind: 'refused', obstacle: stageMissing(api) };
    const wanted = wantedOf(inputs);
    if (isSame(stage.throttle, wanted)) return { kind: 'nothing', why: `the stage is throttled to ${wordsOf(wanted)} already` };
    const change = changeOf(`requests of all clients of ${api}`, stage.throttle, wanted);
    return { kind: 'change', changes: [change], before: { api, apiId: stage.apiId, wanted, earlier: stage.throttle } };
  },
  run: async ({ ports, inputs, now, tell }, { apiId, wanted, earlier }) => {
    await ports.apiLimits.setStage({ apiId, stage: stageName }, wanted);
    if (inputs.for === undefined) return;
    const until = new Date(now().getTime() + inputs.for * 1000).toISOString();
    tell(`It is meant to last until ${until}; nothing ends it by itself. Before, it was ${wordsOf(earlier)}.`);
  },
  verify: async ({ ports }, { api, wanted }) => isThrottled(await ports.apiLimits.stage(api, stageName), wanted),
  compensate: {
    about: 'Sets what was set before; where nothing was, takes the limit away',
    timeoutSeconds: 60,
    run: async ({ ports }, { apiId, earlier }) => ports.apiLimits.setStage({ apiId, stage: stageName }, earlier),
    verify: async ({ ports }, { api, earlier }) => isThrottled(await ports.apiLimits.stage(api, stageName), earlier),
  },
});

interface PlanBefore {
  readonly id: string;
  readonly name: string;
  readonly wanted: Throttle;
  readonly earlier?: Throttle | undefined;
}

interface ClientsBefore {
  readonly api: string;
  readonly plans: readonly PlanBefore[];
}

const throttleClients = step<ClientsBefore>({
  id: 'throttle-clients',
  title: 'Throttle each client',
  about:
    'Sets rate and burst of the usage plans of the stage (UpdateUsagePlan); limits that are lower already stay, unless they may be raised',
  timeoutSeconds: 60,
  retries: 3,
  before: {
    api: text,
    plans: list(record<PlanBefore>({ id: text, name: text, wanted: throttle, earlier: optional(throttle) })),
  },
  plan: async ({ ports, place, inputs }) => {
    if (!inputs.clients) return { kind: 'nothing', why: 'clients are not to be limited one by one' };
    const stage = await ports.apiLimits.stage(place.prefix, stageName);
    if (!stage) return { kind: 'refused', obstacle: stageMissing(place.prefix) };
    const all = await ports.apiLimits.usagePlans(stage);
    const plans = all.flatMap((plan) => planBefore(plan, wantedOf(inputs), inputs.raise));
    if (plans.length === 0) return { kind: 'nothing', why: 'no usage plan allows more' };
    const changes = plans.map(({ name, earlier, wanted }) =>
      changeOf(`requests of each client of the plan ${name}`, earlier, wanted),
    );
    return { kind: 'change', changes, before: { api: place.prefix, plans } };
  },
  run: async ({ ports }, { plans }) => {
    for (const { id, wanted } of plans) await ports.apiLimits.setUsagePlan(id, wanted);
  },
  verify: async (scope, before) => arePlans(await readPlans(scope, before), before, ({ wanted }) => wanted),
  compensate: {
    about: 'Sets what was set before; where nothing was, takes the limit away',
    timeoutSeconds: 60,
    run: async ({ ports }, { plans }) => {
      for (const { id, earlier } of plans) await ports.apiLimits.setUsagePlan(id, earlier);
    },
    verify: async (scope, before) => arePlans(await readPlans(scope, before), before, ({ earlier }) => earlier),
  },
});

export const apiThrottle = runbook({
  id: 'api-throttle',
  title: 'Throttle the API',
  about: 'Sets how many requests a second the API takes, of all clients together and, if asked to, of each one.',
  when: [
    'More comes in than what is behind the API can bear: fewer requests that work are better than many that fail.',
    'The API refuses (429) what it could bear: raise the limits, with `raise`.',
    'Not against an attack from few addresses: waf-block-ip refuses only those.',
    'What is throttled gets 429, and clients try again: they count as errors of clients, whose alarm may ring because of it.',
    'The next deployment of the platform goes back to its own limits.',
  ],
  symptoms: ['api-4xx-rate'],
  risk: 'medium',
  permission: 'maintain',
  calls: {
    reads: ['apigateway:GET'],
    writes: { 'apigateway:PATCH': 'api-stage' },
    // The same call, of another kind of resource.
    implied: { 'apigateway:PATCH': 'usage-plan' },
  },
  target: () => 'api',
  check: async ({ ports, place, inputs }) => {
    const stage = await ports.apiLimits.stage(place.prefix, stageName);
    if (!stage) return [stageMissing(place.prefix)];
    const plans = inputs.clients ? await ports.apiLimits.usagePlans(stage) : [];
    const withoutPlan = inputs.clients && plans.length === 0;
    return [
      ...(inputs.raise ? [] : obstaclesOfRaise(stage, wantedOf(inputs))),
      ...(withoutPlan ? [{ what: `${place.prefix} has no usage plan.`, next: 'Leave `clients` out.' }] : []),
    ];
  },
  steps: [throttleStage, throttleClients],
  // What it refuses rings the alarm of refusals: it must not undo itself because it works.
  settleSeconds: 0,
});

function wantedOf({ rate: perSecond, burst }: Wanted): Throttle {
  return { rate: perSecond, burst: burst ?? Math.ceil(perSecond / 2) };
}

/** Nothing where the plan stays as it is. */
function planBefore({ id, name, throttle: earlier }: UsagePlan, wanted: Throttle, mayRaise: boolean): readonly PlanBefore[] {
  const lowered = earlier && { rate: Math.min(earlier.rate, wanted.rate), burst: Math.min(earlier.burst, wanted.burst) };
  const next = mayRaise || !lowered ? wanted : lowered;
  return isSame(earlier, next) ? [] : [{ id, name, wanted: next, earlier }];
}

/** Without a limit of its own, the account's counts, which nobody can exceed here. */
function obstaclesOfRaise({ throttle: now }: ApiStage, wanted: Throttle): readonly Obstacle[] {
  if (!now || (wanted.rate <= now.rate && wanted.burst <= now.burst)) return [];
  const what = `It would raise the limit from ${wordsOf(now)} to ${wordsOf(wanted)}.`;
  return [{ what, next: 'Say raise=true if what is behind the API can bear it, or ask for less.' }];
}

function stageMissing(api: string): Obstacle {
  return {
    what: `There is no API ${api} with a stage ${stageName}.`,
    next: 'Check the environment and the region: previews that share a platform have no API of their own.',
  };
}

async function readPlans({ ports }: { readonly ports: RunbookPorts }, { api }: ClientsBefore): Promise<readonly UsagePlan[]> {
  const stage = await ports.apiLimits.stage(api, stageName);
  return stage ? ports.apiLimits.usagePlans(stage) : [];
}

function arePlans(
  found: readonly UsagePlan[],
  { plans }: ClientsBefore,
  goalOf: (plan: PlanBefore) => Throttle | undefined,
): Check {
  const others = plans.filter((plan) => !isSame(found.find(({ id }) => id === plan.id)?.throttle, goalOf(plan)));
  if (others.length === 0) return { kind: 'yes', words: `${plans.length} usage plans are as they should be` };
  return { kind: 'not-yet', words: `not yet as they should be: ${others.map(({ name }) => name).join(', ')}` };
}

function isThrottled(stage: ApiStage | undefined, wanted: Throttle | undefined): Check {
  if (!stage) return { kind: 'never', words: 'the stage is gone' };
  return {
    kind: isSame(stage.throttle, wanted) ? 'yes' : 'not-yet',
    words: `the stage is throttled to ${wordsOf(stage.throttle)}`,
  };
}

function isSame(one: Throttle | undefined, other: Throttle | undefined): boolean {
  return one?.rate === other?.rate && one?.burst === other?.burst;
}

function changeOf(what: string, from: Throttle | undefined, to: Throttle): Change {
  return { what, from: wordsOf(from), to: wordsOf(to) };
}

function wordsOf(limits: Throttle | undefined): string {
  return limits ? `${limits.rate} a second, ${limits.burst} at once` : 'no limit but the account’s';
}
