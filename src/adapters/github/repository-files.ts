// Implements the RepositoryFiles port.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import { type Failure, failure } from '../../define/failure.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import { orAbsent } from './absence.ts';
import type { Client } from './client.ts';

type Content = RestEndpointMethodTypes['repos']['getContent']['response']['data'];

export function openRepositoryFiles(client: Client): RepositoryFiles {
  const { rest, repository } = client;
  return {
    read: async (path) => {
      const answer = await orAbsent(client, () => rest.repos.getContent({ ...repository, path }));
      return answer && readContent(path, answer.data);
    },
  };
}

/** A list is a folder; above 1 MiB GitHub leaves out the content: https://docs.github.com/en/rest/repos/contents#get-repository-content */
export function readContent(path: string, content: Content): string {
  if (Array.isArray(content)) throw noPlainFile(path, 'folder');
  const { type, size } = content;
  if (type !== 'file' || !('content' in content)) throw noPlainFile(path, type);
  if (content.encoding !== 'base64') throw tooLarge(path, size);
  return Buffer.from(content.content, 'base64').toString('utf8');
}

function noPlainFile(path: string, type: string): Failure {
  return failure({
    code: 'github/no-plain-file',
    what: `${path} of the default branch is no plain file, but a ${type}.`,
    next: 'Put a plain file in its place.',
  });
}

function tooLarge(path: string, bytes: number): Failure {
  return failure({
    code: 'github/file-too-large',
    what: `${path} of the default branch has ${bytes} bytes; GitHub hands out at most 1 MiB.`,
    next: 'Make it shorter.',
  });
}
