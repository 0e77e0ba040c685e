// What definitions are made with, for repositories that have commands, KPIs and runbooks of their own: `opsdeck/define`.
export { type ArgumentDefinition, type CommandDefinition, type CommandJob, command, type RepositoryRole } from './command.ts';
export { type DrillDefinition, drill } from './drill.ts';
export { type Failure, type FailureFacts, failure, isFailure } from './failure.ts';
export { type Kpi, type KpiCatalogue, kpiGroups, type PlatformKpi, type ServiceKpi, type Slo } from './kpi.ts';
export type { Change, Check, Obstacle, RunbookDefinition, RunbookPlace, RunbookRisk, Scope, StepPlan } from './runbook.ts';
export type { RunbookInput, RunbookInputs } from './runbook-inputs.ts';
export { parseStacksConfig, type StackAllowances, type StacksConfig, type StacksSection } from './stacks-config.ts';
export { previewName, type StackLayout, synthLayout } from './synth-layout.ts';
