// The apply action's contract: applies to an environment exactly what was reviewed in a pull request's plan.
import { contract } from '../../define/contract.ts';
import { commonInputs, commonOutputs } from '../common-inputs.ts';

export const applyContract = contract({
  name: 'apply',
  title: 'Opsdeck apply',
  about:
    "Applies what a pull request's plan would change on its environment, and nothing else: it plans again, and refuses when the digest is not the one that was reviewed, when the pull request has moved on, or when somebody holds the environment.",
  inputs: {
    'pull-request': { ...commonInputs['pull-request'], required: true },
    'head-sha': { ...commonInputs['head-sha'], required: true },
    plan: { kind: 'text', about: 'Digest of the plan that was reviewed, at least its first 12 digits', required: true },
    actor: { kind: 'text', about: 'Login of who asks for it: whoever holds the environment may apply to it', required: true },
    command: commonInputs.command,
    directory: commonInputs.directory,
    config: commonInputs.config,
    environment: commonInputs.environment,
    region: commonInputs.region,
    'state-bucket': commonInputs['state-bucket'],
    domain: commonInputs.domain,
    image: {
      kind: 'text',
      about: 'Image of the application, for an environment that has no service yet: `<repository>@sha256:<64 hex digits>`',
    },
    'github-token': commonInputs['github-token'],
    'comment-author': commonInputs['comment-author'],
  },
  outputs: {
    status: { about: '`applied`, `nothing-to-do`, or the code of the failure' },
    digest: { about: 'Digest of what was planned' },
    ...commonOutputs,
  },
  permissions: { actions: 'read', contents: 'read', 'id-token': 'write', 'pull-requests': 'write' },
  role: 'deploy',
  triggers: ['issue_comment'],
});
