// Collects what is known of an environment in trouble into a bundle of files, and changes nothing.
import { type Fields, instant } from '../define/fields.ts';
import { asking, type Runbook } from './asking.ts';
import { type EvidenceScope, fileOf, gatherBundle, renderSummary } from './shared/bundle.ts';
import { evidenceSources } from './shared/evidence-sources.ts';

const { runbook, step } = asking({
  since: {
    kind: 'duration',
    leastSeconds: 300,
    mostSeconds: 86_400,
    about: 'how far back to look',
    example: '90m',
    default: '1h',
  },
});

/** The window is the plan's: a run that goes on after a crash collects the same. */
interface Window {
  readonly since: string;
  readonly until: string;
}

const window: Fields<Window> = { since: instant, until: instant };

export const collectDiagnostics: Runbook = runbook({
  id: 'collect-diagnostics',
  title: 'Collect diagnostics',
  about:
    'Gathers alarms, service, tasks, targets, database, cache, logs, experiments and changes into files, redacted, with a summary of what stands out. What may not be read is told in its file; the rest stands.',
  when: [
    'Something is wrong and nobody knows what: before anything is changed, and before ECS forgets its stopped tasks, which takes an hour.',
    'An incident is over and is to be understood.',
  ],
  symptoms: ['cache-misses', 'delivery-freshness', 'delivery-throttled'],
  risk: 'none',
  permission: 'write',
  calls: {
    reads: [
      'arc-zonal-shift:ListZonalShifts',
      'cloudtrail:LookupEvents',
      'cloudwatch:DescribeAlarmHistory',
      'cloudwatch:DescribeAlarms',
      'ecs:DescribeServices',
      'ecs:DescribeTasks',
      'ecs:ListTasks',
      'elasticache:DescribeEvents',
      'elasticache:DescribeReplicationGroups',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
      'fis:GetExperiment',
      'fis:GetSafetyLever',
      'fis:ListExperiments',
      'logs:DescribeLogGroups',
      'logs:GetQueryResults',
      'logs:StartQuery',
      'logs:StopQuery',
      'rds:DescribeDBClusters',
      'rds:DescribeDBInstances',
      'rds:DescribeEvents',
    ],
    writes: {},
  },
  // Nobody is in its way, nor it in anybody's; two at once would write the same files.
  target: () => 'diagnostics',
  check: async () => [],
  steps: [
    step<Window>({
      id: 'collect',
      title: 'Collect the evidence',
      about: 'Reads every source at once, searches the logs with Logs Insights, and writes a file for each and `summary.md`.',
      timeoutSeconds: 60,
      retries: 2,
      before: window,
      plan: async ({ inputs, now }) => {
        const until = now();
        const since = new Date(until.getTime() - inputs.since * 1000);
        const changes = [
          { id: 'summary', title: 'What stands out', file: 'summary.md' },
          ...evidenceSources.map((source) => ({ ...source, file: fileOf(source) })),
        ];
        return {
          kind: 'change',
          changes: changes.map(({ title, file }) => ({ what: `file \`${file}\``, from: 'nothing', to: title })),
          before: { since: since.toISOString(), until: until.toISOString() },
        };
      },
      run: async ({ ports, place, tell }, { since, until }) => {
        const scope: EvidenceScope = { ports, place, since: new Date(since), now: new Date(until) };
        const gathered = await gatherBundle(scope, evidenceSources);
        const where = await ports.keptFiles.keep('summary.md', renderSummary(scope, gathered));
        for (const source of gathered) {
          await ports.keptFiles.keep(fileOf(source), `${JSON.stringify(source.content, null, 2)}\n`);
          for (const each of source.notable) tell(`${source.title}: ${each}`);
          if (source.denied !== undefined) tell(`${source.title}: could not be read. ${source.denied}`);
        }
        tell(`Written: ${where} and ${gathered.length} files beside it.`);
      },
      // What could not be written has failed the run.
      verify: async () => ({ kind: 'yes', words: `${evidenceSources.length + 1} files are written` }),
      compensate: { impossible: 'It changes nothing: there is nothing to undo.' },
    }),
  ],
  settleSeconds: 0,
});
