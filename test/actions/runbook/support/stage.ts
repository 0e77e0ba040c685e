// The world of the engine in memory: a bucket, alarms, a shop, runs that are alive, and what people were told.
import type { RunbookJournal } from '../../../../src/actions/runbook/engine/journal.ts';
import { journalKey } from '../../../../src/actions/runbook/engine/keys.ts';
import { parseRequest, type ResumeRequest, type RunbookRequest } from '../../../../src/actions/runbook/engine/request.ts';
import type { RunbookWorld } from '../../../../src/actions/runbook/engine/world.ts';
import { catalogue } from '../../../../src/kpis/index.ts';
import type { StoredDocument } from '../../../../src/ports/documents.ts';
import type { Runbook } from '../../../../src/runbooks/asking.ts';
import { memoryDocuments } from '../../../support/documents.ts';
import { memoryAlarms } from '../../../support/fake-alarms.ts';
import { memoryPager } from '../../../support/fake-pager.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { openShop, portsOf, stockUp } from './shop.ts';

export const run = (runId: number, job = 'runbook') => ({
  runId,
  attempt: 1,
  job,
  url: `https://github.com/acme/shop/actions/runs/${runId}`,
});

/** One that rings for users, one that stocking up is the answer to, one that tells of neither, and one of a neighbour. */
const alarmNames = [
  'assess-staging-app-errors',
  'assess-staging-app-cpu',
  'assess-staging-cache-1-cpu',
  'assess-staging2-app-cpu',
];

export interface StageOptions {
  readonly runbook?: Runbook;
  readonly pollSeconds?: number;
}

export function openStage({ runbook = stockUp, pollSeconds = 5 }: StageOptions = {}) {
  const clock = manualClock();
  const shop = openShop(clock);
  const bucket = new Map<string, StoredDocument>();
  const documents = memoryDocuments(bucket);
  const alarms = memoryAlarms(
    clock,
    alarmNames.map((name) => ({ name })),
  );
  const pager = memoryPager();
  const activeRuns = new Set([1]);
  const log: string[] = [];
  const info = (line: string): void => void log.push(line);
  const told: RunbookJournal[] = [];
  const world = (changes: Partial<RunbookWorld> = {}): RunbookWorld => ({
    runbooks: [runbook],
    catalogue,
    documents,
    workflowRuns: {
      isActive: async ({ runId }) => activeRuns.has(runId),
      latestOfBranch: async () => [],
      activeOfBranch: async () => [],
      cancel: async () => false,
    },
    alarms,
    pager,
    taggedResources: { find: async () => [{ arn: 'arn:aws:sns:eu-west-2:123456789012:assess-staging-alerts', tags: {} }] },
    clock,
    progress: { info, warning: (text) => info(`warning: ${text}`), group: (_title, body) => body() },
    run: run(1),
    settings: { names: { prefix: 'assess' }, region: 'eu-west-2', bucket: 'state', pollSeconds, retrySeconds: 5 },
    openPorts: () => portsOf(shop),
    tell: (journal) => void told.push(journal),
    ...changes,
  });
  const journal = (target = 'corner-shop'): RunbookJournal | undefined =>
    bucket.get(journalKey('staging', target))?.value as RunbookJournal | undefined;
  return { clock, shop, bucket, documents, alarms, pager, activeRuns, log, told, world, journal, runbook };
}

export type Stage = ReturnType<typeof openStage>;

export function requestOf({ clock, runbook }: Stage, changes: Partial<RunbookRequest> = {}): RunbookRequest {
  const asked = {
    environment: 'staging',
    inputs: { bread: '6' },
    by: 'octocat',
    reason: 'hungry',
    door: 'comment',
    approvedRisk: 'medium',
  } as const;
  const parsed = parseRequest([runbook], { runbook: runbook.id, ...asked }, clock.now());
  if (parsed.kind === 'bad') throw new Error(parsed.problems.join('; '));
  return { ...parsed.request, ...changes };
}

export function resumeOf(changes: Partial<ResumeRequest> = {}): ResumeRequest {
  const asking = { environment: 'staging', by: 'hubot', reason: 'it died', door: 'comment', approvedRisk: 'medium' } as const;
  return { ...asking, target: 'corner-shop', way: 'continue', ...changes };
}
