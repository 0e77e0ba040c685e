// The gate's contract: what crosses from a pull request's code to credentials is held against an allow-list here.
import { contract } from '../../define/contract.ts';
import { commonInputs } from '../common-inputs.ts';

export const gateContract = contract({
  name: 'gate',
  title: 'Opsdeck synth gate',
  about:
    "Holds the Terraform JSON that a pull request's code wrote against an allow-list, before anything with credentials reads it. Each refusal names the construct, the rule, and what to do.",
  inputs: {
    directory: commonInputs.directory,
    config: commonInputs.config,
    environment: commonInputs.environment,
    region: commonInputs.region,
    'github-token': commonInputs['github-token'],
    'comment-author': commonInputs['comment-author'],
  },
  outputs: {
    stacks: { about: 'Number of stacks that were let through' },
  },
  permissions: { contents: 'read', 'pull-requests': 'write' },
  triggers: ['pull_request'],
});
