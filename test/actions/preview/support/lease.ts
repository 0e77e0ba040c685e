// The lease of a shared preview that is up.
import type { Lease } from '../../../../src/actions/preview/lease.ts';
import { shaOf } from './cloud.ts';

export const lease: Lease = {
  pullRequest: 7,
  headSha: shaOf('a'),
  shape: 'shared',
  reason: 'it leaves the platform of staging as it is',
  slot: 2,
  image: 'registry.example.org/app@sha256:1',
  digest: 'd1',
  status: 'live',
  step: 'live',
  run: { runId: 4711, attempt: 1 },
  createdAt: '2026-11-22T10:00:00.000Z',
  updatedAt: '2026-11-22T10:05:00.000Z',
  expiresAt: '2026-11-25T10:00:00.000Z',
};
