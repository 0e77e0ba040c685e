// GitHub as a job has it: with the job's own token, for the repository that the job is of.
import type { Progress } from '../../ports/progress.ts';
import { type GitHub, openGitHub } from '../github/github.ts';
import { systemClock } from '../process/system-clock.ts';
import type { JobContext } from './job-context.ts';

export interface GitHubInputs {
  readonly 'github-token': string;
  readonly 'comment-author': string;
}

export function gitHubInJob(inputs: GitHubInputs, { apiUrl, repository }: JobContext, { info }: Progress): GitHub {
  return openGitHub({
    token: inputs['github-token'],
    apiUrl,
    repository,
    botLogin: inputs['comment-author'],
    userAgent: 'opsdeck',
    clock: systemClock,
    log: info,
  });
}
