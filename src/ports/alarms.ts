// Alarms of CloudWatch: how they stand, and how they have changed.

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export interface Alarm {
  readonly name: string;
  readonly arn: string;
  readonly state: AlarmState;
  /** In CloudWatch's words. */
  readonly reason: string;
  /** Whether anybody would be told. */
  readonly isActionsEnabled: boolean;
  /** When it came into its state; by CloudWatch's clock, `2026-01-31T12:00:00.000Z`. */
  readonly transitionedAt: string;
  /** Also moves while the state stays the same. */
  readonly updatedAt: string;
  /** How long it takes to ring: period times evaluation periods; 0 of one that sums up others. */
  readonly reactionSeconds: number;
  /** Where it tells, when it rings. */
  readonly actionArns: readonly string[];
}

export interface AlarmTransition {
  readonly name: string;
  readonly at: string;
  readonly from: AlarmState;
  readonly to: AlarmState;
}

export interface Alarms {
  /** In the order of the names; what is not there is left out. */
  read(names: readonly string[]): Promise<readonly Alarm[]>;
  /** Those whose names begin so. */
  withPrefix(prefix: string): Promise<readonly Alarm[]>;
  /** Oldest first. */
  transitions(names: readonly string[], since: Date): Promise<readonly AlarmTransition[]>;
}
