// What may lie in a stack's folder: one file, since Terraform reads whatever else it finds there.
import { stackFile } from '../files.ts';
import { defineRules, quoted } from './rule.ts';

export const fileRules = defineRules([
  {
    id: 'files/unexpected',
    title: 'Only cdk.tf.json may lie in a stack',
    why: 'Terraform reads every *.tf, override and *.auto.tfvars file of its folder, and runs the providers that lie in .terraform.',
    next: 'Hand on what `opsdeck synth` wrote, and nothing else.',
    check: ({ files }) =>
      files.filter(({ path }) => path !== stackFile).map(({ path }) => ({ at: [], reason: `${quoted(path)} lies there` })),
  },
  {
    id: 'files/missing',
    title: 'The stack must be there',
    why: 'A folder without cdk.tf.json is planned as an empty stack, which destroys everything.',
    next: 'Run `opsdeck synth` and hand on its output.',
    check: ({ files }) => (files.some(({ path }) => path === stackFile) ? [] : [{ at: [], reason: `there is no ${stackFile}` }]),
  },
  {
    id: 'files/not-a-file',
    title: 'cdk.tf.json must be a plain file',
    why: 'A link leads to files of the runner: its environment, its tokens, the secrets of another job.',
    next: 'Replace the link by the file.',
    check: ({ files }) =>
      files
        .filter(({ path, kind }) => path === stackFile && kind !== 'file')
        .map(({ kind }) => ({ at: [], reason: `it is a ${kind === 'other' ? 'device or socket' : kind}` })),
  },
  {
    id: 'files/too-large',
    title: 'The stack must not be larger than a stack can be',
    why: 'Whatever reads it with credentials could be brought down by its size.',
    next: 'Split the stack, or find the loop that writes so much.',
    check: ({ files }) =>
      files
        .filter(({ path, kind, bytes }) => path === stackFile && kind === 'file' && bytes === undefined)
        .map(({ sizeBytes }) => ({ at: [], reason: `it has ${sizeBytes} bytes` })),
  },
]);
