// What each recorded error means: its code, where it happened, and the next step.
import { describe, expect, test } from '@jest/globals';
import { knownCauses } from '../../../src/adapters/terraform/causes.ts';
import { diagnose, type FailedRun } from '../../../src/adapters/terraform/diagnose.ts';
import { parseStateLock } from '../../../src/adapters/terraform/state-lock.ts';
import { recorded, recordedStderr } from './recorded-errors.ts';

const run: FailedRun = { command: 'apply', tool: 'terraform', exitCode: 1, killedBy: undefined, diagnostics: [], stderr: '' };
const lock = 'The state is locked: apply by root@runner since 2026-11-22T10:53:07Z, lock 8503a2e3-37c5-ac6f-32a8-0cdf2816752f.';

describe('a recorded error', () => {
  test.each<[keyof typeof recorded, string, string]>([
    ['lockedOnS3', 'terraform/state-locked', lock],
    ['lockedOnDisk', 'terraform/state-locked', lock],
    ['notSaved', 'terraform/state-not-saved', 'The changes were made, but the new state could not be saved.'],
    ['bucketMissingAtInit', 'terraform/state-bucket-missing', 'The S3 bucket state that should hold the state does not exist.'],
    ['noCredentials', 'terraform/no-credentials', 'There are no AWS credentials.'],
    ['expired', 'terraform/credentials-expired', 'The AWS credentials expired during the run.'],
    ['expiredOnS3', 'terraform/credentials-expired', 'The AWS credentials expired during the run.'],
    ['rejected', 'terraform/credentials-rejected', 'AWS does not accept the credentials.'],
    ['rejectedByS3', 'terraform/credentials-rejected', 'AWS does not accept the credentials.'],
    [
      'denied',
      'terraform/access-denied',
      'AWS denied SNS:CreateTopic on arn:aws:sns:eu-west-2:123456789012:x to arn:aws:sts::123456789012:assumed-role/plan/gh (aws_sns_topic.t).',
    ],
    [
      'deniedByBoundary',
      'terraform/access-denied',
      'AWS denied ec2:DescribeVpcs to arn:aws:sts::123456789012:assumed-role/plan/gh (aws_lb_listener.x).',
    ],
    ['deniedWithoutWords', 'terraform/access-denied', 'AWS denied S3: HeadObject.'],
    [
      'certificateData',
      'terraform/certificate-not-found',
      'The TLS certificate does not exist, or is not issued yet (data.aws_acm_certificate.c).',
    ],
    [
      'certificateOfListener',
      'terraform/certificate-not-found',
      'The TLS certificate does not exist, or is not issued yet (aws_lb_listener.x).',
    ],
    ['regionOfBackend', 'terraform/invalid-region', 'mars-1 is not an AWS region.'],
    [
      'regionOfProvider',
      'terraform/invalid-region',
      'mars-1 is not an AWS region (provider["registry.terraform.io/hashicorp/aws"]).',
    ],
    ['regionMissing', 'terraform/invalid-region', 'The AWS region is missing.'],
    ['registryUnreachable', 'terraform/provider-unavailable', 'The provider hashicorp/aws could not be downloaded.'],
    ['versionNotInMirror', 'terraform/provider-unavailable', 'The provider hashicorp/aws could not be downloaded.'],
    [
      'checksum',
      'terraform/provider-checksum',
      'The provider registry.terraform.io/hashicorp/aws 5.100.0 is not the one that .terraform.lock.hcl recorded.',
    ],
    ['coreVersion', 'terraform/unsupported-version', 'The stack does not allow version 1.11.4.'],
    ['stale', 'terraform/plan-stale', 'The saved plan is out of date: the state has changed since.'],
    ['notInitialized', 'terraform/not-initialized', 'The folder is not initialized for this stack.'],
    ['backendChanged', 'terraform/not-initialized', 'The folder is not initialized for this stack.'],
    ['backendChangedAtInit', 'terraform/not-initialized', 'The folder is not initialized for this stack.'],
    ['noProviders', 'terraform/not-initialized', 'The folder is not initialized for this stack.'],
    ['variableMissing', 'terraform/invalid-variable', 'The value of the variable image is missing or wrong.'],
    ['variableOfWrongType', 'terraform/invalid-variable', 'The value of the variable size is missing or wrong.'],
    ['variableRefused', 'terraform/invalid-variable', 'The value of the variable is missing or wrong.'],
    ['endpointRefuses', 'terraform/endpoint-unreachable', 'Nothing answers at 127.0.0.1:5999 (aws_sns_topic.t).'],
    [
      'bucketMissingForAnObject',
      'terraform/apply-failed',
      'terraform apply failed: uploading S3 Object (a) to Bucket (data): operation error S3: PutObject, https response error StatusCode: 404, NoSuchBucket: (aws_s3_object.a)',
    ],
    ['provisioner', 'terraform/apply-failed', 'terraform apply failed: local-exec provisioner error (terraform_data.a)'],
  ])('%s', (name, code, message) => {
    const failure = diagnose({ ...run, diagnostics: [recorded[name]] });
    expect({ code: failure.code, message: failure.message }).toEqual({ code, message });
    expect(failure.details[0]).toContain(`Error: ${recorded[name].summary}`);
  });

  test('is in this table for every cause', () => {
    const texts = [...Object.values(recorded), ...Object.values(recordedStderr).map((detail) => ({ summary: '', detail }))];
    const matched = (matches: RegExp) =>
      texts.some(({ summary, detail }) => matches.test(`${summary} ${detail}`.replace(/\s+/g, ' ')));
    expect(knownCauses.filter(({ matches }) => !matched(matches)).map(({ code }) => code)).toEqual([]);
  });
});

describe('plain text', () => {
  test.each<[keyof typeof recordedStderr, string, string]>([
    ['bucketMissing', 'terraform/state-bucket-missing', 'The S3 bucket state that should hold the state does not exist.'],
    ['locked', 'terraform/state-locked', lock],
    ['lockOfAnother', 'terraform/lock-gone', 'The lock to release is not there any more, or belongs to another run by now.'],
    ['lockGone', 'terraform/lock-gone', 'The lock to release is not there any more, or belongs to another run by now.'],
    ['nothingToImport', 'terraform/nothing-to-import', 'There is nothing by that id to be imported.'],
    ['badFlag', 'terraform/force-unlock-failed', 'terraform force-unlock failed: Failed to parse command-line flags'],
  ])('%s', (name, code, message) => {
    const failure = diagnose({ ...run, command: 'force-unlock', stderr: recordedStderr[name] });
    expect({ code: failure.code, message: failure.message }).toEqual({ code, message });
  });
});

test('the next step names the lock, the action and the tool', () => {
  const next = (name: keyof typeof recorded, tool: FailedRun['tool'] = 'terraform') =>
    diagnose({ ...run, tool, diagnostics: [recorded[name]] }).next;
  expect([
    next('lockedOnS3', 'tofu'),
    next('denied'),
    next('deniedByBoundary'),
    next('registryUnreachable'),
    next('provisioner'),
  ]).toMatchInlineSnapshot(`
[
  "Wait until that run has ended; only if it died, release its lock: \`tofu force-unlock 8503a2e3-37c5-ac6f-32a8-0cdf2816752f\`.",
  "Allow SNS:CreateTopic in the policy of that role, if this run should be able to do it.",
  "Find the explicit deny of ec2:DescribeVpcs (permissions boundary or service control policy): an allow does not outweigh it.",
  "Let this machine reach registry.terraform.io, or run \`terraform providers mirror DIR\` on a connected machine and copy DIR to ~/.terraform.d/plugins.",
  "Read the tool's own words in the details, correct the cause, and run again.",
]
`);
});

test('the most telling of several errors decides, wherever it stands', () => {
  const { code, details } = diagnose({
    ...run,
    diagnostics: [recorded.endpointRefuses, recorded.provisioner, recorded.notSaved],
  });
  expect(code).toBe('terraform/state-not-saved');
  expect(details.filter((line) => line.startsWith('Error: '))).toHaveLength(3);
});

test('warnings do not decide', () => {
  const warning = { ...recorded.lockedOnS3, severity: 'warning' } as const;
  expect(diagnose({ ...run, diagnostics: [warning, recorded.provisioner] }).code).toBe('terraform/apply-failed');
});

test('several unknown errors are counted', () => {
  const { message } = diagnose({ ...run, diagnostics: [recorded.provisioner, recorded.provisioner] });
  expect(message).toBe('terraform apply failed: local-exec provisioner error (terraform_data.a) (and 1 more)');
});

test('an end without a word', () => {
  expect(diagnose({ ...run, command: 'show', exitCode: 127 })).toMatchObject({
    code: 'terraform/show-failed',
    message: 'terraform show failed: exit code 127, without a word why',
    details: [],
  });
});

test('killed from outside', () => {
  expect(diagnose({ ...run, exitCode: undefined, killedBy: 'SIGKILL' })).toMatchObject({
    code: 'terraform/killed',
    message: 'terraform apply was killed by SIGKILL, by somebody else: on a CI runner mostly because memory ran out.',
  });
});

describe('the holder of a lock', () => {
  test('is read from a failure’s details', () => {
    const { details } = diagnose({ ...run, diagnostics: [recorded.lockedOnS3] });
    expect(parseStateLock(details.join('\n'))).toEqual({
      id: '8503a2e3-37c5-ac6f-32a8-0cdf2816752f',
      operation: 'apply',
      who: 'root@runner',
      createdAt: '2026-11-22T10:53:07Z',
    });
  });

  test('is nobody in any other text', () => {
    expect(parseStateLock('Error: no lock')).toBeUndefined();
  });
});
