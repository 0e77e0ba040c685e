// Where things lie: there and back.
import { expect, test } from '@jest/globals';
import { leaseKey, lockKey, parseKey, slotKey, stateKey, stateLockKey } from '../../../src/actions/preview/keys.ts';
import { mainService, stateKeyOf } from '../../../src/stacks/names.ts';

test.each([
  [leaseKey(7), 'previews/pr-7/lease.json', { kind: 'lease', pullRequest: 7 }],
  [lockKey(7), 'locks/pr-7.json', { kind: 'lock', pullRequest: 7 }],
  [slotKey(3), 'previews/slots/3.json', { kind: 'slot', slot: 3 }],
  [stateKey(7, 'service'), 'previews/pr-7/service.tfstate', { kind: 'state', pullRequest: 7, state: 'service' }],
  [stateLockKey(7, 'strays'), 'previews/pr-7/strays.tfstate.tflock', { kind: 'state-lock', pullRequest: 7, state: 'strays' }],
])('%s', (key, expected, known) => {
  expect(key).toBe(expected);
  expect(parseKey(key)).toEqual(known);
});

test.each([
  'production/platform.tfstate',
  'previews/pr-7/service.tfstate.backup',
  'previews/pr-x/lease.json',
  'locks/staging.json',
  '',
])('"%s" is not ours', (key) => {
  expect(parseKey(key)).toBeUndefined();
});

test('states lie where the stacks of a preview put them', () => {
  expect(stateKey(7, 'service')).toBe(stateKeyOf('service', 'staging', 'pr-7'));
  expect(stateKey(7, 'service')).toBe(stateKeyOf('service', 'pr-7', mainService));
  expect(stateKey(7, 'platform')).toBe(stateKeyOf('platform', 'pr-7'));
});
