// The modes of the runbook action that a person asks for, as one: what it is asked to do, and what came of it.
import { planRunbook } from './engine/plan.ts';
import { resumeRunbook } from './engine/resume.ts';
import { runRunbook } from './engine/run.ts';
import type { RunbookWorld } from './engine/world.ts';
import { type Report, reportOfPlan, reportOfResume, reportOfRun } from './report.ts';
import type { ActionRequest } from './request.ts';

/** @throws a Failure; whatever else it throws is a bug */
export async function perform(world: RunbookWorld, asked: Exclude<ActionRequest, { mode: 'alarms' | 'ack' }>): Promise<Report> {
  switch (asked.mode) {
    case 'plan':
      return reportOfPlan(await planRunbook(world, asked.request), asked.request.door);
    case 'run':
      return reportOfRun(await runRunbook(world, asked.request), asked.request.door);
    case 'resume':
      return reportOfResume(await resumeRunbook(world, asked.request), asked.request.target);
    default:
      return asked satisfies never;
  }
}
