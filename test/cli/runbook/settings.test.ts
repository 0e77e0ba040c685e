// Where and as whom a terminal works.
import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../../src/cli/runbook/settings.ts';

describe('settings of a terminal', () => {
  test('come from options first, then from the environment', () => {
    const env = { AWS_REGION: 'eu-west-2', AWS_ACCOUNT_ID: '123456789012', GITHUB_ACTOR: 'kim' };
    expect(readSettings({}, env)).toEqual({ region: 'eu-west-2', bucket: 'opsdeck-state-123456789012-eu-west-2', by: 'kim' });
    expect(readSettings({ region: 'eu-west-1', 'state-bucket': 'ours', by: 'robin' }, env)).toEqual({
      region: 'eu-west-1',
      bucket: 'ours',
      by: 'robin',
    });
  });

  test('ask GitHub only where repository and token are known', () => {
    const env = { AWS_REGION: 'eu-west-2', OPSDECK_STATE_BUCKET: 'ours', GITHUB_REPOSITORY: 'acme/platform' };
    expect(readSettings({ by: 'kim' }, env).gitHub).toBeUndefined();
    expect(readSettings({ by: 'kim' }, { ...env, GH_TOKEN: 't' }).gitHub).toEqual({
      token: 't',
      repository: 'acme/platform',
      apiUrl: 'https://api.github.com',
    });
  });

  test('make a login of whatever a machine calls its user', () => {
    const env = { AWS_REGION: 'eu-west-2', OPSDECK_STATE_BUCKET: 'ours' };
    expect(readSettings({ by: 'ACME\\kim.o "x"' }, env).by).toBe('ACME-kim-o-x');
    expect(readSettings({ by: '"' }, env).by).toBe('somebody');
  });

  test('name everything that is missing', () => {
    expect(() => readSettings({}, {})).toThrow(/no region: .*; no state bucket: /);
  });
});
