// The parts of Opsdeck that a repository may have, and the workflow files by which each is known.

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

/** @param files names of files, `kpi.yml`. @returns the parts of which there is anything */
export function partsOf(files: readonly string[]): readonly PartName[] {
  return partNames.filter((part) => partWorkflows[part].some((workflow) => files.includes(`${workflow}.yml`)));
}
