// Describes the workflows of ChatOps: one that lets the commands of a comment pass or refuses them, and one that performs a command.
import { chatopsContract } from '../actions/chatops/contract.ts';
import { pullRequestFile, trusted } from './command-context.ts';
import { commandJobs, reportJob } from './command-jobs.ts';
import type { Site } from './site.ts';
import { actionStep, outputsOf } from './steps.ts';
import { type CallingJob, type Job, unionOf, type Workflow } from './workflow-file.ts';

export function chatOpsWorkflow(site: Site): Workflow {
  return {
    name: 'chatops',
    'run-name': 'ChatOps on #${{ github.event.issue.number }}',
    on: { issue_comment: { types: ['created'] } },
    permissions: {},
    jobs: { gate: gateJob(site), command: commandJob(site) },
  };
}

export function chatOpsCommandWorkflow(site: Site): Workflow {
  return {
    name: 'chatops-command',
    on: { workflow_call: { inputs: { command: { type: 'string', required: true } } } },
    permissions: {},
    jobs: { ...commandJobs(site), report: reportJob(site) },
  };
}

const base = { 'runs-on': 'ubuntu-latest' };

/** In no concurrency group: there, a waiting run makes way for the next one, and its commands would be lost. */
function gateJob(site: Site): Job {
  return {
    ...base,
    name: 'gate',
    if: "contains(github.event.comment.body, '/')",
    'timeout-minutes': 5,
    permissions: { actions: 'read', contents: 'read', issues: 'write', 'pull-requests': 'write' },
    outputs: outputsOf(chatopsContract, ['commands']),
    steps: [
      trusted,
      actionStep(site, chatopsContract, {
        mode: 'gate',
        config: '.github/opsdeck.json',
        environment: site.hostEnvironment,
        workflow: pullRequestFile,
        ...(site.absentJobs.length > 0 && { 'absent-jobs': site.absentJobs.join(' ') }),
      }),
    ],
  };
}

/** One after the other, in the order of the comment; the first that fails ends it. */
function commandJob(site: Site): CallingJob {
  return {
    name: 'command',
    needs: 'gate',
    if: "needs.gate.outputs.commands != '' && needs.gate.outputs.commands != '[]'",
    permissions: unionOf(Object.values({ ...commandJobs(site), report: reportJob(site) }).map(({ permissions }) => permissions)),
    strategy: {
      'fail-fast': true,
      'max-parallel': 1,
      matrix: { command: '${{ fromJSON(needs.gate.outputs.commands) }}' },
    },
    uses: './.github/workflows/chatops-command.yml',
    with: { command: '${{ toJSON(matrix.command) }}' },
  };
}
