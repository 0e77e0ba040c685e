// One game day as data: its journal in the bucket, and all that its report tells.
import type { RecoveryCheck, RollbackStrategy } from '../../define/drill.ts';
import type { AlarmTransition } from '../../ports/alarms.ts';
import type { Experiment, ResolvedTarget } from '../../ports/experiments.ts';
import type { SubnetAcl } from '../../ports/networks.ts';
import type { LockOwner } from '../preview/lock.ts';

/** The journal is written before each of them begins. A game day that was left in one of them is taken up there. */
export const phases = ['preflight', 'inject', 'watch', 'stop', 'rollback', 'verify', 'measure', 'ended'] as const;
export type Phase = (typeof phases)[number];

/** `inconclusive`: nobody can tell, which is no pass: something was skipped, or nothing was measured. `refused`: nothing was injected. */
export const verdicts = ['pass', 'fail', 'aborted', 'inconclusive', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** One look before, or after: what was looked at, and what was seen. */
export interface Finding {
  readonly id: string;
  readonly status: 'ok' | 'bad' | 'unknown';
  /** Completes "<title>: ...". */
  readonly words: string;
  readonly at: string;
}

export interface PreflightFinding extends Finding {
  readonly title: string;
}

export interface Abort {
  /** `stop-condition`: FIS was quicker than we were. */
  readonly because: 'alarm' | 'stop-condition' | 'person' | 'no-data' | 'cancelled' | 'lost' | 'template-changed' | 'credentials';
  readonly words: string;
  /** The alarm that rang. */
  readonly alarm?: string;
  /** When that alarm changed, by CloudWatch's clock. */
  readonly alarmAt?: string;
  /** By our clock: when it was decided, and when AWS had been asked. */
  readonly decidedAt: string;
  readonly requestedAt?: string;
}

export interface RollbackOutcome {
  readonly strategy: RollbackStrategy;
  readonly status: 'done' | 'nothing-to-do' | 'failed';
  readonly words: string;
  readonly at: string;
}

export interface RecoveryOutcome {
  readonly check: RecoveryCheck;
  /** `late`: true in the end, but not in time. */
  readonly status: 'ok' | 'late' | 'bad' | 'unknown';
  readonly words: string;
  /** When it was first seen to be true for good. */
  readonly at?: string;
}

/** A KPI while the drill lasted: in the zone that was hit, and in the others. */
export interface KpiOutcome {
  readonly kpi: string;
  readonly title: string;
  readonly unit: string;
  readonly tolerated: number;
  readonly status: 'held' | 'broken' | 'no-data';
  /** The worst window while the drill lasted; nothing without data. */
  readonly worst?: number;
  /** Before the drill. */
  readonly before?: number;
  /** In the zone that was hit, and the others together; only of KPIs that are told zone by zone. */
  readonly experiment?: number;
  readonly control?: number;
  /** For the chart: instants in milliseconds, values in the unit. */
  readonly points: readonly { readonly atMs: number; readonly value: number }[];
}

/** What the platform was like before: what the rollback goes back to. */
export interface Before {
  readonly taskDefinition: string;
  readonly deploymentId: string;
  readonly vpcId: string;
  readonly subnets: readonly SubnetAcl[];
  /** The member of the database's cluster that wrote. */
  readonly writer: string;
  readonly writerZone: string;
  /** How many tasks each zone had. */
  readonly tasksByZone: Readonly<Record<string, number>>;
}

export interface Times {
  /** From the first fault to the first alarm. */
  readonly detectSeconds?: number;
  /** From that alarm's transition until AWS was asked to stop, and until the experiment had stopped. */
  readonly abortSeconds?: number;
  readonly stopSeconds?: number;
  /** From the end of the experiment until all was well again. */
  readonly recoverSeconds?: number;
}

export interface GameDay {
  /** `2026-01-31-az-failure-1234567890`: day, drill, run. */
  readonly id: string;
  readonly environment: string;
  readonly drill: string;
  /** `eu-west-2a`; nothing where no zone is hit. */
  readonly zone?: string;
  readonly run: LockOwner;
  readonly runUrl: string;
  /** Login, or `schedule`. */
  readonly by: string;
  readonly phase: Phase;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly preflight: readonly PreflightFinding[];
  readonly before?: Before;
  /** What would be hit, and what was. */
  readonly expectedTargets: readonly ResolvedTarget[];
  readonly hitTargets?: readonly ResolvedTarget[];
  /** By which AWS starts it only once. */
  readonly clientToken: string;
  readonly templateId?: string;
  readonly templateUpdatedAt?: string;
  /** As it was last seen. */
  readonly experiment?: Experiment;
  readonly transitions: readonly AlarmTransition[];
  readonly abort?: Abort;
  readonly rollback: readonly RollbackOutcome[];
  readonly recovery: readonly RecoveryOutcome[];
  readonly kpis: readonly KpiOutcome[];
  readonly times: Times;
  /** What somebody should do something about, a sentence each. */
  readonly findings: readonly string[];
  readonly verdict?: Verdict;
  readonly because?: string;
  /** What AWS charges: https://aws.amazon.com/fis/pricing/ */
  readonly costUsd: number;
  /** How much faster than on a wall clock time ran: 1, except in rehearsals. */
  readonly timeRate: number;
  /** Runs that died, and whose work was taken up. */
  readonly takenOverFrom: readonly LockOwner[];
  /** How far AWS's clock was ahead of ours when the experiment was started; 0 within what its answer leaves open. */
  readonly clockSkewSeconds?: number;
  readonly issueUrl?: string;
}

/** What is kept of it for the history of its drill. */
export interface PastGameDay {
  readonly id: string;
  readonly startedAt: string;
  readonly zone?: string;
  readonly verdict: Verdict;
  readonly because: string;
  readonly times: Times;
  readonly issueUrl?: string;
}
