// Every command there is, in the order of their files; written by `npx projen`.
import type { CommandDefinition } from '../../../define/command.ts';
import { ack } from './ack.ts';
import { apply } from './apply.ts';
import { cancel } from './cancel.ts';
import { gameDayAbort } from './game-day-abort.ts';
import { gameDayPlan } from './game-day-plan.ts';
import { gameDayRun } from './game-day-run.ts';
import { help } from './help.ts';
import { kpi } from './kpi.ts';
import { lock } from './lock.ts';
import { plan } from './plan.ts';
import { previewDeploy } from './preview-deploy.ts';
import { previewDestroy } from './preview-destroy.ts';
import { previewExtend } from './preview-extend.ts';
import { previewStatus } from './preview-status.ts';
import { rollback } from './rollback.ts';
import { runbookList } from './runbook-list.ts';
import { runbookPlan } from './runbook-plan.ts';
import { runbookResume } from './runbook-resume.ts';
import { runbookRun } from './runbook-run.ts';
import { status } from './status.ts';
import { unlock } from './unlock.ts';

export const commands: readonly CommandDefinition[] = [
  ack,
  apply,
  cancel,
  gameDayAbort,
  gameDayPlan,
  gameDayRun,
  help,
  kpi,
  lock,
  plan,
  previewDeploy,
  previewDestroy,
  previewExtend,
  previewStatus,
  rollback,
  runbookList,
  runbookPlan,
  runbookResume,
  runbookRun,
  status,
  unlock,
];
