// What the doctor looks at.
import { describe, expect, test } from '@jest/globals';
import { readDoctorSettings, repositoryOfRemote } from '../../../src/cli/doctor/settings.ts';

describe('settings of the doctor', () => {
  test('come from options, then the environment, then the clone', () => {
    const remote = 'git@github.com:acme/clone.git';
    expect(readDoctorSettings({}, {}, remote)).toEqual({ repository: 'acme/clone' });
    expect(readDoctorSettings({}, { GITHUB_REPOSITORY: 'acme/env', AWS_REGION: 'eu-west-1' }, remote)).toEqual({
      repository: 'acme/env',
      region: 'eu-west-1',
    });
    expect(readDoctorSettings({ repository: 'acme/option', domain: 'example.org' }, { GH_TOKEN: 't' }, remote)).toEqual({
      repository: 'acme/option',
      domain: 'example.org',
      gitHub: { token: 't', apiUrl: 'https://api.github.com' },
    });
  });

  test('are refused with every problem at once', () => {
    expect(() => readDoctorSettings({ region: 'mars', repository: 'acme', domain: 'Example.org.' }, {})).toThrow(
      '"mars" is no region; "acme" is no OWNER/NAME; "Example.org." is no domain in lower case.',
    );
  });

  test.each([
    ['git@github.com:acme/platform.git', 'acme/platform'],
    ['https://github.com/acme/platform', 'acme/platform'],
    ['https://github.com/acme/platform.git/', 'acme/platform'],
    ['ssh://git@github.example.org:2222/acme/platform.git', 'acme/platform'],
    ['/srv/git', undefined],
    ['', undefined],
  ])('%s is %s', (url, repository) => expect(repositoryOfRemote(url)).toBe(repository));
});
