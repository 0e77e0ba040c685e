// What is taken for a secret, and what is not.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRandomWord } from '../../../src/actions/plan/redact/entropy.ts';
import { createRedactor } from '../../../src/actions/plan/redact/redact.ts';
import { isSecretPlace } from '../../../src/actions/plan/redact/secret-names.ts';
import { secretShapes } from '../../../src/actions/plan/redact/secret-shapes.ts';
import { planted } from './support/secrets.ts';

const { text, value } = createRedactor([]);

describe('a name', () => {
  test.each([
    'password',
    'master_password',
    'adminPassword',
    'DB_PASSWORD',
    'PGPASSWORD',
    'passwd',
    'secret',
    'clientSecret',
    'client_secret',
    'api_key',
    'apiKey',
    'apikey',
    'access_key',
    'secret_access_key',
    'private_key_pem',
    'auth_token',
    'token',
    'refresh-token',
    'npmToken',
    'connection_string',
    'primary_connection_string',
    'credentials',
    'secret_string',
    'webhook_url',
    'DATABASE_URL',
    'encryption_key',
    'password_hash',
  ])('%s is that of a secret', (name) => {
    expect(isSecretPlace([name])).toBe(true);
  });

  test.each([
    'secret_arn',
    'secretArn',
    'secret_id',
    'secret_name',
    'token_validity',
    'access_token_validity',
    'refresh_token_expiry',
    'kms_key_id',
    'key_name',
    'password_policy',
    'minimum_password_length',
    'max_tokens',
    'manage_master_user_password',
    'password_last_changed',
    'enable_token_revocation',
    'token_url',
    'hash_key',
    'range_key',
    'public_key',
    'ssh_public_key',
    'tokenizer',
    'passenger',
    'author',
    'authorization_type',
    'compass',
    'secretary',
    'key',
    'tags',
    'secret_version',
    'token_type',
    'private_key_algorithm',
    'monkey',
    'name',
  ])('%s is not', (name) => {
    expect(isSecretPlace([name])).toBe(false);
  });

  test.each<[readonly string[], boolean]>([
    [['credentials', 'primary'], true],
    [['secret_string', 'username'], false],
    [['secret_string', 'host'], false],
    [['secret_string', 'anything'], true],
    [['environment', 'DB_PASSWORD', 'value'], true],
    [['master_user_secret', 'secret_arn'], false],
    [['secrets', 'valueFrom'], true],
  ])('%j', (names, expected) => {
    expect(isSecretPlace(names)).toBe(expected);
  });
});

describe('a value that is shown', () => {
  test.each<[readonly string[], unknown]>([
    [['password'], '${aws_secretsmanager_secret.x.arn}'],
    [['secrets', 'valueFrom'], 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:app-AbCdEf'],
    [['password'], true],
    [['max_tokens'], 4096],
    [['token'], ''],
    [['etag'], 'd41d8cd98f00b204e9800998ecf8427e'],
    [['source_code_hash'], 'RbIGYyeOMhTz5fA0BpFXDPl2uHKsv0S1yLMLAaSs7Zs='],
    [['image'], '123456789012.dkr.ecr.eu-west-2.amazonaws.com/app:3f786850e387550fdab836ed7e6dc881de23001b'],
    [['x'], 'app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    [['x'], 'arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'],
    [['x'], 'arn:aws:elasticloadbalancing:eu-west-2:123456789012:loadbalancer/app/prod/50dc6c495c0c9188'],
    [['x'], '8f14e45f-ceea-467f-a0e6-4b1d2f7d3c11'],
    [['x'], 'subnet-0a1b2c3d4e5f67890'],
    [['x'], 'AROAJQABLZS4A3QDU576Q'],
    [['x'], 'Z2FDTNDATAQYW2'],
    [['x'], 'prod-redis.abc123.ng.0001.euw2.cache.amazonaws.com'],
    [['x'], 'postgres://db.internal.example.com:5432/app'],
    [['x'], 'terraform-20240101123456789000000001'],
    [['x'], 'AmazonEC2ContainerServiceforEC2Role'],
    [['x'], 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
    [['x'], 'ELBSecurityPolicy-TLS13-1-2-2021-06'],
    [['x'], 'TargetResponseTimeP99AboveThreshold'],
    [['x'], 'The password policy: at least 12 characters'],
    [['x'], 'fields @timestamp, @message | filter statusCode >= 500 | stats count() by bin(5m)'],
    [['x'], '/aws/lambda/assessment-production-event-processor'],
    [['x'], 'EXAMPLE_CONSTANT_WITH_A_LONG_NAME_2025'],
    [['x'], 'runtime: nodejs20.x, memory: 1024'],
    [['cidr'], '2001:0db8:85a3:0000:0000:8a2e:0370:7334'],
  ])('%j %j', (names, plain) => {
    expect(value(plain as string, names)).toEqual(plain);
  });
});

describe('a secret is not taken for a reference because of how it begins', () => {
  test.each(['/hunter2', '$ecret-word', '${hunter2', 'true-love', '(redacted)hunter2', 'arn:hunter2', '%hunter2%'])(
    '%s',
    (plain) => {
      expect(value(plain, ['password'])).toBe('(redacted)');
      expect(text(`password=${plain}`)).not.toContain(plain.slice(-6));
    },
  );
});

test('every shape says where it is described, and is global: all of its kind go', () => {
  for (const { what, pattern, source } of secretShapes) {
    expect({ what, isGlobal: pattern.global, isLink: source.startsWith('https://') }).toEqual({
      what,
      isGlobal: true,
      isLink: true,
    });
  }
});

describe('a random word', () => {
  const letters = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');
  const missed = (length: number, of: fc.Arbitrary<string>) => {
    const samples = fc.sample(fc.string({ unit: of, minLength: length, maxLength: length }), { numRuns: 1000, seed: 1 });
    return samples.filter((word) => !isRandomWord(word)).length / samples.length;
  };

  test.each([
    [24, 0.12],
    [32, 0.05],
    [40, 0.03],
  ])('of %i letters and digits is missed in at most %d of the cases', (length, most) => {
    expect(missed(length, letters)).toBeLessThan(most);
  });

  test('of 32 or more hexadecimal digits is hardly ever missed', () => {
    expect(missed(32, fc.constantFrom(...'0123456789abcdef'))).toBeLessThan(0.01);
  });
});

describe('redacting', () => {
  test('hides a JSON text as JSON, and leaves it as written when there is nothing to hide', () => {
    expect(value('{ "user": "app", "password": "x" }', ['x'])).toBe('{"user":"app","password":"(redacted)"}');
    expect(value('{ "user": "app" }', ['x'])).toBe('{ "user": "app" }');
  });

  test('twice changes nothing', () => {
    const known = ['a-known-secret', 'another one 12345'];
    const redactor = createRedactor(known);
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(...planted, ...known, 'password=', 'token: ', '"', '\n', '://', '@', '(redacted)', '{"password":"', '"}'),
    );
    const any = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(any, fc.constantFrom('password', 'x', 'etag'), (plain, name) => {
        const once = redactor.value(plain, [name]);
        expect(redactor.value(once, [name])).toEqual(once);
        expect(redactor.text(redactor.text(plain))).toBe(redactor.text(plain));
      }),
      { numRuns: 300 },
    );
  });

  test('takes no longer for hostile texts', () => {
    for (const hostile of [
      'a'.repeat(60_000),
      '://a:'.repeat(12_000),
      '-----BEGIN PRIVATE KEY-----'.repeat(2000),
      '--password '.repeat(6000),
      '"\\'.repeat(30_000),
      'eyJ'.repeat(20_000),
    ]) {
      expect(typeof text(hostile)).toBe('string');
    }
  });
});
