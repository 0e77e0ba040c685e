// Holds what the default branch synthesized for an environment against the rules that pull requests are held against.
import type { SynthFile } from '../gate/files.ts';
import { stackFile } from '../gate/files.ts';
import { gateOutput, isAccepted, stacksOfPullRequest } from '../gate/output.ts';
import { missing, refused } from '../gate/pass.ts';
import { hostGroup } from './keys.ts';

/**
 * What was merged was reviewed, and yet it is judged again: it was synthesized anew, by packages that may have changed since,
 * and not everything on a default branch came through a pull request. Of other folders nothing is used, so nothing is asked.
 *
 * @throws a Failure `gate/refused` or `gate/missing`. @returns the JSON of both stacks by their folders
 */
export function passHost(
  files: readonly SynthFile[],
  host: { readonly environment: string; readonly region: string },
): ReadonlyMap<string, unknown> {
  const expected = stacksOfPullRequest(host, 0).filter(({ folder }) => folder.startsWith(hostGroup));
  const own = files.filter(({ path }) => expected.some(({ folder }) => path === folder || path.startsWith(`${folder}/`)));
  const verdict = gateOutput(own, { expected });
  if (verdict.missing.length > 0) throw missing(verdict.missing.map(({ folder }) => folder));
  if (!isAccepted(verdict)) throw refused(verdict);
  return new Map(expected.map(({ folder }) => [folder, jsonOf(own, `${folder}/${stackFile}`)]));
}

function jsonOf(files: readonly SynthFile[], path: string): unknown {
  const bytes = files.find((file) => file.path === path)?.bytes ?? new Uint8Array();
  return JSON.parse(new TextDecoder().decode(bytes));
}
