// Writes the one stack of a repository as the workflows look for it: of an environment, and of a pull request's preview.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { configPath } from '../define/config-file.ts';
import { failure } from '../define/failure.ts';
import { parseStacksConfig } from '../define/stacks-config.ts';
import { previewName } from '../define/synth-layout.ts';
import type { OwnStackSettings } from './own-stack.ts';
import { isRegion } from './regions.ts';

export interface OwnSynthesis {
  /** Adds the stack to the app. */
  readonly stack: (app: App, settings: OwnStackSettings) => void;
  readonly environment: string;
  readonly region: string;
  /** Number of a pull request, whose preview is written, too. */
  readonly pullRequest?: string | undefined;
  /** @default "cdktf.out" */
  readonly out?: string;
}

/**
 * Below `out`: `host/stacks/platform/cdk.tf.json`, and `isolated/stacks/platform/cdk.tf.json` of a pull request. Prefix and tags
 * are those of `.github/opsdeck.json`.
 *
 * @throws a Failure `settings/invalid`, `stacks/config`
 */
export function synthesizeOwn({ stack, environment, region, pullRequest, out = 'cdktf.out' }: OwnSynthesis): void {
  if (!isRegion(region)) throw invalid(`region: there is no ${JSON.stringify(region)} among those that Opsdeck knows`);
  if (pullRequest !== undefined && !/^[1-9]\d{0,6}$/.test(pullRequest)) throw invalid(`pull request: expected its number`);
  const config = parseStacksConfig(readFileSync(configPath, 'utf8'));
  const write = (group: string, name: string): void => {
    const outdir = join(out, group);
    mkdirSync(outdir, { recursive: true });
    const app = new App({ outdir });
    stack(app, { environment: name, region, config });
    app.synth();
  };
  write('host', environment);
  if (pullRequest !== undefined) write('isolated', previewName(Number(pullRequest)));
}

function invalid(problem: string) {
  return failure({
    code: 'settings/invalid',
    what: `These settings describe no stack:\n- ${problem}`,
    next: 'Correct them and synthesize again.',
  });
}
