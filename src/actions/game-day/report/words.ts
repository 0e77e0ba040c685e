// Signs and words for what a record tells by names: never a colour or a sign alone.
import type { DrillTarget, RecoveryCheck, RollbackStrategy } from '../../../define/drill.ts';
import type { ExperimentActionStatus } from '../../../ports/experiments.ts';
import type { Abort, Finding, KpiOutcome, RecoveryOutcome, RollbackOutcome, Verdict } from '../game-day.ts';

export type Tone = 'good' | 'bad' | 'unknown' | 'plain';

export interface Mark {
  readonly words: string;
  readonly tone: Tone;
}

const good = (words: string): Mark => ({ words: `✅ ${words}`, tone: 'good' });
const bad = (words: string): Mark => ({ words: `❌ ${words}`, tone: 'bad' });
const unknown = (words: string): Mark => ({ words: `❔ ${words}`, tone: 'unknown' });
const plain = (words: string): Mark => ({ words: `➖ ${words}`, tone: 'plain' });

export const verdictMarks: Readonly<Record<Verdict, Mark>> = {
  pass: good('PASS'),
  fail: bad('FAIL'),
  aborted: { words: '🛑 ABORTED', tone: 'bad' },
  inconclusive: unknown('INCONCLUSIVE'),
  refused: { words: '🚫 REFUSED', tone: 'unknown' },
};

export const findingMarks: Readonly<Record<Finding['status'], Mark>> = {
  ok: good('ok'),
  bad: bad('bad'),
  unknown: unknown('unknown'),
};

export const kpiMarks: Readonly<Record<KpiOutcome['status'], Mark>> = {
  held: good('held'),
  broken: bad('broken'),
  'no-data': unknown('no data'),
};

export const rollbackMarks: Readonly<Record<RollbackOutcome['status'], Mark>> = {
  done: good('done'),
  'nothing-to-do': plain('nothing to do'),
  failed: bad('failed'),
};

export const recoveryMarks: Readonly<Record<RecoveryOutcome['status'], Mark>> = {
  ok: good('recovered'),
  late: bad('late'),
  bad: bad('not recovered'),
  unknown: unknown('unknown'),
};

export const actionMarks: Readonly<Record<ExperimentActionStatus, Mark>> = {
  pending: { words: '⏳ pending', tone: 'plain' },
  initiating: { words: '▸ initiating', tone: 'plain' },
  running: { words: '▸ running', tone: 'plain' },
  completed: good('completed'),
  stopping: { words: '■ stopping', tone: 'plain' },
  stopped: { words: '■ stopped', tone: 'plain' },
  failed: bad('failed'),
  cancelled: { words: '■ cancelled', tone: 'plain' },
  skipped: unknown('skipped'),
};

export const inTime = good('in time');
export const tooLate = bad('late');

/** Completes "It was ended early because ...". */
export const abortReasons: Readonly<Record<Abort['because'], string>> = {
  alarm: 'an alarm rang',
  'stop-condition': 'FIS saw an alarm ring',
  person: 'somebody asked for it',
  'no-data': 'nobody could see any more how users fared',
  cancelled: 'the workflow was cancelled',
  lost: 'its run, or the sight of the experiment, was lost',
  'template-changed': 'the template was changed meanwhile',
  credentials: 'the credentials were about to expire',
};

export const strategyWords: Readonly<Record<RollbackStrategy, string>> = {
  'cancel-zonal-shift': 'Bring traffic back into the zone',
  'restore-subnets': 'Give the subnets their network ACLs back',
  'restore-service': 'Bring the service back to its good task definition',
  'fail-back-database': 'Let the database write where it wrote before',
};

export const checkWords: Readonly<Record<RecoveryCheck, string>> = {
  'experiment-ended': 'The experiment has ended',
  'alarms-ok': 'All alarms are OK',
  'no-fis-network-acls': 'No network ACL of FIS is left',
  'no-zonal-shift': 'No zonal shift is left',
  'tasks-balanced': 'Tasks are spread over the zones',
  'service-on-good-task-definition': 'The service has its good task definition',
  'database-available': 'The database is available',
  'cache-available': 'The cache is available',
};

export const targetWords: Readonly<Record<DrillTarget['kind'], string>> = {
  subnets: 'subnets',
  tasks: 'tasks of the service',
  'database-cluster': 'database cluster',
  'cache-group': 'cache group',
  'load-balancer': 'load balancer',
  'service-role': 'role of the service',
};
