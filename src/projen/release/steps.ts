// What a release consists of, as data: each step a command, and whether an earlier try has done it already.
import { movingTagOf } from './version.ts';

export interface ReleaseFacts {
  /** Without `v`. */
  readonly version: string;
  /** The commit that is released. */
  readonly head: string;
  /** `owner/name` */
  readonly repository: string;
  /** Names of the tags that there are. */
  readonly tags: readonly string[];
  /** The commit at which the moving tag stands. */
  readonly movingAt?: string | undefined;
  readonly isPublished: boolean;
  readonly hasGitHubRelease: boolean;
  readonly notesFile: string;
  /** Given to the release on GitHub. */
  readonly assets: readonly string[];
}

export interface ReleaseStep {
  readonly what: string;
  readonly command: readonly [program: string, ...args: readonly string[]];
  readonly isDone: boolean;
}

/**
 * The version's tag comes first: with it, another try after a failure releases the same version. The moving tag, which people's
 * workflows follow, comes last: when all else is there.
 */
export function releaseSteps(facts: ReleaseFacts): readonly ReleaseStep[] {
  const { version, head, repository, tags, movingAt, isPublished, hasGitHubRelease, notesFile, assets } = facts;
  const [tag, moving] = [`v${version}`, movingTagOf(version)];
  const refs = `repos/${repository}/git/refs`;
  return [
    {
      what: `Tag ${tag}`,
      command: ['gh', 'api', '--method', 'POST', refs, '-f', `ref=refs/tags/${tag}`, '-f', `sha=${head}`],
      isDone: tags.includes(tag),
    },
    {
      what: `Write ${version} into package.json`,
      command: ['npm', 'version', version, '--no-git-tag-version', '--allow-same-version'],
      isDone: false,
    },
    {
      what: `Publish opsdeck@${version} to npm, with provenance`,
      // https://docs.npmjs.com/generating-provenance-statements
      command: ['npm', 'publish', '--provenance', '--access', 'public'],
      isDone: isPublished,
    },
    {
      what: `Make the release ${tag} on GitHub`,
      command: ['gh', 'release', 'create', tag, '--verify-tag', '--title', tag, '--notes-file', notesFile, ...assets],
      isDone: hasGitHubRelease,
    },
    {
      what: `Move ${moving} to ${tag}`,
      command: tags.includes(moving)
        ? ['gh', 'api', '--method', 'PATCH', `${refs}/tags/${moving}`, '-f', `sha=${head}`, '-F', 'force=true']
        : ['gh', 'api', '--method', 'POST', refs, '-f', `ref=refs/tags/${moving}`, '-f', `sha=${head}`],
      isDone: movingAt === head,
    },
  ];
}
