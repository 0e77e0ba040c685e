// How many requests an API takes: of all together at a stage, and of each client by its usage plan.

/** Requests per second, and how many may come at once: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html */
export interface Throttle {
  readonly rate: number;
  readonly burst: number;
}

export interface ApiStage {
  readonly apiId: string;
  readonly stage: string;
  /** Of all methods; nothing where none is set, and the account's counts. */
  readonly throttle?: Throttle;
}

export interface UsagePlan {
  readonly id: string;
  readonly name: string;
  readonly throttle?: Throttle;
}

export interface ApiLimits {
  /** @returns nothing when there is no API of that name, or it has no such stage */
  stage(apiName: string, stage: string): Promise<ApiStage | undefined>;
  /** Those of the stage's API. */
  usagePlans(stage: ApiStage): Promise<readonly UsagePlan[]>;
  /** Nothing takes the limit away: the account's counts then. */
  setStage(stage: Pick<ApiStage, 'apiId' | 'stage'>, throttle: Throttle | undefined): Promise<void>;
  setUsagePlan(id: string, throttle: Throttle | undefined): Promise<void>;
}
