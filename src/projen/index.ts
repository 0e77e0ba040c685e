// What a repository's .projenrc may import: `opsdeck/projen`.
export { type PartName, partNames } from '../define/parts.ts';
export type { CommandRule, GameDayRules, OpsdeckConfig, RunbookRules } from './config.ts';
export { configSchema } from './config-schema.ts';
export { Opsdeck, type OpsdeckProps } from './opsdeck.ts';
export { type ActionSource, defaultSchedules, type OpsdeckOptions, type OwnSource, partsOfOneStack } from './options.ts';
export type { OwnDefinitions } from './own-definitions.ts';
export { ChatOps, Deploys, GameDays, KpiReports, PullRequestPreviews, Runbooks } from './parts.ts';
export type { KnownDrill, KnownRunbook, Schedules, SynthCommands } from './site.ts';
