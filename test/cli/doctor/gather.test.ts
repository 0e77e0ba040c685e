// What the doctor holds the facts against follows from the repository itself: its workflows, and its configuration.
import { describe, expect, test } from '@jest/globals';
import { type DoctorPorts, gatherFacts } from '../../../src/cli/doctor/gather.ts';
import { failure } from '../../../src/define/failure.ts';
import { partNames } from '../../../src/define/parts.ts';
import type { Account } from '../../../src/ports/account.ts';

const nobody = failure({ code: 'aws/access-denied', what: 'Nobody is signed in.', next: 'Sign in.' });
/** Asked who somebody is, it refuses; then nothing else is asked. */
const account = { whoAmI: () => Promise.reject(nobody) } as unknown as Account;

const given = { opsdeckVersion: '0.3.0', nodeVersion: '24.1.0' };

function folderWith(workflows: readonly string[], config?: string): DoctorPorts {
  return {
    openAccount: () => account,
    findTerraform: async () => 'terraform 1.11.4',
    readLocalWorkflows: async () => workflows.map((name) => ({ name, text: '' })),
    readLocalConfig: async () => config,
  };
}

describe('a folder', () => {
  test('with some parts and one stack of its own', async () => {
    const files = ['pull-request.yml', 'reaper.yml', 'drift.yml', 'chatops.yml', 'chatops-command.yml'];
    const { wanted, facts } = await gatherFacts(folderWith(files, '{"stacks":{"layout":"platform","prefix":"shop"}}'), given);
    expect(wanted).toEqual({ region: 'eu-west-2', parts: ['PullRequestPreviews', 'ChatOps'], layout: 'platform' });
    expect(facts.layout).toEqual({ kind: 'known', value: 'platform' });
  });

  test('without any of ours may become everything', async () => {
    const { wanted } = await gatherFacts(folderWith([]), given);
    expect(wanted).toEqual({ region: 'eu-west-2', parts: partNames, layout: 'platform-and-service' });
  });

  test('with a configuration that no action would take', async () => {
    const { wanted, facts } = await gatherFacts(folderWith(['kpi.yml'], '{"stacks":{"layout":"three"}}'), given);
    expect(facts.layout).toMatchObject({ kind: 'failed', what: expect.stringContaining('stacks.layout') });
    expect(wanted).toMatchObject({ parts: ['KpiReports'], layout: 'platform-and-service' });
  });
});
