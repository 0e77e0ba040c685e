// GitHub and AWS as runbooks have them: every call of one is told to a guard first, and only the clients that it uses are ever loaded.
import type { Alarms } from '../../ports/alarms.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Pager } from '../../ports/pager.ts';
import type { Progress } from '../../ports/progress.ts';
import type { CallGuard, RunbookPorts } from '../../ports/runbook-ports.ts';
import type { TaggedResources } from '../../ports/tagged-resources.ts';
import type { AwsClientConfig } from '../aws/client-config.ts';
import { type CloudInputs, clientConfig, documentsInJob } from './cloud-in-job.ts';
import { type GitHubInputs, gitHubInJob } from './github-in-job.ts';
import type { JobContext } from './job-context.ts';
import { lazily } from './lazily.ts';

export interface RunbookPortsSetup {
  readonly client: AwsClientConfig;
  /** Of states, leases and journals. */
  readonly bucket: string;
  readonly clock: Clock;
  /** Where files for people are kept. */
  readonly folder: string;
  /** Blacks secrets out of them. */
  readonly redact: (content: string) => string;
  /** When it is aborted, queries that run at AWS are ended. */
  readonly signal?: AbortSignal;
}

export function openRunbookPorts(setup: RunbookPortsSetup, guard: CallGuard): RunbookPorts {
  const { bucket, clock, folder, redact, signal } = setup;
  const client: AwsClientConfig = { ...setup.client, onCall: guard };
  return {
    addressSets: lazily(async () => (await import('../aws/address-sets.ts')).openAddressSets(client)),
    alarms: lazily(async () => (await import('../aws/alarms.ts')).openAlarms(client)),
    apiLimits: lazily(async () => (await import('../aws/api-limits.ts')).openApiLimits(client)),
    autoScaling: lazily(async () => (await import('../aws/auto-scaling.ts')).openAutoScaling(client)),
    caches: lazily(async () => (await import('../aws/caches.ts')).openCaches(client)),
    databases: lazily(async () => (await import('../aws/databases.ts')).openDatabases(client)),
    evidence: lazily(async () => (await import('../aws/evidence.ts')).openEvidence(client, { clock, ...(signal && { signal }) })),
    experiments: lazily(async () => (await import('../aws/experiments.ts')).openExperiments(client)),
    keptFiles: lazily(async () => (await import('../files/kept-files.ts')).openKeptFiles({ folder, redact })),
    networks: lazily(async () => (await import('../aws/networks.ts')).openNetworks(client)),
    previews: lazily(async () => {
      const { openDocuments } = await import('../aws/documents.ts');
      return (await import('../aws/previews.ts')).openPreviews(openDocuments({ bucket, client }), clock);
    }),
    queues: lazily(async () => (await import('../aws/queues.ts')).openQueues(client)),
    secrets: lazily(async () => (await import('../aws/secrets.ts')).openSecrets(client)),
    services: lazily(async () => (await import('../aws/services.ts')).openServices(client)),
    streams: lazily(async () => (await import('../aws/streams.ts')).openStreams(client)),
    taggedResources: lazily(async () => (await import('../aws/tagged-resources.ts')).openTaggedResources(client)),
    zonalShifts: lazily(async () => (await import('../aws/zonal-shifts.ts')).openZonalShifts(client)),
  };
}

/** What the engine itself watches, and whom it tells. */
export interface EnginePorts {
  readonly alarms: Alarms;
  readonly pager: Pager;
  readonly taggedResources: TaggedResources;
}

export function openEnginePorts(client: AwsClientConfig): EnginePorts {
  return {
    alarms: lazily(async () => (await import('../aws/alarms.ts')).openAlarms(client)),
    pager: lazily(async () => (await import('../aws/pager.ts')).openPager(client)),
    taggedResources: lazily(async () => (await import('../aws/tagged-resources.ts')).openTaggedResources(client)),
  };
}

export interface RunbookJob extends Pick<RunbookPortsSetup, 'clock' | 'folder' | 'redact' | 'signal'> {
  readonly inputs: CloudInputs & GitHubInputs;
  readonly context: JobContext;
  readonly env: NodeJS.ProcessEnv;
  readonly progress: Progress;
}

export function runbooksInJob({ inputs, context, env, progress, ...own }: RunbookJob) {
  const client = clientConfig(inputs, env);
  const { clock } = own;
  const metrics: Metrics = lazily(async () => (await import('../aws/metrics.ts')).openMetrics(client, clock));
  return {
    ...gitHubInJob(inputs, context, progress),
    ...openEnginePorts(client),
    documents: documentsInJob(inputs, env),
    ...{ metrics, clock, progress },
    openPorts: (guard: CallGuard) => openRunbookPorts({ ...own, client, bucket: inputs['state-bucket'] }, guard),
  };
}
