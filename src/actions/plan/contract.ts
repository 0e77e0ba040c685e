// The plan action's contract: what a pull request would change, in one comment and one check.
import { contract } from '../../define/contract.ts';
import { commonInputs, commonOutputs } from '../common-inputs.ts';

export const planContract = contract({
  name: 'plan',
  title: 'Opsdeck plan',
  about:
    'Plans every stack of a pull request, shows in one comment what would change, what would be lost and why, and says which preview the pull request gets. On a schedule it looks for drift instead.',
  inputs: {
    mode: {
      kind: 'choice',
      choices: ['pull-request', 'drift'],
      about: 'What is planned: a pull request, or what is deployed, to find out what changed outside of Terraform',
      default: 'pull-request',
    },
    'pull-request': commonInputs['pull-request'],
    'head-sha': commonInputs['head-sha'],
    requested: {
      kind: 'flag',
      about: 'Somebody asked for a preview by a command: it gets one whatever `previews` says, also a draft and a reviewed fork',
      default: false,
    },
    actor: { kind: 'text', about: 'Login of who asked for the preview: whoever holds the environment gets one' },
    directory: commonInputs.directory,
    config: commonInputs.config,
    environment: commonInputs.environment,
    region: commonInputs.region,
    'state-bucket': commonInputs['state-bucket'],
    domain: commonInputs.domain,
    image: {
      kind: 'text',
      about:
        'Image of the application: one repository of ECR, where the image tagged with the commit is taken, or `<repository>@sha256:<64 hex digits>`. Previews need it',
    },
    previews: {
      kind: 'choice',
      choices: ['always', 'label', 'never'],
      about: 'Which pull requests get a preview',
      default: 'always',
    },
    'preview-label': { kind: 'text', about: 'Label that asks for a preview, where `previews` is `label`', default: 'preview' },
    'isolation-label': {
      kind: 'text',
      about: 'Label that asks for a preview with a platform of its own',
      default: 'isolated-preview',
    },
    'maximum-previews': commonInputs['maximum-previews'],
    'github-token': commonInputs['github-token'],
    'comment-author': commonInputs['comment-author'],
  },
  outputs: {
    'has-changes': { about: '`true` if a stack of the environment would change' },
    add: { about: 'Number of resources to add' },
    change: { about: 'Number of resources to change in place' },
    replace: { about: 'Number of resources to destroy and create anew' },
    destroy: { about: 'Number of resources to destroy' },
    digest: { about: 'Digest of what would change on the environment: what `/apply` takes. The same plan has the same digest' },
    'comment-url': { about: 'Address of the comment' },
    preview: { about: '`deploy` if the pull request gets a preview, else `none`' },
    shape: { about: '`shared` or `isolated`' },
    reason: { about: 'Why it has this shape' },
    image: { about: 'Image that was planned with, pinned by digest' },
    slot: { about: 'Slot of the host that the preview was planned for; empty if all are taken' },
    'digest-platform': { about: "Digest of the isolated preview's platform plan" },
    'digest-service': { about: "Digest of the preview's service plan" },
    ...commonOutputs,
  },
  permissions: {
    actions: 'read',
    contents: 'read',
    'id-token': 'write',
    'pull-requests': 'write',
    checks: 'write',
    issues: 'write',
  },
  role: 'plan',
  triggers: ['pull_request', 'issue_comment', 'schedule', 'workflow_dispatch'],
});
