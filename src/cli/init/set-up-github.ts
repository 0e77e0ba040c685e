// Sets GitHub up with a token, or says what to type where there is none.

import { failure } from '../../define/failure.ts';
import type { RepositorySettings } from '../../ports/repository-settings.ts';
import {
  decideGitHubChanges,
  type GitHubChange,
  renderAsCommands,
  renderGitHubChange,
  type WantedSettings,
} from './github-changes.ts';

export interface GitHubPorts {
  /** Absent without a token. */
  readonly settings?: RepositorySettings;
  print(lines: readonly string[]): void;
  confirm(question: string): Promise<boolean>;
}

export type GitHubEnd = 'set' | 'nothing-to-do' | 'not-confirmed' | 'told';

export async function setUpGitHub(
  { settings, print, confirm }: GitHubPorts,
  wanted: Omit<WantedSettings, 'defaultBranch'>,
  repository: string,
): Promise<GitHubEnd> {
  if (!settings) {
    const changes = decideGitHubChanges({ ...wanted, defaultBranch: 'main' }, { environments: [], variables: {} });
    print([
      'Without GITHUB_TOKEN, set this yourself:',
      ...renderAsCommands(changes, repository).map((line) => `  ${line}`),
      noSecrets,
    ]);
    return 'told';
  }
  const found = await settings.repository();
  if (!found) throw notSeen(repository);
  const [environments, variables] = [await settings.environments(), await settings.variables()];
  const changes = decideGitHubChanges({ ...wanted, defaultBranch: found.defaultBranch }, { environments, variables });
  const toDo = changes.filter(({ kind }) => kind !== 'by-hand');
  if (changes.length > 0)
    print([`On GitHub, in ${found.fullName}:`, ...changes.map((change) => `  ${renderGitHubChange(change)}`)]);
  print([noSecrets]);
  if (toDo.length === 0) return 'nothing-to-do';
  if (!(await confirm('Change this on GitHub?'))) return 'not-confirmed';
  for (const change of toDo) await perform(settings, change);
  return 'set';
}

const noSecrets = 'Secrets: none. The workflows take their roles by OIDC.';

async function perform(settings: RepositorySettings, change: GitHubChange): Promise<void> {
  if (change.kind === 'environment') await settings.putEnvironment(change.environment);
  if (change.kind === 'variable') await settings.putVariable(change.name, change.to);
}

function notSeen(repository: string) {
  return failure({
    code: 'init/no-repository',
    what: `GitHub does not show ${repository} to this token.`,
    next: 'Correct --repository, or use a token of an administrator of the repository.',
  });
}
