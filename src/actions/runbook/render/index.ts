// Everything that people get to read of a runbook: its plan, and its run.
export { renderObstacles, renderPlan, renderPlanHeadline } from './plan.ts';
export { renderReport, renderRunHeadline } from './run.ts';
