// An environment in memory whose alarms ring: what handling them is given, and what it leaves in the bucket and on GitHub.
import { defaultRunbooksConfig, type RunbooksConfig } from '../../../../../src/actions/runbook/config.ts';
import { handleAlarms } from '../../../../../src/actions/runbook/incident/handle-alarms.ts';
import { type Incident, parseIncident } from '../../../../../src/actions/runbook/incident/incident.ts';
import { incidentKey } from '../../../../../src/actions/runbook/incident/keys.ts';
import type { AutomaticAsk, IncidentWorld } from '../../../../../src/actions/runbook/incident/world.ts';
import { catalogue } from '../../../../../src/kpis/index.ts';
import type { StoredDocument } from '../../../../../src/ports/documents.ts';
import type { IssueThreads } from '../../../../../src/ports/issues.ts';
import type { BranchRun } from '../../../../../src/ports/workflow-runs.ts';
import type { Runbook } from '../../../../../src/runbooks/asking.ts';
import { memoryDocuments } from '../../../../support/documents.ts';
import { alarmArn, memoryAlarms } from '../../../../support/fake-alarms.ts';
import { manualClock } from '../../../../support/manual-clock.ts';
import { resources } from '../../../game-day/support/stage.ts';
import { traffic } from '../../../game-day/support/traffic.ts';
import { memoryIssues } from './memory-issues.ts';
import { runbookOf } from './runbooks.ts';

export const errors = 'assess-staging-app-errors';
export const latency = 'assess-staging-app-latency';
export const cpu = 'assess-staging-app-cpu';
/** Sums up errors and latency. */
export const trouble = 'assess-staging-app-trouble';

export interface SceneSetup {
  readonly alarms?: readonly string[];
  readonly config?: Partial<RunbooksConfig>;
  readonly runbooks?: readonly Runbook[];
  readonly issues?: IssueThreads;
  readonly merges?: readonly BranchRun[];
}

export const defaultRunbooks: readonly Runbook[] = [
  runbookOf('ecs-rollback', { symptoms: ['errors', 'latency'] }),
  runbookOf('ecs-scale', {
    symptoms: ['cpu'],
    risk: 'low',
    inputs: { desired: { kind: 'number', least: 1, most: 500, about: 'Tasks', example: '12' } },
  }),
  runbookOf('collect-diagnostics', { symptoms: ['errors', 'cpu'], risk: 'none' }),
  runbookOf('aurora-failover', { symptoms: ['database-cpu'], risk: 'high' }),
];

export function openScene({
  alarms: names = [errors, latency, cpu],
  config,
  runbooks = defaultRunbooks,
  ...setup
}: SceneSetup = {}) {
  const clock = manualClock('2026-01-31T12:00:00.000Z');
  const alarms = memoryAlarms(
    clock,
    names.map((name) => ({ name })),
  );
  const bucket = new Map<string, StoredDocument>();
  const documents = memoryDocuments(bucket);
  const memory = memoryIssues(clock);
  const metrics = traffic(clock);
  const log: string[] = [];
  const planned: string[] = [];
  const runs: AutomaticAsk[] = [];
  const activeRuns = new Set<number>([1]);
  const engine: { -readonly [Name in keyof IncidentWorld['engine']]: IncidentWorld['engine'][Name] } = {
    plan: async ({ runbook }) => {
      planned.push(runbook.id);
      return `| What | from | to |\n|---|---|---|\n| tasks of ${runbook.id} | 4 | 6 |`;
    },
    run: async (ask) => {
      runs.push(ask);
      return { status: 'done', words: 'desired tasks of assess-staging-app: 4 -> 6' };
    },
  };
  const world = (changes: Partial<IncidentWorld> = {}): IncidentWorld => ({
    ...{ clock, documents, alarms, metrics, catalogue, runbooks, engine },
    issues: setup.issues ?? memory.port,
    progress: {
      info: (line) => void log.push(line),
      warning: (text) => void log.push(`warning: ${text}`),
      group: (_title, body) => body(),
    },
    workflowRuns: {
      isActive: async ({ runId }) => activeRuns.has(runId),
      latestOfBranch: async () => setup.merges ?? [],
      activeOfBranch: async () => [],
      cancel: async () => false,
    },
    taggedResources: { find: async () => resources },
    settings: {
      environment: 'staging',
      names: { prefix: 'assess' },
      region: 'eu-west-2',
      runUrl: 'https://github.com/o/r/actions/runs/1',
      pollSeconds: 5,
      config: { ...defaultRunbooksConfig, ...config },
    },
    run: { runId: 1, attempt: 1, job: 'alarms' },
    ...changes,
  });
  return {
    ...{ clock, alarms, bucket, documents, metrics, log, planned, runs, activeRuns, engine, world },
    issues: memory.issues,
    comments: memory.comments,
    memory,
    /** As a run would; the payload is empty, because it is only a hint. */
    handle: (payload = '', changes: Partial<IncidentWorld> = {}) => handleAlarms(world(changes), { alarms: payload }),
    incident: (alarm: string): Incident => {
      const parsed = parseIncident(bucket.get(incidentKey('staging', alarm))?.value);
      if (parsed.kind === 'corrupt') throw new Error(`${alarm}: ${parsed.problems.join('; ')}`);
      return parsed.value;
    },
  };
}

export type Scene = ReturnType<typeof openScene>;

/** As the dispatch brings it. */
export function payloadOf(...names: readonly string[]): string {
  return JSON.stringify(names.map((name) => ({ name, arn: alarmArn(name), state: 'ALARM', at: '2026-01-31T12:00:00.000Z' })));
}
