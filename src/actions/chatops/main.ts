// The ChatOps action's entry: most comments are no commands, so everything that takes time to load comes later.
import { readFile } from 'node:fs/promises';
import { readIfThere } from '../../adapters/files/read-if-there.ts';
import type { ActionRun } from '../../adapters/runner/run-action.ts';
import { failure } from '../../define/failure.ts';
import type { chatopsContract } from './contract.ts';
import { type CommandComment, readCommentEvent } from './event.ts';

type Run = ActionRun<typeof chatopsContract>;

const { env } = process;
const isGate = (env.INPUT_MODE || 'gate') === 'gate';
const reading = isGate ? readCommentEvent(env.GITHUB_EVENT_NAME ?? '', await readPayload()) : undefined;

if (reading?.kind === 'ignored') process.stdout.write(`Nothing to do: ${reading.because}.\n`);
else {
  const { runAction } = await import('../../adapters/runner/run-action.ts');
  const { chatopsContract } = await import('./contract.ts');
  await runAction(chatopsContract, (run) => perform(run, reading?.comment));
}

/** What is no payload is no comment. */
async function readPayload(): Promise<unknown> {
  try {
    return JSON.parse(await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  } catch {
    return undefined;
  }
}

async function perform(run: Run, comment: CommandComment | undefined): Promise<void> {
  const { inputs } = run;
  switch (inputs.mode) {
    case 'gate':
      return comment && passGate(run, comment);
    case 'report':
      return report(run, need(inputs.command, 'command'), need(inputs.jobs, 'jobs'));
    case 'cancel':
      return cancel(run, need(inputs.command, 'command'));
    default:
      return inputs.mode satisfies never;
  }
}

async function passGate(run: Run, comment: CommandComment): Promise<void> {
  const { inputs, context, progress } = run;
  const { commands } = await import('./commands/index.ts');
  const { runbooks } = await import('../../runbooks/index.ts');
  const { configPath } = await import('../../define/config-file.ts');
  const { passComment } = await import('./gate.ts');
  const { renderGateSummary } = await import('./summary.ts');
  const gitHub = await openGitHub(run);
  const path = inputs.config;
  const world = {
    ...gitHub,
    progress,
    commands,
    runbooks,
    settings: {
      organization: context.repository.owner,
      workflowFile: inputs.workflow,
      environment: inputs.environment,
      author: inputs['comment-author'],
      absentJobs: inputs['absent-jobs'].split(' '),
      isFirstAttempt: context.run.attempt === 1,
    },
    readConfig: async () => (path === undefined ? gitHub.repositoryFiles.read(configPath) : readIfThere(path)),
  };
  const outcome = await passComment(world, comment);
  run.setOutput('commands', JSON.stringify(outcome.kind === 'accepted' ? outcome.legs : []));
  const summary = renderGateSummary(comment, outcome);
  if (summary !== '') await run.addSummary(summary);
}

async function report(run: Run, command: string, jobs: string): Promise<void> {
  const { parseLeg } = await import('./legs.ts');
  const { decideEnd, parseJobs, renderAudit, reportCommand } = await import('./report.ts');
  const leg = parseLeg(command);
  const end = decideEnd(parseJobs(jobs), leg.job);
  run.setOutput('result', end.result);
  await run.addSummary(renderAudit(leg, end));
  await reportCommand({ ...(await openGitHub(run)), runUrl: run.context.runUrl }, leg, end);
}

async function cancel(run: Run, command: string): Promise<void> {
  const { parseLeg } = await import('./legs.ts');
  const { cancelRuns } = await import('./cancel.ts');
  const { pullRequest, text } = parseLeg(command);
  if (pullRequest === undefined) throw new Error(`the gate let ${text} pass where there is no pull request`);
  run.setOutput('message', await cancelRuns(await openGitHub(run), pullRequest));
}

async function openGitHub({ inputs, context, progress }: Run) {
  const { gitHubInJob } = await import('../../adapters/runner/github-in-job.ts');
  return gitHubInJob(inputs, context, progress);
}

function need(value: string | undefined, name: string): string {
  if (value !== undefined) return value;
  throw failure({
    code: 'action/inputs',
    what: `Bad inputs for chatops:\n- ${name}: required in this mode`,
    next: 'Add it in the workflow, under the step\'s "with".',
  });
}
