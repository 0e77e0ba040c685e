// The deploy action's contract: the default branch comes to an environment, and a bad service goes back to the last good one.
import { contract } from '../../define/contract.ts';
import { commonInputs, commonOutputs } from '../common-inputs.ts';

export const deployContract = contract({
  name: 'deploy',
  title: 'Opsdeck deploy',
  about:
    'Brings the default branch to an environment: the platform exactly as it was planned, then the service, which is watched until it has proven itself, and is rolled back once when it has not. A rollback that fails freezes the environment and pages whoever is on call.',
  inputs: {
    mode: {
      kind: 'choice',
      choices: ['plan', 'platform', 'service', 'rollback'],
      about:
        '`plan` shows what would change; `platform` applies the platform that was planned; `service` applies the service, watches it, and keeps it or rolls it back; `rollback` goes back to the good service before the one that runs',
      required: true,
    },
    environment: { kind: 'text', about: 'Environment that is deployed to', default: commonInputs.environment.default },
    region: commonInputs.region,
    'state-bucket': commonInputs['state-bucket'],
    domain: { ...commonInputs.domain, required: true },
    directory: {
      kind: 'text',
      about:
        'Folder with the synthesized stacks, those of the environment in `host`: held against the same rules as a pull request',
      default: commonInputs.directory.default,
    },
    image: {
      kind: 'text',
      about:
        'plan, service: image of the application: one repository of ECR, where the image tagged with the commit is taken, or `<repository>@sha256:<64 hex digits>`',
    },
    commit: { kind: 'text', about: 'plan, service: the commit that was synthesized, 40 hex digits' },
    'digest-platform': { kind: 'text', about: 'platform: digest of the plan that was looked at; another plan is not applied' },
    recovery: {
      kind: 'flag',
      about:
        'service: deploy although alarms fire already, because this is what mends it: those alarms do not break it off, and have to be well at its end',
      default: false,
    },
    by: {
      kind: 'text',
      about:
        "Login of who asks for it; a hold of the environment lets its holder's own rollbacks and recovery deploys pass, and nothing else",
    },
    reason: { kind: 'text', about: 'service, rollback: why, for whoever reads of it later' },
    command: commonInputs.command,
    'bake-seconds': {
      kind: 'number',
      about:
        'service: how long it is watched after its tasks have taken over; never shorter than its alarms take to ring (default: just that). Whoever cancels the run meanwhile rolls it back: what has not proven itself is not kept',
      least: 0,
      most: 3600,
    },
    'poll-seconds': { kind: 'number', about: 'How often alarms and deployment are looked at', default: 10, least: 1, most: 60 },
    'github-token': commonInputs['github-token'],
    'comment-author': commonInputs['comment-author'],
  },
  outputs: {
    status: {
      about:
        'What became of it: `planned`, `deployed`, `nothing-to-do`, `rolled-back`, `frozen`, `refused`, `held`, `locked`; another value is the code of a failure',
    },
    'platform-changes': { about: 'plan: `true` if the platform would change' },
    'digest-platform': { about: "plan: digest of the platform's plan" },
    'digest-service': { about: "plan: digest of the service's plan; empty while there is no platform for it" },
    commit: { about: 'Commit of the service that runs now, where that is known' },
    deployment: { about: 'Id of the deployment of ECS that brought it' },
    ...commonOutputs,
  },
  permissions: { actions: 'read', contents: 'read', 'id-token': 'write', issues: 'write', 'pull-requests': 'write' },
  role: 'deploy',
  triggers: ['push', 'workflow_call', 'workflow_dispatch', 'issue_comment'],
  post: true,
});
