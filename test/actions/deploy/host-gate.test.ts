// What the default branch synthesized for an environment is judged before anything beside credentials reads it.
import { expect, test } from '@jest/globals';
import { passHost } from '../../../src/actions/deploy/host-gate.ts';
import type { SynthFile } from '../../../src/actions/gate/files.ts';
import { changed, fileOf, type Judged, textOf } from '../gate/support.ts';

const host = { environment: 'staging', region: 'eu-west-2' };

function stackAt(layer: string, text: string): readonly SynthFile[] {
  const path = `host/stacks/${layer}`;
  return [{ path, kind: 'folder', sizeBytes: 0 }, fileOf(text, `${path}/cdk.tf.json`)];
}

const of = (label: Judged) => textOf(label);
const files = () => [...stackAt('platform', of('staging/platform')), ...stackAt('service', of('staging/service'))];

test('both stacks are let through, as they are', () => {
  const stacks = passHost(files(), host);
  expect([...stacks.keys()]).toEqual(['host/stacks/platform', 'host/stacks/service']);
  expect(JSON.stringify(stacks.get('host/stacks/service'))).toBe(of('staging/service'));
});

test('what else was synthesized is neither used nor judged', () => {
  const beside = [...stackAt('bootstrap', '{}'), fileOf('{}', 'manifest.json')];
  expect([...passHost([...files(), ...beside], host).keys()]).toHaveLength(2);
});

test.each<[string, () => readonly SynthFile[], string]>([
  ['a stack is missing', () => stackAt('platform', of('staging/platform')), 'gate/missing'],
  [
    'they are those of another environment',
    () => [...stackAt('platform', of('production/platform')), ...stackAt('service', of('production/service'))],
    'gate/refused',
  ],
  [
    'the state of the service is another one',
    () => [
      ...stackAt('platform', of('staging/platform')),
      ...stackAt(
        'service',
        JSON.stringify(changed('staging/service', '', { 'terraform.backend.s3.key': 'staging/platform.tfstate' })),
      ),
    ],
    'gate/refused',
  ],
  [
    'something lies beside a stack, where Terraform would read it',
    () => [...files(), fileOf('', 'host/stacks/service/more.tf')],
    'gate/refused',
  ],
])('nothing is deployed when %s', (_name, given, code) => {
  expect(() => passHost(given(), host)).toThrow(expect.objectContaining({ code }));
});
