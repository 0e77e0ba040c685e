// Stands in for actions/download-artifact: copies the files out of a folder of the run.
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { globToRegex } from '../execution/globs.ts';
import type { StandIn, StandInStep } from '../options.ts';
import { checkArtifactName } from './artifacts.ts';
import { isTrue } from './inputs.ts';

export function downloadArtifact(folder: string): StandIn {
  return {
    about: 'takes the artifact from a folder of this machine',
    inputs: { name: '', path: '', pattern: '', 'merge-multiple': 'false', 'run-id': '', 'github-token': '', repository: '' },
    main: (step) => download(step, folder),
  };
}

async function download(step: StandInStep, folder: string): Promise<void> {
  const { inputs, run, env } = step;
  const { name = '', pattern = '' } = inputs;
  const ofRun = join(folder, runOf(step) ?? String(run.id));
  const target = resolve(env.GITHUB_WORKSPACE ?? '', inputs.path ?? '');
  const present: readonly string[] = await readdir(ofRun).catch(() => []);
  await mkdir(target, { recursive: true });
  if (name !== '') {
    if (!present.includes(checkArtifactName(name)))
      throw new Error(`Unable to download artifact(s): Artifact not found for name: ${name}`);
    await cp(join(ofRun, name), target, { recursive: true });
  } else {
    const wanted = present.filter((artifact) => pattern === '' || globToRegex(pattern).test(artifact)).sort();
    const merge = isTrue(inputs['merge-multiple']);
    for (const artifact of wanted) await cp(join(ofRun, artifact), merge ? target : join(target, artifact), { recursive: true });
    step.log(`Artifacts downloaded: ${wanted.join(', ') || 'none'}.`);
  }
  step.setOutput('download-path', target);
}

/** Another run's artifacts need a token that may read them. */
function runOf({ inputs }: StandInStep): string | undefined {
  const { 'run-id': runId = '', 'github-token': token = '' } = inputs;
  if (runId === '' || token === '') return undefined;
  if (!/^\d+$/.test(runId)) throw new Error(`The input run-id is no number: ${JSON.stringify(runId)}`);
  return runId;
}
