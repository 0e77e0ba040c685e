// A synthesis as a whole: the expected stacks are judged, and nothing may lie beside them.
import { describe, expect, test } from '@jest/globals';
import type { SynthFile } from '../../../src/actions/gate/files.ts';
import { gateOutput, isAccepted, stacksOfEnvironment, stacksOfPullRequest } from '../../../src/actions/gate/output.ts';
import { fileOf, type Judged, textOf } from './support.ts';

const region = 'eu-west-2';
const staging = stacksOfEnvironment({ environment: 'staging', service: 'pr-7', region });
const manifest = fileOf('{"version":"0.21.0","stacks":{}}', 'manifest.json');

function folder(path: string): SynthFile {
  return { path, kind: 'folder', sizeBytes: 0 };
}

function stackAt(path: string, label: Judged): readonly SynthFile[] {
  return [folder(path), fileOf(textOf(label), `${path}/cdk.tf.json`)];
}

const complete = [
  manifest,
  folder('stacks'),
  ...stackAt('stacks/platform', 'staging/platform'),
  ...stackAt('stacks/service-pr-7', 'staging/service-pr-7'),
];
const bootstrap = [folder('stacks/bootstrap'), fileOf('{}', 'stacks/bootstrap/cdk.tf.json')];
const reasons = (files: readonly SynthFile[], leaveOutBootstrap = false) =>
  gateOutput(files, { expected: staging, leaveOutBootstrap }).refusals.map(({ reason }) => reason.replace(/^.*?: /, ''));

test('a synthesis is accepted, stack by stack', () => {
  const verdict = gateOutput(complete, { expected: staging });
  expect(verdict).toMatchObject({
    stacks: [
      { folder: 'stacks/platform', verdict: { kind: 'accepted', stack: 'platform' } },
      { folder: 'stacks/service-pr-7', verdict: { kind: 'accepted', stack: 'service-pr-7' } },
    ],
    refusals: [],
    missing: [],
    leftOut: [],
  });
  expect(isAccepted(verdict)).toBe(true);
});

test('of a pull request, the host and both kinds of preview are expected, each with its own names', () => {
  expect(stacksOfPullRequest({ environment: 'staging', region }, 7)).toEqual([
    { folder: 'host/stacks/platform', subject: { layer: 'platform', environment: 'staging', service: 'app', region } },
    { folder: 'host/stacks/service', subject: { layer: 'service', environment: 'staging', service: 'app', region } },
    { folder: 'shared/stacks/service-pr-7', subject: { layer: 'service', environment: 'staging', service: 'pr-7', region } },
    { folder: 'isolated/stacks/platform', subject: { layer: 'platform', environment: 'pr-7', service: 'app', region } },
    { folder: 'isolated/stacks/service', subject: { layer: 'service', environment: 'pr-7', service: 'app', region } },
  ]);
});

test('of a pull request, what is there is judged and what is not is named', () => {
  const files = [
    folder('shared'),
    fileOf('{"stacks":{}}', 'shared/manifest.json'),
    folder('shared/stacks'),
    ...stackAt('shared/stacks/service-pr-7', 'staging/service-pr-7'),
  ];
  const verdict = gateOutput(files, { expected: stacksOfPullRequest({ environment: 'staging', region }, 7) });
  expect(verdict).toMatchObject({ stacks: [{ verdict: { kind: 'accepted' } }], refusals: [] });
  expect(verdict.missing.map((stack) => stack.folder)).toEqual([
    'host/stacks/platform',
    'host/stacks/service',
    'isolated/stacks/platform',
    'isolated/stacks/service',
  ]);
});

test('nothing at all is not accepted', () => {
  expect(isAccepted(gateOutput([], { expected: staging }))).toBe(false);
});

test('one hostile stack of two is enough', () => {
  const hostile = complete.map((file) => (file.path === 'stacks/service-pr-7/cdk.tf.json' ? fileOf('{}', file.path) : file));
  expect(isAccepted(gateOutput(hostile, { expected: staging }))).toBe(false);
});

test('files in a stack are the stack’s own trouble', () => {
  const verdict = gateOutput([...complete, fileOf('', 'stacks/platform/x.tf'), fileOf('', 'stacks/platform/a/b.tf')], {
    expected: staging,
  });
  expect(verdict.refusals).toEqual([]);
  expect(verdict.stacks[0]?.verdict).toMatchObject({
    kind: 'refused',
    refusals: [{ rule: 'files/unexpected' }, { rule: 'files/unexpected' }],
  });
});

describe('beside the stacks', () => {
  test.each<[name: string, extra: readonly SynthFile[], expected: readonly string[]]>([
    ['another stack', [folder('stacks/other'), fileOf('{}', 'stacks/other/cdk.tf.json')], ['"stacks/other" is not expected.']],
    ['a service that is not meant', stackAt('stacks/service', 'staging/service'), ['"stacks/service" is not expected.']],
    ['a file', [fileOf('', '.terraformrc')], ['".terraformrc" is not expected.']],
    ['a file among the stacks', [fileOf('', 'stacks/main.tf')], ['"stacks/main.tf" is not expected.']],
    ['a name with a line break', [fileOf('', 'stacks/platform\n')], ['"stacks/platform\n" is not expected.']],
    ['a folder in capitals', [folder('Stacks')], ['"Stacks" is not expected.']],
    [
      'the bootstrap stack',
      bootstrap,
      ['"stacks/bootstrap" makes the identities of CI, and is applied by a person, never from a pull request.'],
    ],
  ])('%s', (_name, extra, expected) => {
    expect(reasons([...complete, ...extra])).toEqual(expected);
  });

  test('the bootstrap stack is left out on demand, and said to be', () => {
    const verdict = gateOutput([...complete, ...bootstrap], { expected: staging, leaveOutBootstrap: true });
    expect([isAccepted(verdict), verdict.leftOut]).toEqual([true, ['stacks/bootstrap']]);
  });
});

describe('instead of what is expected', () => {
  const replaced = (path: string, file: SynthFile) => complete.map((each) => (each.path === path ? file : each));

  test.each<[name: string, path: string, file: SynthFile, reason: string]>([
    [
      'a link for a stack',
      'stacks/platform',
      { path: 'stacks/platform', kind: 'link', sizeBytes: 0 },
      '"stacks/platform" is no folder.',
    ],
    ['a link for all stacks', 'stacks', { path: 'stacks', kind: 'link', sizeBytes: 0 }, '"stacks" is not expected.'],
    [
      'a link for the manifest',
      'manifest.json',
      { path: 'manifest.json', kind: 'link', sizeBytes: 0 },
      '"manifest.json" is not what cdktf writes.',
    ],
    [
      'a manifest with more in it',
      'manifest.json',
      fileOf('{"stacks":{},"hooks":{}}', 'manifest.json'),
      '"manifest.json" is not what cdktf writes.',
    ],
    ['a manifest that is no JSON', 'manifest.json', fileOf('x', 'manifest.json'), '"manifest.json" is not what cdktf writes.'],
  ])('%s', (_name, path, file, reason) => {
    expect(reasons(replaced(path, file))).toContain(reason);
  });
});
