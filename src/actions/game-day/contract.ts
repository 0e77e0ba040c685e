// The game-day action's contract: plays a drill on an environment, and puts right whatever comes of it.
import { contract } from '../../define/contract.ts';
import { commonInputs, commonOutputs } from '../common-inputs.ts';

export const gameDayContract = contract({
  name: 'game-day',
  title: 'Opsdeck game day',
  about:
    'Plays a drill: looks whether it may begin, breaks what the drill says, watches, ends it when an alarm rings, puts everything right in any case, and reports what held and what did not.',
  inputs: {
    mode: {
      kind: 'choice',
      choices: ['plan', 'run', 'abort', 'resume'],
      about:
        'What to do: `plan` looks at everything and breaks nothing, `abort` ends the one that runs, `resume` brings one to its end whose run has died',
      required: true,
    },
    drill: { kind: 'text', about: 'plan, run: which drill, for example `az-failure`' },
    zone: {
      kind: 'text',
      about:
        'plan, run: the zone that is hit, as `a` or `eu-west-2a`; of a drill that hits one, when empty, the one whose turn it is',
    },
    environment: { kind: 'text', about: 'Where', default: commonInputs.environment.default },
    plan: { kind: 'text', about: 'run: what the mode plan gave as `plan`; what has changed since is refused' },
    'scheduled-for': {
      kind: 'text',
      about: 'run: when it was to begin, `2026-01-31T10:00:00Z`; what comes later than the configuration allows is refused',
    },
    by: { kind: 'text', about: 'Login of who asks for it, or what does', default: 'schedule' },
    all: {
      kind: 'flag',
      about: 'abort: also engages the safety lever, which ends and refuses every experiment of the account and region',
      default: false,
    },
    command: commonInputs.command,
    config: {
      kind: 'text',
      about: 'Where `gameDays` are configured; without such a file the defaults hold',
      default: '.github/opsdeck.json',
    },
    'runner-zone': { kind: 'text', about: 'Zone that this job runs in, where it runs in AWS: never the one that is hit' },
    'poll-seconds': {
      kind: 'number',
      about: 'How often alarms and experiment are looked at, in seconds',
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
    verdict: {
      about:
        '`pass`, `fail`, `aborted`, `inconclusive` or `refused`; of the mode plan `ready` or `refused`; empty when there was nothing to do',
    },
    because: { about: 'Why, in one sentence of plain text' },
    plan: { about: 'plan: stands for what would be played; give it to a run' },
    'issue-url': { about: 'The issue of the game day' },
    'report-path': { about: 'Path of the report, one HTML file: for an artifact. Empty if nothing was played' },
    ...commonOutputs,
  },
  permissions: { actions: 'read', contents: 'read', 'id-token': 'write', issues: 'write' },
  role: 'game-day',
  triggers: ['schedule', 'workflow_dispatch', 'repository_dispatch', 'issue_comment'],
  post: true,
});
