// The runbook action's contract: what is done when something is wrong, planned, run, undone and brought to its end.
import { contract } from '../../define/contract.ts';
import { commonInputs, commonOutputs } from '../common-inputs.ts';

export const runbookContract = contract({
  name: 'runbook',
  title: 'Opsdeck runbook',
  about:
    'Runs a runbook: looks first and says what it would change, writes down how everything was, changes it step by step, verifies each, and undoes it all when a step fails or an alarm begins to ring.',
  inputs: {
    mode: {
      kind: 'choice',
      choices: ['plan', 'run', 'resume', 'alarms', 'ack'],
      about:
        'What to do: `plan` looks at everything and changes nothing, `resume` brings one to its end whose run has died, `alarms` reads the alarms and keeps their incidents, `ack` notes who looks after one',
      required: true,
    },
    runbook: { kind: 'text', about: 'plan, run: which one, for example `ecs-scale`' },
    inputs: { kind: 'text', about: 'plan, run: what it asks for, a JSON object of texts: `{"desired": "6"}`', default: '{}' },
    target: { kind: 'text', about: 'resume: what the run works on, as it said' },
    undo: { kind: 'flag', about: 'resume: takes back what it did, in place of going on', default: false },
    accept: {
      kind: 'flag',
      about: 'resume: of one that is stuck, a person has put it right, or takes it as it is; takes a reason',
      default: false,
    },
    alarms: {
      kind: 'text',
      about: 'alarms: what an event told of them, a JSON list; only a hint, everything is read again',
      default: '[]',
    },
    environment: { kind: 'text', about: 'Where', default: commonInputs.environment.default },
    by: { kind: 'text', about: 'Login of who asks for it, or what does', default: 'alarm' },
    reason: { kind: 'text', about: "Why, in that person's words", default: '' },
    door: {
      kind: 'choice',
      choices: ['comment', 'workflow', 'alarm', 'terminal'],
      about: 'Where it was asked for',
      default: 'workflow',
    },
    'approved-risk': {
      kind: 'choice',
      choices: ['none', 'low', 'medium', 'high'],
      about: 'The highest risk that this job may run: a job of the environment `ops-approval` says `high`',
      default: 'medium',
    },
    command: commonInputs.command,
    issue: { kind: 'number', about: 'Issue or pull request that is told how it goes; ack: the issue of the incident', least: 1 },
    config: {
      kind: 'text',
      about: 'Where `runbooks`, and the names of `stacks`, are configured; without such a file the defaults hold',
      default: '.github/opsdeck.json',
    },
    'poll-seconds': {
      kind: 'number',
      about: 'How often a step is looked at until it has come true, and the alarms are, in seconds',
      default: 5,
      least: 1,
      most: 60,
    },
    region: commonInputs.region,
    'state-bucket': commonInputs['state-bucket'],
    'github-token': commonInputs['github-token'],
    'comment-author': commonInputs['comment-author'],
  },
  outputs: {
    status: {
      about:
        '`done`, `compensated`, `stuck`, `refused`, `nothing-to-do` or `unfinished`; of the mode plan `ready`, `refused` or `nothing-to-do`; of ack what became of it',
    },
    journal: { about: 'Key of the journal in the state bucket; empty if nothing was begun' },
    'report-path': {
      about: 'Folder of what was written for people: the report, and files that the runbook kept; for an artifact',
    },
    ...commonOutputs,
  },
  permissions: { actions: 'read', contents: 'read', 'id-token': 'write', issues: 'write', 'pull-requests': 'write' },
  role: 'ops',
  triggers: ['issue_comment', 'workflow_dispatch', 'repository_dispatch', 'schedule'],
  post: true,
});
