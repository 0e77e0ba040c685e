// Finding Terraform: which one is taken, and what is said when it cannot be used.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findBinary } from '../../../src/adapters/terraform/binary.ts';
import { describeWith } from '../../support/needs.ts';
import { failureOf, fakeBinary, realBinary, temporaryFolders } from './support.ts';

const temporaryFolder = temporaryFolders();
const answer = (version: string) => `echo '{"terraform_version":"${version}","platform":"linux_amd64"}'`;

describe('a search', () => {
  test('prefers terraform to tofu, wherever on the PATH they are', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    fakeBinary(first, answer('1.11.0'), 'tofu');
    const path = fakeBinary(second, answer('1.12.3'));
    expect(await findBinary({ searchPath: `${first}:${second}`, env: {} })).toEqual({
      path,
      tool: 'terraform',
      version: '1.12.3',
      platform: 'linux_amd64',
    });
  });

  test('takes tofu where there is no terraform, and passes over a folder of that name', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'terraform'));
    fakeBinary(folder, answer('1.11.0'), 'tofu');
    expect(await findBinary({ searchPath: `:/nonexistent:${folder}`, env: {} })).toMatchObject({
      tool: 'tofu',
      version: '1.11.0',
    });
  });

  test('takes what is configured, and gives it the environment', async () => {
    const folder = temporaryFolder();
    fakeBinary(folder, answer('1.99.0'));
    const explicitPath = fakeBinary(folder, answer(`'$VERSION'`), 'opentofu');
    const found = await findBinary({ explicitPath, searchPath: folder, env: { VERSION: '1.13.0' } });
    expect(found).toMatchObject({ tool: 'tofu', path: explicitPath, version: '1.13.0' });
  });
});

describe('a search fails with', () => {
  test('terraform/not-found when there is none', async () => {
    const failure = await failureOf(findBinary({ searchPath: '/nonexistent:/nor-this', env: {} }));
    expect(failure).toMatchObject({
      code: 'terraform/not-found',
      message: 'Neither terraform nor tofu is on the PATH.',
      details: ['/nonexistent', '/nor-this'],
    });
    expect(failure.next).toContain('https://developer.hashicorp.com/terraform/install');
  });

  test('terraform/not-found when the configured one is not there, even if others are', async () => {
    const folder = temporaryFolder();
    fakeBinary(folder, answer('1.12.0'));
    const failure = await failureOf(findBinary({ explicitPath: '/nonexistent/tf', searchPath: folder, env: {} }));
    expect(failure).toMatchObject({
      code: 'terraform/not-found',
      message: '/nonexistent/tf, configured as the Terraform to use, is no executable file.',
    });
  });

  test.each(['0.12.31', '1.10.5', '1.11.0-rc1'])('terraform/too-old for %s', async (version) => {
    const path = fakeBinary(temporaryFolder(), answer(version));
    expect(await failureOf(findBinary({ explicitPath: path, searchPath: '', env: {} }))).toMatchObject({
      code: 'terraform/too-old',
      message: `${path} is terraform ${version}, and 1.11.0 or newer is needed (S3 lock files, write-only arguments).`,
    });
  });

  test.each([
    ['garbage', 'echo Hello; echo oops >&2', 'it ended with exit code 0.', ['Hello', 'oops']],
    ['JSON of another tool', `echo '{"version":1}'`, 'it ended with exit code 0.', ['{"version":1}']],
    [
      'a version that is none',
      answer('latest'),
      'it ended with exit code 0.',
      ['{"terraform_version":"latest","platform":"linux_amd64"}'],
    ],
    ['a bad exit code', 'echo "no such file" >&2; exit 126', 'it ended with exit code 126.', ['no such file']],
  ])('terraform/not-runnable for %s', async (_what, body, end, details) => {
    const path = fakeBinary(temporaryFolder(), body);
    const failure = await failureOf(findBinary({ explicitPath: path, searchPath: '', env: {} }));
    expect(failure).toMatchObject({ code: 'terraform/not-runnable', details });
    expect(failure.message).toBe(`\`${path} version -json\` did not tell a version: ${end}`);
  });

  test('terraform/not-runnable for a script whose interpreter is missing', async () => {
    const path = join(temporaryFolder(), 'terraform');
    writeFileSync(path, '#!/nonexistent/interpreter\n', { mode: 0o755 });
    const failure = await failureOf(findBinary({ explicitPath: path, searchPath: '', env: {} }));
    expect(failure).toMatchObject({ code: 'terraform/not-runnable', cause: expect.objectContaining({ code: 'ENOENT' }) });
  });
});

describeWith(['terraform'], 'the real one', () => {
  test('tells its version and platform', async () => {
    expect(await realBinary()).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      platform: expect.stringMatching(/^[a-z]+_[a-z0-9]+$/),
    });
  });
});
