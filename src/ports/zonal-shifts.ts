// Traffic that was moved away from a zone: https://docs.aws.amazon.com/r53recovery/latest/dg/arc-zonal-shift.html .

export interface ZonalShift {
  readonly id: string;
  /** ARN of the load balancer. */
  readonly resource: string;
  /** Id of the zone, which is the same for everybody, and not its name: `euw2-az2`. */
  readonly awayFrom: string;
  readonly comment: string;
  readonly startedAt: string;
  readonly expiresAt: string;
}

export interface ZonalShifts {
  /** Everybody's in this account and region. */
  active(): Promise<readonly ZonalShift[]>;
  /** Of one that has ended, nothing is asked. */
  cancel(id: string): Promise<void>;
}
