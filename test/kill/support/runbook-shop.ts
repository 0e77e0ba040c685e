// A world for runbooks that die: a service, a database and a cache in an emulated AWS whose time runs fast, and a GitHub.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { runbookContract } from '../../../src/actions/runbook/contract.ts';
import type { RunbookJournal } from '../../../src/actions/runbook/engine/journal.ts';
import { openAutoScaling } from '../../../src/adapters/aws/auto-scaling.ts';
import { openCaches } from '../../../src/adapters/aws/caches.ts';
import { openDatabases } from '../../../src/adapters/aws/databases.ts';
import { openDocuments } from '../../../src/adapters/aws/documents.ts';
import { openServices } from '../../../src/adapters/aws/services.ts';
import { openClock } from '../../../src/adapters/process/system-clock.ts';
import { startEmulator } from '../../../src/rehearsal/emulator/emulator.ts';
import { findMoto } from '../../../src/rehearsal/emulator/find-moto.ts';
import { startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import { openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';
import { buildData } from '../../support/emulated-data.ts';
import { buildService } from '../../support/emulated-service.ts';
import { type Deadly, openKillingProxy } from './killing-proxy.ts';
import { type BundleEnd, runBundle } from './run-bundle.ts';

export const environment = 'staging';
export const prefix = `assess-${environment}`;

const bucket = 'states';
const region = 'eu-west-2';
const person = 'robin';
const workflowPath = '.github/workflows/runbook.yml';
/** Five minutes take a second. */
const rate = 300;

export interface Dispatch {
  readonly mode: 'run' | 'resume';
  readonly runbook?: string;
  readonly target?: string;
  readonly undo?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
  /** When it is killed; never where there is none. */
  readonly deadly?: Deadly;
}

export type RunbookShop = Awaited<ReturnType<typeof openRunbookShop>>;

export async function openRunbookShop(temporaryFolder: string) {
  const folder = await mkdtemp(join(temporaryFolder, 'opsdeck-kill-'));
  const env = process.env;
  const { python } = await findMoto({ searchPath: env.PATH ?? '', cacheFolder: join(folder, 'venv'), env });
  const emulator = await startEmulator({ python, env, logFile: join(folder, 'emulator.log') });
  const client = { region, endpoint: emulator.url, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  const originMs = await build(client);
  const time = `${rate}@${originMs}`;
  const github = await openGitHub();
  const proxy = await openKillingProxy(emulator.url, (path) => path.startsWith(`/${bucket}/runs/runbooks/`));
  const machine = {
    github: github.double,
    environment: { PATH: env.PATH, AWS_ENDPOINT_URL: proxy.url, AWS_REGION: region, ...keys, OPSDECK_TIME: time },
    temporaryFolder: folder,
  };
  const documents = openDocuments({ bucket, client });
  return {
    clock: openClock({ OPSDECK_TIME: time }),
    documents,
    autoScaling: openAutoScaling(client),
    caches: openCaches(client),
    databases: openDatabases(client),
    services: openServices(client),
    writes: proxy.writes,
    journal: async (target: string) =>
      (await documents.read(`runs/runbooks/${environment}/${target}.json`))?.value as RunbookJournal | undefined,
    dispatch: (dispatch: Dispatch): Promise<BundleEnd> => {
      let pid = 0;
      proxy.arm(dispatch.deadly, () => pid);
      return runBundle(machine, {
        contract: runbookContract,
        webhook: github.dispatch(),
        workflow: 'runbook',
        job: 'runbook',
        inputs: inputsOf(dispatch),
        onLine: (_, from) => {
          pid = from;
        },
      });
    },
    close: async (): Promise<void> => {
      await proxy.close();
      await github.double.close();
      await emulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const keys = {
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

function inputsOf({ mode, runbook = '', target = '', undo = false, inputs = {} }: Dispatch): Readonly<Record<string, string>> {
  const asked = { mode, runbook, target, undo: String(undo), inputs: JSON.stringify(inputs), environment, by: person };
  return { ...asked, 'approved-risk': 'high', region, 'state-bucket': bucket };
}

/** @returns since when time runs fast: an hour has passed by now, so that there are backups */
async function build(client: {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: object;
}): Promise<number> {
  const config = client as Parameters<typeof buildData>[0];
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
  await buildService(config, prefix);
  await buildData(config, prefix);
  const originMs = Math.floor(Date.now() - (3600 * 1000) / (rate - 1));
  await startSimulation(client.endpoint, { rate, originMs });
  return originMs;
}

async function openGitHub() {
  const double = await openGitHubDouble({
    owner: 'example',
    name: 'assessments',
    people: [{ login: person, role: 'maintain' }],
    files: { 'README.md': 'Assessments' },
    webhookSecret: 'a secret',
    now: () => new Date(),
  });
  let latest: Webhook | undefined;
  double.onWebhook((webhook) => {
    latest = webhook;
  });
  const dispatch = (): Webhook => {
    double.dispatchWorkflow({ by: person, workflowPath });
    if (latest) return latest;
    throw new Error('GitHub told nobody that the workflow was dispatched');
  };
  return { double, dispatch };
}
