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

/** A load balancer whose owner lets its traffic be moved. */
export interface ShiftableResource {
  readonly arn: string;
  readonly name: string;
}

export interface ShiftRequest {
  /** ARN of the load balancer. */
  readonly resource: string;
  /** Id of the zone, and not its name. */
  readonly awayFrom: string;
  /** From a minute to three days; then it ends by itself. */
  readonly seconds: number;
  /** At most 128 characters: by it whoever started it knows it again. */
  readonly comment: string;
}

export interface ZonalShifts {
  /** Everybody's in this account and region. */
  shiftable(): Promise<readonly ShiftableResource[]>;
  /** Of a resource that is shifted already, AWS refuses another one. */
  start(request: ShiftRequest): Promise<void>;
  /** Everybody's in this account and region. */
  active(): Promise<readonly ZonalShift[]>;
  /** Of one that has ended, nothing is asked. */
  cancel(id: string): Promise<void>;
}
