// Lets a preview expire, so that the reaper takes it down.
import { instant, text } from '../define/fields.ts';
import type { Obstacle } from '../define/runbook.ts';
import type { PreviewLease } from '../ports/previews.ts';
import { asking, type Runbook } from './asking.ts';

const { runbook, step } = asking({
  'pull-request': {
    kind: 'number',
    least: 1,
    most: 999_999_999,
    about: 'number of the pull request whose preview is in the way',
    example: '1234',
  },
});

/** How the lease was, and until when it lives from now on. */
interface Expiry {
  readonly status: string;
  readonly from: string;
  readonly to: string;
}

/** Who works on a preview writes its lease, and must not find another one. */
const busy: readonly string[] = ['deploying', 'destroying'];

export const previewCleanup: Runbook = runbook({
  id: 'preview-cleanup',
  title: 'Let a preview expire',
  about:
    'Ends the lease of a preview now. The reaper, which runs every hour with a role of its own, takes the preview down with Terraform; nothing is destroyed here.',
  when: [
    'A preview costs money, holds a slot or disturbs its host, and whoever opened it is not there.',
    'When it has to go at once, comment `/preview destroy` on its pull request instead.',
    'A preview whose lease cannot be read, or that has none, is taken down by the reaper anyway.',
  ],
  symptoms: [],
  risk: 'medium',
  permission: 'write',
  calls: { reads: ['s3:GetObject'], writes: { 's3:PutObject': 'preview-lease' } },
  target: (inputs) => `preview-${inputs['pull-request']}`,
  check: async ({ ports, inputs, now }) =>
    obstaclesOf(inputs['pull-request'], await ports.previews.find(inputs['pull-request']), now()),
  steps: [
    step<Expiry>({
      id: 'expire',
      title: 'End its lease',
      about: 'Reads the lease and writes it back with an expiry of now, unless somebody else has written it meanwhile.',
      timeoutSeconds: 60,
      retries: 2,
      before: { status: text, from: instant, to: instant },
      plan: async ({ ports, inputs, now }) => {
        const pullRequest = inputs['pull-request'];
        const lease = await ports.previews.find(pullRequest);
        const [obstacle] = obstaclesOf(pullRequest, lease, now());
        if (!lease || obstacle) return { kind: 'refused', obstacle: obstacle ?? noPreview(pullRequest) };
        const [from, to] = [lease.expiresAt, now().toISOString()];
        const changes = [
          { what: `expiry of the preview of #${pullRequest}`, from, to: `${to} (the reaper removes it within the hour)` },
        ];
        return { kind: 'change', changes, before: { status: lease.status, from, to } };
      },
      run: async ({ ports, inputs, tell }, { to }) => {
        const lease = await ports.previews.find(inputs['pull-request']);
        // Gone, or done by an earlier try.
        if (!lease || lease.expiresAt === to) return;
        await ports.previews.expire(lease, new Date(to));
        tell(`To remove it at once: \`/preview destroy\` on #${inputs['pull-request']}.`);
      },
      verify: async ({ ports, inputs }, { to }) => {
        const lease = await ports.previews.find(inputs['pull-request']);
        if (!lease) return { kind: 'yes', words: 'the preview is gone' };
        if (lease.expiresAt <= to) return { kind: 'yes', words: `the lease ended at ${lease.expiresAt}` };
        return { kind: 'never', words: `somebody else has written the lease: it ends at ${lease.expiresAt}` };
      },
      compensate: {
        about: 'Gives the lease its earlier expiry back, unless the reaper or somebody else has been quicker.',
        timeoutSeconds: 60,
        run: async ({ ports, inputs }, { from, to }) => {
          const lease = await ports.previews.find(inputs['pull-request']);
          if (lease?.expiresAt === to && !busy.includes(lease.status)) await ports.previews.expire(lease, new Date(from));
        },
        verify: async ({ ports, inputs }, { from, to }) => {
          const lease = await ports.previews.find(inputs['pull-request']);
          if (!lease) return { kind: 'never', words: 'the preview has been taken down already' };
          if (lease.expiresAt !== to)
            return {
              kind: 'yes',
              words:
                lease.expiresAt === from ? `the lease ends at ${from}, as before` : 'somebody else has given it another expiry',
            };
          return { kind: 'never', words: `the preview is ${lease.status}, and its lease still ends at ${to}` };
        },
      },
    }),
  ],
  settleSeconds: 0,
});

function obstaclesOf(pullRequest: number, lease: PreviewLease | undefined, now: Date): readonly Obstacle[] {
  if (!lease) return [noPreview(pullRequest)];
  const obstacles: Obstacle[] = [];
  if (busy.includes(lease.status)) {
    const next = 'Wait until that is over, and look at its comment: `/preview status` tells.';
    obstacles.push({ what: `The preview of #${pullRequest} is in transition: it is ${lease.status}.`, next });
  }
  if (Date.parse(lease.expiresAt) <= now.getTime()) {
    const next = `Wait for the reaper, which runs every hour; or comment \`/preview destroy\` on #${pullRequest}.`;
    obstacles.push({ what: `The lease of the preview of #${pullRequest} has ended at ${lease.expiresAt} already.`, next });
  }
  return obstacles;
}

function noPreview(pullRequest: number): Obstacle {
  return {
    what: `The pull request #${pullRequest} has no preview.`,
    next: 'Check the number; `/preview status` on a pull request tells.',
  };
}
