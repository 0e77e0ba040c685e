// Cases of the runbooks that collect, stop and clean up: evidence, experiments, and a preview that nobody looks after.
import type { Lease } from '../../actions/preview/lease.ts';
import { openSignedJson } from '../../adapters/aws/signed-json.ts';
import { type Cloud, runbookCase } from './runbook-case.ts';

interface Faults {
  readonly lever: string;
  readonly active: number;
}

async function lookAtExperiments({ experiments }: Cloud): Promise<Faults> {
  return { lever: await experiments.safetyLever(), active: (await experiments.active()).length };
}

/** Somebody's, in another environment, that does nothing but run. */
async function startExperiment({ client, experiments }: Cloud): Promise<void> {
  const ask = openSignedJson({ ...client, service: 'fis' });
  const body = {
    clientToken: 'rehearsal',
    description: 'Waits',
    roleArn: 'arn:aws:iam::123456789012:role/fis',
    stopConditions: [{ source: 'none' }],
    targets: {},
    actions: { wait: { actionId: 'aws:fis:wait', parameters: { duration: 'PT1H' } } },
    tags: { Name: 'rehearsal' },
  };
  const made = await ask({ call: 'CreateExperimentTemplate', method: 'POST', path: '/experimentTemplates', body });
  const { experimentTemplate } = made as { readonly experimentTemplate: { readonly id: string } };
  const templateId = experimentTemplate.id;
  await experiments.start({ templateId, clientToken: 'rehearsal', isPreview: false, tags: { Environment: 'production' } });
}

async function removeTemplate({ client, experiments }: Cloud): Promise<void> {
  const ask = openSignedJson({ ...client, service: 'fis' });
  const [template] = await experiments.templates({ Name: 'rehearsal' });
  if (template) {
    await ask({ call: 'DeleteExperimentTemplate', method: 'DELETE', path: `/experimentTemplates/${template.id}` });
  }
  await experiments.disengageSafetyLever('The rehearsal is over');
}

const pullRequest = 7;
const leaseKey = `previews/pr-${pullRequest}/lease.json`;

interface Preview {
  readonly status: string;
  readonly expiresAt: string;
}

async function lookAtPreview({ documents }: Cloud): Promise<Preview> {
  const lease = (await documents.read(leaseKey))?.value as Lease | undefined;
  return { status: lease?.status ?? 'none', expiresAt: lease?.expiresAt ?? '' };
}

/** Of a preview that is up for some more hours. */
async function leavePreview({ documents, pace }: Cloud): Promise<void> {
  const at = (hours: number): string => new Date(pace.clock.now().getTime() + hours * 3_600_000).toISOString();
  const lease: Lease = {
    pullRequest,
    headSha: 'a'.repeat(40),
    shape: 'shared',
    reason: 'it changes the service only',
    slot: 1,
    image: `registry.example.org/assessments@sha256:${'2'.repeat(64)}`,
    digest: 'b'.repeat(12),
    status: 'live',
    step: 'unlock',
    run: { runId: 1, attempt: 1 },
    createdAt: at(-20),
    updatedAt: at(-20),
    expiresAt: at(28),
  };
  await documents.create(leaseKey, lease);
}

export const evidenceCases = [
  runbookCase<Record<string, never>>({
    runbook: 'collect-diagnostics',
    look: async () => ({}),
    inputs: () => ({}),
    isDone: (_, __, files) => files.includes('summary.md') && files.filter((file) => file.endsWith('.json')).length > 5,
  }),
  runbookCase<Faults>({
    runbook: 'stop-all-experiments',
    look: lookAtExperiments,
    // Undone as long as no experiment runs: the lever stays engaged otherwise, which is what it is there for.
    prepareRun: startExperiment,
    inputs: () => ({}),
    isDone: (_, { lever, active }) => lever === 'engaged' && active === 0,
    failure: () => ({
      kind: 'denied',
      trap: { call: 'fis:GET /safetyLevers/default', after: 'fis:PATCH /safetyLevers/default/state' },
    }),
    restore: removeTemplate,
  }),
  runbookCase<Preview>({
    runbook: 'preview-cleanup',
    prepare: leavePreview,
    look: lookAtPreview,
    inputs: () => ({ 'pull-request': `${pullRequest}` }),
    isDone: (before, { status, expiresAt }) => status === before.status && expiresAt < before.expiresAt,
    failure: ({ bucket }) => ({
      kind: 'denied',
      trap: { call: `s3:GET /${bucket}/${leaseKey}`, after: `s3:PUT /${bucket}/${leaseKey}` },
    }),
    restore: async ({ documents }) => {
      const found = await documents.read(leaseKey);
      if (found) await documents.remove(leaseKey, found.version);
    },
  }),
];
