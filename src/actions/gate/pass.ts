// Lets a pull request's synthesized stacks through, or throws: for every job that is about to use them beside credentials.
import { failure } from '../../define/failure.ts';
import { defaultStacksConfig, type StacksConfig } from '../../define/stacks-config.ts';
import { type SynthFile, stackFile } from './files.ts';
import { extensionOf, gateOutput, isAccepted, type OutputVerdict, stacksOfPullRequest } from './output.ts';
import { renderGateText } from './render.ts';

export interface PassRequest {
  readonly pullRequest: number;
  /** The host that it was synthesized for. */
  readonly environment: string;
  readonly region: string;
  /** As the trusted side has it; that of the reference platform when left out. */
  readonly config?: StacksConfig;
}

export function judge(files: readonly SynthFile[], request: PassRequest): OutputVerdict {
  const { pullRequest, environment, region, config = defaultStacksConfig } = request;
  const expected = stacksOfPullRequest({ environment, region }, pullRequest, config);
  return gateOutput(files, { expected, extension: extensionOf(config) });
}

/** @throws a Failure `gate/refused` or `gate/missing`. @returns the JSON of each stack by its folder */
export function passGate(files: readonly SynthFile[], request: PassRequest): ReadonlyMap<string, unknown> {
  const verdict = judge(files, request);
  if (!isAccepted(verdict)) throw refused(verdict);
  if (verdict.missing.length > 0) throw missing(verdict.missing.map(({ folder }) => folder));
  return new Map(verdict.stacks.map(({ folder }) => [folder, jsonOf(files, `${folder}/${stackFile}`)]));
}

function jsonOf(files: readonly SynthFile[], path: string): unknown {
  const bytes = files.find((file) => file.path === path)?.bytes ?? new Uint8Array();
  return JSON.parse(new TextDecoder().decode(bytes));
}

export function refused(verdict: OutputVerdict) {
  return failure({
    code: 'gate/refused',
    what: "What the pull request's code synthesized breaks rules of this repository, so nothing of it is planned.",
    next: 'Read the refusals above, change the code, and push again; the rules are those of the base branch.',
    details: renderGateText(verdict).split('\n'),
  });
}

export function missing(folders: readonly string[]) {
  return failure({
    code: 'gate/missing',
    what: `The synthesis left out ${folders.join(', ')}.`,
    next: 'Let the synth job write every stack of the pull request (`opsdeck synth --pull-request <number>` does), and hand on all of it.',
  });
}
