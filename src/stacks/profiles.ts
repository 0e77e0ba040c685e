// The three kinds of environment, as data: everything in which they differ stands here and nowhere else.

export const profileNames = ['production', 'staging', 'preview'] as const;
export type ProfileName = (typeof profileNames)[number];

export interface Profile {
  readonly name: ProfileName;
  readonly about: string;
  /** Peak load that the sizes are planned for; see capacity.ts. */
  readonly concurrentStudents: number;
  readonly zones: 2 | 3;
  readonly natGateways: 'one-per-zone' | 'one';
  readonly task: TaskSize;
  /** Interface endpoints keep AWS traffic off the NAT gateways, but are billed by the hour and zone. */
  readonly interfaceEndpoints: boolean;
  readonly database: Database;
  readonly cacheNodes: 1 | 2;
  /**
   * Redis users for services beside the environment's own, one each: how many previews it can host. They are made ahead,
   * because the provider waits for 30 s whenever one joins a group.
   */
  readonly guestSlots: number;
  readonly stream: 'provisioned' | 'on-demand';
  /** A CloudTrail trail of its own; a preview lives in an account that already has one. */
  readonly auditTrail: boolean;
  /** FIS templates; game days are for environments that live. */
  readonly gameDays: boolean;
  /**
   * When AWS starts a game day, to the minute. `off`: the workflow's own schedule does, which GitHub may delay by hours. See
   * docs/drills.md for what it needs.
   */
  readonly gameDaySchedule: 'off' | GameDaySchedule;
  /**
   * How GitHub hears of alarms; see docs/alarms-to-github.md. `lambda`: coalesced, in the name of a GitHub App, once that is named.
   * `api-destination`: each change by itself, with a token that a person renews.
   */
  readonly alarmForwarding: 'off' | 'lambda' | 'api-destination';
  /** Deletion protection, final snapshots, buckets that refuse to go while they hold objects. */
  readonly isProtected: boolean;
}

export interface GameDaySchedule {
  /** Id of what is played. */
  readonly drill: string;
  /** `cron(0 10 ? * TUE *)`: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
  readonly expression: string;
  /** Of the expression, so that it stays in school hours when the clocks change: `Europe/London`. */
  readonly timeZone: string;
}

/** A pair that Fargate offers: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
export interface TaskSize {
  /** 1024 units are one vCPU. */
  readonly cpuUnits: number;
  readonly memoryMib: number;
}

export type Database =
  | { readonly kind: 'provisioned'; readonly instances: number; readonly backupDays: number }
  | {
      readonly kind: 'serverless';
      readonly instances: number;
      readonly backupDays: number;
      /** Aurora capacity units, 2 GiB each. */
      readonly minCapacity: number;
      readonly maxCapacity: number;
    };

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  production: {
    name: 'production',
    about: 'Three zones, sized for the peak, protected against deletion',
    concurrentStudents: 100_000,
    zones: 3,
    natGateways: 'one-per-zone',
    task: { cpuUnits: 2048, memoryMib: 4096 },
    interfaceEndpoints: true,
    database: { kind: 'provisioned', instances: 2, backupDays: 35 },
    cacheNodes: 2,
    guestSlots: 10,
    stream: 'provisioned',
    auditTrail: true,
    gameDays: true,
    gameDaySchedule: 'off',
    alarmForwarding: 'lambda',
    isProtected: true,
  },
  staging: {
    name: 'staging',
    about: "Production's shape at a twentieth of its size; hosts shared previews and rehearses game days",
    concurrentStudents: 5_000,
    zones: 3,
    natGateways: 'one-per-zone',
    task: { cpuUnits: 2048, memoryMib: 4096 },
    interfaceEndpoints: true,
    database: { kind: 'provisioned', instances: 2, backupDays: 7 },
    cacheNodes: 2,
    guestSlots: 10,
    stream: 'provisioned',
    auditTrail: true,
    gameDays: true,
    gameDaySchedule: 'off',
    alarmForwarding: 'lambda',
    isProtected: true,
  },
  preview: {
    name: 'preview',
    about: 'The cheapest that still has two zones; lives for hours, leaves nothing behind',
    concurrentStudents: 200,
    zones: 2,
    natGateways: 'one',
    task: { cpuUnits: 512, memoryMib: 1024 },
    interfaceEndpoints: false,
    database: { kind: 'serverless', instances: 1, backupDays: 1, minCapacity: 0.5, maxCapacity: 2 },
    cacheNodes: 1,
    guestSlots: 0,
    stream: 'on-demand',
    auditTrail: false,
    gameDays: false,
    gameDaySchedule: 'off',
    alarmForwarding: 'off',
    isProtected: false,
  },
};

export function isProfileName(text: string): text is ProfileName {
  return (profileNames as readonly string[]).includes(text);
}
