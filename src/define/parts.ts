// The parts of Opsdeck that a repository may have, the workflow files by which each is known, and the commands that are about one.
import type { CommandJob } from './command.ts';

/** The names of files below `.github/workflows`, without `.yml`. */
export const partWorkflows = {
  PullRequestPreviews: ['pull-request', 'reaper', 'drift'],
  ChatOps: ['chatops', 'chatops-command'],
  Deploys: ['deploy', 'deploy-environment'],
  GameDays: ['game-day'],
  Runbooks: ['runbook'],
  KpiReports: ['kpi'],
} as const;

export type PartName = keyof typeof partWorkflows;

export const partNames = Object.keys(partWorkflows) as readonly PartName[];

export const workflowNames: readonly string[] = Object.values(partWorkflows).flat().sort();

/** Without the part there is nothing that these jobs of commands could work on. */
export const jobsOfParts: Readonly<Partial<Record<PartName, CommandJob>>> = {
  Deploys: 'rollback',
  GameDays: 'game-day',
  Runbooks: 'runbook',
};

/** A file below `.github/workflows`, `kpi.yml`. */
interface WorkflowFile {
  readonly name: string;
  readonly text: string;
}

/** Those of which there is a workflow, or a job of their commands. */
export function partsOf(files: readonly WorkflowFile[]): readonly PartName[] {
  const commands = files.find(({ name }) => name === 'chatops-command.yml')?.text ?? '';
  return partNames.filter((part) => {
    const isWritten = partWorkflows[part].some((workflow) => files.some(({ name }) => name === `${workflow}.yml`));
    const job = jobsOfParts[part];
    return isWritten || (job !== undefined && new RegExp(`^  ${job}:$`, 'm').test(commands));
  });
}
