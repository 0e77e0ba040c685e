// The jobs of a shared preview, asked for as the generated workflows do it.
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlan } from '../../../src/actions/plan/read/read-plan.ts';
import { sharedPreview } from '../../../src/actions/plan/targets.ts';
import { previewContract as contract } from '../../../src/actions/preview/contract.ts';
import { stateKey } from '../../../src/actions/preview/keys.ts';
import { openTerraform } from '../../../src/adapters/terraform/terraform.ts';
import { previewName } from '../../../src/define/synth-layout.ts';
import { databaseNameOf } from '../../../src/stacks/names.ts';
import { environment, region } from './host.ts';
import { type BundleEnd, type BundleJob, runBundle } from './run-bundle.ts';
import type { PullRequest, Stage } from './stage.ts';

/** What a test adds to a job. */
export type Extras = Pick<BundleJob, 'onLine' | 'environment'>;

export interface Jobs {
  deploy(pullRequest: PullRequest, extras?: Extras): Promise<BundleEnd>;
  destroy(pullRequest: PullRequest, extras?: Extras): Promise<BundleEnd>;
  reap(extras?: Extras): Promise<BundleEnd>;
}

/** Alone on the host, a preview gets the first. */
const slot = 1;

/** @param planning the environment of the plans' Terraform, on top of the stage's */
export function openJobs(stage: Stage, planning: NodeJS.ProcessEnv = {}): Jobs {
  const { host, machine } = stage;
  const common = { environment, region, 'state-bucket': host.bucket, domain: host.domain };
  const digestOf = openPlans(stage, planning);
  return {
    deploy: async (pullRequest, extras) => {
      const inputs = {
        ...common,
        mode: 'deploy',
        image: imageOf(pullRequest),
        shape: 'shared',
        reason: 'the label asks for it',
        slot: String(slot),
        'digest-service': await digestOf(pullRequest),
      };
      const { folder: artifact } = pullRequest;
      const webhook = pullRequest.webhook();
      return runBundle(machine, { contract, webhook, workflow: 'pull-request', job: 'preview', artifact, inputs, ...extras });
    },
    destroy: (pullRequest, extras) => {
      const inputs = { ...common, mode: 'destroy' };
      const webhook = pullRequest.webhook();
      return runBundle(machine, { contract, webhook, workflow: 'pull-request', job: 'destroy', inputs, ...extras });
    },
    reap: (extras) => {
      const webhook = stage.schedule();
      return runBundle(machine, {
        contract,
        webhook,
        workflow: 'reaper',
        job: 'reap',
        inputs: { ...common, mode: 'reap' },
        ...extras,
      });
    },
  };
}

/** As CI builds one for each commit. */
function imageOf(pullRequest: PullRequest): string {
  return `registry.example.org/assessments@sha256:${pullRequest.headSha().padEnd(64, '0')}`;
}

/**
 * Plays the plan job: the digest of what a deploy would do now. Where there is nothing yet, plans differ in the names alone, so
 * one by Terraform is enough for all of them; a wrong digest would be refused.
 */
function openPlans(stage: Stage, planning: NodeJS.ProcessEnv): (pullRequest: PullRequest) => Promise<string> {
  let first: { readonly words: readonly string[]; readonly text: string } | undefined;
  return async (pullRequest) => {
    const isNew = !(await stage.documents.list('previews/')).includes(stateKey(pullRequest.number, 'service'));
    if (!isNew) return readPlan(await plan(stage, pullRequest, planning)).digest;
    const words = ownWords(pullRequest);
    first ??= { words, text: (await plan(stage, pullRequest, planning)).toString('utf8') };
    const text = first.words.reduce((renamed, word, index) => renamed.replaceAll(word, words[index] ?? ''), first.text);
    return readPlan(Buffer.from(text)).digest;
  };
}

/** What no other pull request's plan has. */
function ownWords(pullRequest: PullRequest): readonly string[] {
  const name = previewName(pullRequest.number);
  return [imageOf(pullRequest), name, databaseNameOf(name)];
}

async function plan({ world, host, machine }: Stage, pullRequest: PullRequest, planning: NodeJS.ProcessEnv): Promise<Buffer> {
  const facts = { pullRequest: pullRequest.number, environment, domain: host.domain };
  const { path, variables } = sharedPreview(facts, imageOf(pullRequest), slot);
  const folder = join(world.folder, `plan-${pullRequest.number}`);
  await cp(join(pullRequest.folder, path), folder, { recursive: true });
  const env = { ...machine.environment, ...planning };
  const terraform = openTerraform({ binary: world.binary, folder, env, temporaryFolder: world.folder });
  try {
    await terraform.init({ backendConfig: { bucket: host.bucket } });
    await terraform.plan({ variables, outFile: 'plan.tfplan' });
    return Buffer.from(await terraform.showBytes('plan.tfplan'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
