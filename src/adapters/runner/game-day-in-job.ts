// GitHub and AWS as a job has them that plays a game day, or puts right what one has left.
import type { Clock } from '../../ports/clock.ts';
import type { Progress } from '../../ports/progress.ts';
import { openMetrics } from '../aws/metrics.ts';
import { openTaggedResources } from '../aws/tagged-resources.ts';
import { type CloudInputs, clientConfig, documentsInJob } from './cloud-in-job.ts';
import { type GitHubInputs, gitHubInJob } from './github-in-job.ts';
import type { JobContext } from './job-context.ts';
import { operationsInJob } from './operations-in-job.ts';

export interface GameDayJob {
  readonly inputs: CloudInputs & GitHubInputs;
  readonly context: JobContext;
  readonly env: NodeJS.ProcessEnv;
  readonly progress: Progress;
  readonly clock: Clock;
}

export function gameDayInJob({ inputs, context, env, progress, clock }: GameDayJob) {
  const client = clientConfig(inputs, env);
  return {
    ...gitHubInJob(inputs, context, progress),
    ...operationsInJob(inputs, env),
    documents: documentsInJob(inputs, env),
    metrics: openMetrics(client, clock),
    taggedResources: openTaggedResources(client),
    clock,
    progress,
  };
}
