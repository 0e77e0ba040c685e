// The parts of Opsdeck, each a component that writes its workflows into somebody's repository; alone, or all by `Opsdeck`.
import { Component, type Project } from 'projen';
import { chatOpsCommandWorkflow, chatOpsWorkflow } from './chatops-workflows.ts';
import { deployEnvironmentWorkflow, deployWorkflow } from './deploy-workflows.ts';
import { gameDayWorkflow } from './game-day-workflow.ts';
import { type OpsdeckOptions, siteOf } from './options.ts';
import { pullRequestWorkflow } from './pull-request-workflow.ts';
import { runbookWorkflow } from './runbook-workflow.ts';
import { driftWorkflow, kpiWorkflow, reaperWorkflow } from './scheduled-workflows.ts';
import type { Site } from './site.ts';
import { type Workflow, writeWorkflow } from './workflow-file.ts';

/** Writes workflows as the options of a repository have them. */
abstract class WorkflowPart extends Component {
  constructor(project: Project, options: OpsdeckOptions, describe: readonly ((site: Site) => Workflow)[]) {
    super(project);
    const site = siteOf(options);
    for (const workflow of describe) writeWorkflow(project, workflow(site));
  }
}

/**
 * Plans pull requests, previews them, and ends previews that nobody needs; looks for drift at night:
 * `pull-request.yml`, `reaper.yml`, `drift.yml`.
 */
export class PullRequestPreviews extends WorkflowPart {
  constructor(project: Project, options: OpsdeckOptions) {
    super(project, options, [pullRequestWorkflow, reaperWorkflow, driftWorkflow]);
  }
}

/** Takes commands from comments: `chatops.yml`, `chatops-command.yml`. The commands about plans need `PullRequestPreviews`. */
export class ChatOps extends WorkflowPart {
  constructor(project: Project, options: OpsdeckOptions) {
    super(project, options, [chatOpsWorkflow, chatOpsCommandWorkflow]);
  }
}

/** Brings the default branch to the environments, and back when alarms ring: `deploy.yml`, `deploy-environment.yml`. */
export class Deploys extends WorkflowPart {
  constructor(project: Project, options: OpsdeckOptions) {
    super(project, options, [deployWorkflow, deployEnvironmentWorkflow]);
  }
}

/** Breaks something on purpose once a week, and on request: `game-day.yml`. */
export class GameDays extends WorkflowPart {
  constructor(project: Project, options: OpsdeckOptions) {
    super(project, options, [gameDayWorkflow]);
  }
}

/** Runs runbooks, and looks after incidents: `runbook.yml`. */
export class Runbooks extends WorkflowPart {
  constructor(project: Project, options: OpsdeckOptions) {
    super(project, options, [runbookWorkflow]);
  }
}

/** Reports the KPIs once a day: `kpi.yml`. */
export class KpiReports extends WorkflowPart {
  constructor(project: Project, options: OpsdeckOptions) {
    super(project, options, [kpiWorkflow]);
  }
}
