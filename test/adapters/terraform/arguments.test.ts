// The command lines, as data.
import { describe, expect, test } from '@jest/globals';
import { applyArguments, destroyArguments, initArguments, planArguments } from '../../../src/adapters/terraform/arguments.ts';

const json = ['-json', '-no-color', '-input=false'];

describe('the command line of', () => {
  test.each([
    ['init', initArguments({}), ['init', ...json]],
    [
      'init with a backend',
      initArguments({ backendConfig: { bucket: 'b', key: 'k' }, upgrade: true, reconfigure: true }),
      ['init', ...json, '-upgrade', '-reconfigure', '-backend-config=bucket=b', '-backend-config=key=k'],
    ],
    ['plan', planArguments({}, undefined), ['plan', ...json, '-detailed-exitcode']],
    [
      'plan with everything',
      planArguments({ outFile: 'p', destroy: true, refreshOnly: false, parallelism: 40, lockTimeoutSeconds: 60 }, '/v.json'),
      ['plan', ...json, '-detailed-exitcode', '-parallelism=40', '-lock-timeout=60s', '-var-file=/v.json', '-destroy', '-out=p'],
    ],
    [
      'a refresh-only plan',
      planArguments({ refreshOnly: true }, undefined),
      ['plan', ...json, '-detailed-exitcode', '-refresh-only'],
    ],
    [
      'a plan that trusts the state',
      planArguments({ destroy: true, refresh: false }, undefined),
      ['plan', ...json, '-detailed-exitcode', '-destroy', '-refresh=false'],
    ],
    ['apply', applyArguments({}, '/v.json'), ['apply', ...json, '-auto-approve', '-var-file=/v.json']],
    ['apply of a saved plan', applyArguments({ planFile: 'p' }, undefined), ['apply', ...json, '-auto-approve', 'p']],
    [
      'destroy',
      destroyArguments({ lockTimeoutSeconds: 0 }, undefined),
      ['destroy', ...json, '-auto-approve', '-lock-timeout=0s'],
    ],
  ])('%s', (_what, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
