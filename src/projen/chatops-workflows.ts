// Writes the workflows of ChatOps: one that lets the commands of a comment pass or refuses them, and one that performs a command.
import { Component, type Project } from 'projen';
import { chatopsContract } from '../actions/chatops/contract.ts';
import { pullRequestWorkflow, trusted } from './command-context.ts';
import { commandJobs, report } from './command-jobs.ts';
import { actionStep, hostEnvironment, outputsOf } from './steps.ts';
import { type CallingJob, type Job, unionOf, writeWorkflow } from './workflow-file.ts';

export class ChatOpsWorkflows extends Component {
  constructor(project: Project) {
    super(project);
    writeWorkflow(project, {
      name: 'chatops',
      'run-name': 'ChatOps on #${{ github.event.issue.number }}',
      on: { issue_comment: { types: ['created'] } },
      permissions: {},
      jobs: { gate, command },
    });
    writeWorkflow(project, {
      name: 'chatops-command',
      on: { workflow_call: { inputs: { command: { type: 'string', required: true } } } },
      permissions: {},
      jobs: { ...commandJobs, report },
    });
  }
}

const base = { 'runs-on': 'ubuntu-latest' };

/** In no concurrency group: there, a waiting run makes way for the next one, and its commands would be lost. */
const gate: Job = {
  ...base,
  name: 'gate',
  if: "github.event.issue.pull_request != null && contains(github.event.comment.body, '/')",
  'timeout-minutes': 5,
  permissions: { actions: 'read', contents: 'read', issues: 'write', 'pull-requests': 'write' },
  outputs: outputsOf(chatopsContract, ['commands']),
  steps: [
    trusted,
    actionStep(chatopsContract, {
      mode: 'gate',
      config: '.github/opsdeck.json',
      environment: hostEnvironment,
      workflow: pullRequestWorkflow,
    }),
  ],
};

/** One after the other, in the order of the comment; the first that fails ends it. */
const command: CallingJob = {
  name: 'command',
  needs: 'gate',
  if: "needs.gate.outputs.commands != '' && needs.gate.outputs.commands != '[]'",
  permissions: unionOf(Object.values({ ...commandJobs, report }).map(({ permissions }) => permissions)),
  strategy: {
    'fail-fast': true,
    'max-parallel': 1,
    matrix: { command: '${{ fromJSON(needs.gate.outputs.commands) }}' },
  },
  uses: './.github/workflows/chatops-command.yml',
  with: { command: '${{ toJSON(matrix.command) }}' },
};
