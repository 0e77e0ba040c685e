import { expect, test } from '@jest/globals';
import { emulatorVariables, pointAtEmulator } from '../../../src/rehearsal/emulator/environment.ts';

test('nothing that leads to real AWS is left, everything else is', () => {
  const base = { PATH: '/bin', AWS_PROFILE: 'prod', AWS_ENDPOINT_URL_S3: 'https://s3', aws_session_token: 't', NO_PROXY: 'corp' };
  expect(pointAtEmulator(base, emulatorVariables('http://127.0.0.1:61000', 'eu-west-2'))).toEqual({
    PATH: '/bin',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:61000',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'eu-west-2',
    AWS_DEFAULT_REGION: 'eu-west-2',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    NO_PROXY: 'corp,127.0.0.1',
    no_proxy: 'corp,127.0.0.1',
  });
});
