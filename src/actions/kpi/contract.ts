// The kpi action's contract: how an environment or a preview does, against its targets and against something else.
import { contract } from '../../define/contract.ts';
import { commonInputs, commonOutputs } from '../common-inputs.ts';

export const kpiContract = contract({
  name: 'kpi',
  title: 'Opsdeck KPIs',
  about:
    "Judges the KPIs of an environment or of a pull request's preview against their targets, and compares them with another environment or the time before; marks only what is more than noise.",
  inputs: {
    window: { kind: 'duration', about: 'How far back is looked: from `10m` to `455d`', default: '1h' },
    compare: {
      kind: 'choice',
      choices: ['none', 'base', 'previous'],
      about:
        'What it is compared with: nothing; `base`, the service (and platform) of the environment at the same time, for previews; `previous`, the same length of time before',
      default: 'previous',
    },
    environment: {
      kind: 'text',
      about: 'Environment that is judged, or that the preview is compared with',
      default: commonInputs.environment.default,
    },
    'pull-request': {
      kind: 'number',
      about: "Number of the pull request whose preview is judged (default: the event's)",
      least: 1,
    },
    issue: {
      kind: 'flag',
      about: 'Keeps the issue "KPI report" of the environment up to date: for a schedule, where there is no pull request',
      default: false,
    },
    config: commonInputs.config,
    region: commonInputs.region,
    'github-token': commonInputs['github-token'],
    'comment-author': commonInputs['comment-author'],
  },
  outputs: {
    'has-breach': { about: '`true` if a KPI is on the bad side of its target' },
    worst: { about: 'Id of the worst KPI; empty if all are well' },
    'report-path': { about: 'Path of the report, one HTML file: for an artifact. Empty if there was nothing to measure' },
    ...commonOutputs,
  },
  permissions: { contents: 'read', 'id-token': 'write', 'pull-requests': 'write', issues: 'write' },
  role: 'plan',
  triggers: ['schedule', 'workflow_call', 'workflow_dispatch', 'issue_comment'],
});
