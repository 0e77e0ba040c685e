// Plays a runbook by the engine's own logic over the ports that a test gives: plans it, runs it, and undoes it.
import type { RunbookJournal } from '../../../src/actions/runbook/engine/journal.ts';
import { journalKey } from '../../../src/actions/runbook/engine/keys.ts';
import { planRunbook, type RunbookPlan } from '../../../src/actions/runbook/engine/plan.ts';
import { type AskedRun, parseRequest, type RunbookRequest } from '../../../src/actions/runbook/engine/request.ts';
import { type RunbookResult, runRunbook } from '../../../src/actions/runbook/engine/run.ts';
import type { RunbookWorld } from '../../../src/actions/runbook/engine/world.ts';
import type { Call } from '../../../src/define/runbook.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Documents, StoredDocument } from '../../../src/ports/documents.ts';
import type { CallGuard, RunbookPorts } from '../../../src/ports/runbook-ports.ts';
import { asking, type Runbook } from '../../../src/runbooks/asking.ts';
import { memoryDocuments } from '../../support/documents.ts';
import { type MemoryAlarms, memoryAlarms } from '../../support/fake-alarms.ts';
import { type MemoryPager, memoryPager } from '../../support/fake-pager.ts';

export type Inputs = Readonly<Record<string, string>>;

/** What a test of a runbook gives. */
export interface RunbookStage {
  readonly clock: Clock;
  /** Those that the runbook uses: fakes, or real adapters that tell the guard of every call. */
  readonly ports: Partial<RunbookPorts> | ((guard: CallGuard) => Partial<RunbookPorts>);
  /** `staging` when left out. */
  readonly environment?: string;
  /** `eu-west-2` when left out. */
  readonly region?: string;
  /** Alarms of the environment that the engine watches; without any, nothing is watched. */
  readonly alarms?: MemoryAlarms;
  /** How often the engine looks; 5 when left out. */
  readonly pollSeconds?: number;
  readonly signal?: AbortSignal;
  /** What lies in the state bucket. */
  readonly bucket?: Map<string, StoredDocument>;
}

export interface Played {
  readonly result: RunbookResult;
  /** Nothing where it was not begun. */
  readonly journal: RunbookJournal | undefined;
  /** Of the adapters, while it was checked, planned, run and undone; empty with fakes. */
  readonly calls: readonly Call[];
  readonly log: readonly string[];
  readonly pager: MemoryPager;
}

/** @throws Error that names every bad input */
export function requestOf(runbook: Runbook, { clock, environment = 'staging' }: RunbookStage, inputs: Inputs): RunbookRequest {
  const asked: AskedRun = {
    runbook: runbook.id,
    environment,
    inputs,
    by: 'octocat',
    reason: 'a test',
    door: 'comment',
    approvedRisk: 'high',
  };
  const parsed = parseRequest([runbook], asked, clock.now());
  if (parsed.kind === 'bad') throw new Error(`The test gives bad inputs: ${parsed.problems.join('; ')}`);
  return parsed.request;
}

/** What it says that it would do. */
export async function planOf(runbook: Runbook, stage: RunbookStage, inputs: Inputs = {}): Promise<RunbookPlan> {
  return planRunbook(openWorld(runbook, stage).world, requestOf(runbook, stage, inputs));
}

/** Runs it to its end, whatever that is. */
export async function play(runbook: Runbook, stage: RunbookStage, inputs: Inputs = {}): Promise<Played> {
  const { world, calls, log, pager } = openWorld(runbook, stage);
  const result = await runRunbook(world, requestOf(runbook, stage, inputs));
  return { result, journal: 'journal' in result ? result.journal : undefined, calls: [...calls], log, pager };
}

/**
 * Runs it, and lets a step behind all of its own fail: everything has to be undone.
 *
 * @param after id of the step behind which it fails; behind the last one when left out
 */
export function playAndUndo(runbook: Runbook, stage: RunbookStage, inputs: Inputs = {}, after?: string): Promise<Played> {
  return play(withPlantedFailure(runbook, after), stage, inputs);
}

/** Fails when it is run; there is nothing to undo about it. */
export function withPlantedFailure(runbook: Runbook, after?: string): Runbook {
  const planted = asking({}).step<{ readonly planted: string }>({
    id: 'planted-failure',
    title: 'Fail, because a test says so',
    about: 'Fails.',
    timeoutSeconds: 1,
    retries: 0,
    before: {
      planted: { expected: 'a text', isOptional: false, read: (value) => (typeof value === 'string' ? value : undefined) },
    },
    plan: async () => ({ kind: 'change', changes: [], before: { planted: 'yes' } }),
    run: () => Promise.reject(new Error('the planted failure')),
    verify: async () => ({ kind: 'never', words: 'the planted failure' }),
    compensate: {
      about: 'Nothing.',
      timeoutSeconds: 1,
      run: async () => undefined,
      verify: async () => ({ kind: 'yes', words: 'nothing was' }),
    },
  });
  const ids = runbook.steps.map(({ id }) => id);
  const at = after === undefined ? ids.length : ids.indexOf(after) + 1;
  if (at === 0) throw new Error(`The test speaks of a step that is not there: ${after}`);
  return { ...runbook, steps: [...runbook.steps.slice(0, at), planted, ...runbook.steps.slice(at)] };
}

/** The documents that the engine writes are in `stage.bucket`, where there is one. */
export function openWorld(runbook: Runbook, stage: RunbookStage) {
  const { clock, region = 'eu-west-2', pollSeconds = 5 } = stage;
  const log: string[] = [];
  const calls = new Set<Call>();
  const pager = memoryPager();
  const documents: Documents = memoryDocuments(stage.bucket);
  const info = (line: string): void => void log.push(line);
  const world: RunbookWorld = {
    runbooks: [runbook],
    catalogue,
    documents,
    workflowRuns: {
      isActive: async ({ runId }) => runId === 1,
      latestOfBranch: async () => [],
      activeOfBranch: async () => [],
      cancel: async () => false,
    },
    alarms: stage.alarms ?? memoryAlarms(clock, []),
    pager,
    taggedResources: { find: async () => [{ arn: 'arn:aws:sns:eu-west-2:123456789012:assess-staging-alerts', tags: {} }] },
    clock,
    progress: { info, warning: (text) => info(`warning: ${text}`), group: (_title, body) => body() },
    run: { runId: 1, attempt: 1, job: 'runbook', url: 'https://github.com/acme/shop/actions/runs/1' },
    settings: { names: { prefix: 'assess' }, region, bucket: 'state', pollSeconds, retrySeconds: 5 },
    ...(stage.signal && { signal: stage.signal }),
    openPorts: (guard) => {
      const recording: CallGuard = (call) => {
        guard(call);
        calls.add(call);
      };
      return given(typeof stage.ports === 'function' ? stage.ports(recording) : stage.ports);
    },
    tell: () => undefined,
  };
  return { world, calls, log, pager, documents };
}

/** A runbook that uses a port that its test does not give is told so by name. */
function given(ports: Partial<RunbookPorts>): RunbookPorts {
  return new Proxy(ports, {
    get: (target, name) => {
      const port = target[name as keyof RunbookPorts];
      if (port === undefined && typeof name === 'string')
        throw new Error(`The runbook uses ports.${name}, which the test does not give.`);
      return port;
    },
  }) as RunbookPorts;
}

/** Calls that it declares and was never seen to make, and those that it made and does not declare. */
export function declaredAgainst(
  runbook: Runbook,
  made: Iterable<Call>,
): { readonly unused: readonly Call[]; readonly undeclared: readonly Call[] } {
  const seen = new Set(made);
  const declared = [...runbook.calls.reads, ...(Object.keys(runbook.calls.writes) as Call[])];
  return { unused: declared.filter((call) => !seen.has(call)), undeclared: [...seen].filter((call) => !declared.includes(call)) };
}

/** The journal as it lies in the bucket. */
export function journalIn(bucket: ReadonlyMap<string, StoredDocument>, target: string, environment = 'staging'): RunbookJournal {
  return bucket.get(journalKey(environment, target))?.value as RunbookJournal;
}
