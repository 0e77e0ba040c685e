// Finds a Python that can run moto's server: an installed one, else a virtual environment that is made on first use.
import { open } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { failure } from '../../define/failure.ts';
import type { Environment } from './environment.ts';
import { runTool } from './run-tool.ts';

export interface MotoSearch {
  /** The value of PATH. */
  readonly searchPath: string;
  /** For the virtual environment; it may not exist yet. */
  readonly cacheFolder: string;
  /** For the commands that are run while searching: version managers (pyenv, asdf) put scripts in Python's place. */
  readonly env: Environment;
  /** One line of what is going on, pip's output above all. */
  readonly onProgress?: (line: string) => void;
  readonly signal?: AbortSignal;
}

export interface Moto {
  /** The interpreter itself, not a script that starts it. */
  readonly python: string;
  readonly motoVersion: string;
}

/** What the gap layer was written and measured against; `server.py --list` tells how another version differs. */
export const testedVersion = '5.2.1';
const requirement = `moto[server]==${testedVersion}`;

const probeTimeoutSeconds = 60;
const installTimeoutSeconds = 600;

/** @throws `emulator/not-found` */
export async function findMoto(search: MotoSearch): Promise<Moto> {
  for await (const candidate of candidates(search)) {
    const found = await probe(candidate, search);
    if (found !== undefined) return found;
  }
  return install(search);
}

async function* candidates({ searchPath, cacheFolder }: MotoSearch): AsyncGenerator<string> {
  const folders = [...new Set(searchPath.split(delimiter).filter(Boolean))];
  for (const folder of folders) {
    const interpreter = await interpreterOf(join(folder, 'moto_server'));
    if (interpreter !== undefined) yield interpreter;
  }
  for (const folder of folders) {
    yield join(folder, 'python3');
    yield join(folder, 'python');
  }
  yield pythonOf(cacheFolder);
}

/** From a script's first line; a version manager's shim names a shell there, which cannot import moto and is passed over. */
async function interpreterOf(script: string): Promise<string | undefined> {
  const firstLine = await readStart(script);
  const [, command] = /^#!\s*(\S+)/.exec(firstLine) ?? [];
  return command === undefined || /(?:^|\/)(?:env|\w*sh)$/.test(command) ? undefined : command;
}

async function readStart(file: string): Promise<string> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}

/** Asks the candidate for its own path, which is the interpreter's even where the candidate is a shim. */
async function probe(candidate: string, { env, signal }: MotoSearch): Promise<Moto | undefined> {
  // Looks whether moto and its server's web framework are there without importing them, which takes seconds.
  const question =
    'import sys; from importlib import metadata, util; assert util.find_spec("moto") and util.find_spec("flask"); ' +
    'print(sys.executable); print(metadata.version("moto"))';
  const answer = await runTool(candidate, ['-c', question], { env, timeoutSeconds: probeTimeoutSeconds, signal });
  const [python, motoVersion] = answer.lines;
  return answer.ok && python && motoVersion ? { python, motoVersion } : undefined;
}

function pythonOf(virtualEnvironment: string): string {
  return join(virtualEnvironment, 'bin', 'python');
}

async function install(search: MotoSearch): Promise<Moto> {
  const { cacheFolder, env, signal, onProgress } = search;
  const run = { env, signal, onLine: onProgress, timeoutSeconds: installTimeoutSeconds };
  onProgress?.(`No Python here has moto: making a virtual environment in ${cacheFolder}`);
  const made = await runTool('python3', ['-m', 'venv', '--clear', cacheFolder], run);
  if (!made.ok) throw notFound('Python could not make a virtual environment', made.lines);
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--progress-bar', 'off', requirement];
  const filled = await runTool(pythonOf(cacheFolder), pip, run);
  if (!filled.ok) throw notFound(`pip could not install ${requirement}`, filled.lines);
  const found = await probe(pythonOf(cacheFolder), search);
  if (found === undefined) throw notFound(`the freshly installed moto in ${cacheFolder} cannot be imported`, []);
  return found;
}

function notFound(reason: string, details: readonly string[]): Error {
  return failure({
    code: 'emulator/not-found',
    what: `There is no AWS emulator to rehearse with: no Python on the PATH has moto, and ${reason}.`,
    next: `Install it where \`python3\` finds it, with Python 3.10 or newer: pip install '${requirement}'`,
    details: details.slice(-10),
  });
}
