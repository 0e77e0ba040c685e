// The command as a person runs it: what it says when it cannot do what it was asked.
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { end, start, temporaryFolder } from '../support/cli.ts';
import { describeWith } from '../support/needs.ts';

jest.setTimeout(60_000);
const folder = temporaryFolder();

describe('what a person may get wrong', () => {
  test.each([
    [['rehearse', 'platform', '--profile', 'huge'], 2, 'profile: expected one of production, staging, preview; got "huge"'],
    [['rehearse', '--profile', 'preview'], 2, 'takes neither --profile nor --keep'],
    [['rehearse', 'platform', '--record'], 2, 'The scenario "platform" records nothing.'],
    [['rehearse', '--region', 'mars-1'], 2, 'region: expected one of'],
    [['rehearse', 'everything'], 2, 'There is no scenario "everything".'],
    [['rehearse', '--port', 'http'], 2, '"http" is no port.'],
    [['rehearse', '--faults', '99'], 2, 'the share is at most 60'],
    [['rehearse', '--seed', '7'], 2, '--faults with a share in percent'],
    [['rehearse', 'deploy', '--faults', '30'], 2, 'Faults are for the scenario "pull-request"'],
    [['rehearse', '--kep'], 2, 'unknown option --kep'],
    [['deploy'], 2, 'There is no command "deploy".'],
  ])('opsdeck %j', async (args, code, text) => {
    const { exitCode, errors, left } = await end(start(args));
    expect({ exitCode, left }).toEqual({ exitCode: code, left: [] });
    expect(errors).toContain(text);
    expect(errors).toContain('→');
  });
});

describe('a machine that lacks something', () => {
  test('no Terraform', async () => {
    const { exitCode, errors, left } = await end(start(['rehearse'], { PATH: folder() }));
    expect({ exitCode, left }).toEqual({ exitCode: 1, left: [] });
    expect(errors).toContain('Neither terraform nor tofu is on the PATH.');
  });

  test('a Terraform that is too old', async () => {
    const old = join(folder(), 'terraform');
    writeFileSync(old, `#!/bin/sh\necho '{"terraform_version":"1.9.8","platform":"linux_amd64"}'\n`);
    chmodSync(old, 0o755);
    const { exitCode, errors } = await end(start(['rehearse'], { OPSDECK_TERRAFORM: old }));
    expect(exitCode).toBe(1);
    expect(errors).toContain('is terraform 1.9.8, and 1.11.0 or newer is needed');
  });
});

describeWith(['terraform', 'moto_server'], 'a rehearsal', () => {
  test('tells that its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { exitCode, errors, left } = await end(start(['rehearse', '--port', String(port)]));
    server.close();
    expect({ exitCode, left }).toEqual({ exitCode: 1, left: [] });
    expect(errors).toContain(`cannot listen on 127.0.0.1:${port}`);
  });
});
