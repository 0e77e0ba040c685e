import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findMoto, testedVersion } from '../../../src/rehearsal/emulator/find-moto.ts';

/** Stands in for a Python: these tests must not depend on what is installed here, nor reach the network. */
const withMoto = `#!/bin/sh\necho "$0"\necho ${testedVersion}\n`;
const withoutMoto = '#!/bin/sh\nexit 1\n';

let folder: string;
let cacheFolder: string;
let lines: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opsdeck-find-moto-'));
  cacheFolder = join(folder, 'cache');
  lines = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function script(path: string, text: string): Promise<string> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
  await chmod(file, 0o755);
  return file;
}

function find(...folders: readonly string[]) {
  const searchPath = folders.map((name) => join(folder, name)).join(delimiter);
  // The standing-in scripts need a shell's own commands.
  const env = { PATH: `${searchPath}${delimiter}/usr/bin${delimiter}/bin` };
  return findMoto({ searchPath, cacheFolder, env, onProgress: (line) => lines.push(line) });
}

describe('moto is found', () => {
  test('with the interpreter in the first line of moto_server', async () => {
    const python = await script('elsewhere/python3.11', withMoto);
    await script('bin/moto_server', `#!${python}\nimport moto\n`);
    expect(await find('empty', 'bin')).toEqual({ python, motoVersion: testedVersion });
  });

  test("behind a version manager's shims, which are shell scripts", async () => {
    await script('shims/moto_server', '#!/usr/bin/env bash\nexec pyenv exec moto_server\n');
    await script('shims/python3', '#!/bin/sh\necho /real/python3.11\necho 5.2.5\n');
    expect(await find('shims')).toEqual({ python: '/real/python3.11', motoVersion: '5.2.5' });
  });

  test('with a later python of the PATH', async () => {
    await script('one/python3', withoutMoto);
    const python = await script('two/python', withMoto);
    expect(await find('one', 'two')).toMatchObject({ python });
  });

  test('in the virtual environment of an earlier time', async () => {
    const python = await script('cache/bin/python', withMoto);
    expect(await find('empty')).toMatchObject({ python });
    expect(lines).toEqual([]);
  });

  test('after it was installed, which is told line by line', async () => {
    const installed = `${withMoto.replace('#!/bin/sh\n', '#!/bin/sh\n[ "$2" = pip ] && echo "Collecting $7" && exit 0\n')}`;
    await script('template', installed);
    await script(
      'bin/python3',
      `#!/bin/sh\n[ "$2" = venv ] || exit 1\nmkdir -p "$4/bin" && cp "${folder}/template" "$4/bin/python"\n`,
    );
    expect(await find('bin')).toMatchObject({ python: join(cacheFolder, 'bin', 'python') });
    expect(lines).toEqual([
      `No Python here has moto: making a virtual environment in ${cacheFolder}`,
      `Collecting moto[server]==${testedVersion}`,
    ]);
  });
});

describe('moto is not found', () => {
  test('when pip cannot reach its index', async () => {
    await script('template', '#!/bin/sh\necho "ERROR: No matching distribution found" >&2\nexit 1\n');
    await script(
      'bin/python3',
      `#!/bin/sh\n[ "$2" = venv ] || exit 1\nmkdir -p "$4/bin" && cp "${folder}/template" "$4/bin/python"\n`,
    );
    await expect(find('bin')).rejects.toMatchObject({
      code: 'emulator/not-found',
      message: expect.stringContaining(`pip could not install moto[server]==${testedVersion}`),
      next: expect.stringContaining("pip install 'moto[server]"),
      details: ['ERROR: No matching distribution found'],
    });
  });

  test('when there is no usable Python at all', async () => {
    await script('bin/python3', withoutMoto);
    await expect(find('bin')).rejects.toMatchObject({
      code: 'emulator/not-found',
      message: expect.stringContaining('Python could not make a virtual environment'),
    });
  });
});
