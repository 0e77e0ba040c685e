// The kill switch of fault injection: ends every experiment of the account and region, and lets none begin.
import { isFailure } from '../define/failure.ts';
import { list, matching, oneOf } from '../define/fields.ts';
import type { Check } from '../define/runbook.ts';
import type { Experiment } from '../ports/experiments.ts';
import type { RunbookPorts } from '../ports/runbook-ports.ts';
import { asking, type Runbook } from './asking.ts';

const { runbook, step } = asking({});

interface Lever {
  readonly lever: 'disengaged';
}

interface Running {
  readonly experiments: readonly string[];
}

/** https://docs.aws.amazon.com/cli/latest/reference/fis/update-safety-lever-state.html */
const disengage = 'aws fis update-safety-lever-state --id default --state status=disengaged,reason="all is well"';

const experimentId = matching('the id of an experiment', /^[A-Za-z0-9]{1,64}$/);

export const stopAllExperiments: Runbook = runbook({
  id: 'stop-all-experiments',
  title: 'Stop all experiments',
  about:
    'Engages the safety lever of AWS FIS, which stops what runs and refuses what starts in this account and region; stops each experiment by itself, too; tells what they have left behind.',
  when: [
    'A game day, or somebody else’s experiment, hurts users and does not end by itself.',
    'You do not know whether an experiment is behind what you see, and want to rule it out.',
    'It is for all environments of the account. To end one game day, and have all put right, comment `/game-day abort`.',
    'Once it is done the lever stays engaged, and no game day begins: to disengage it, undo this run.',
  ],
  symptoms: [],
  risk: 'low',
  permission: 'write',
  calls: {
    reads: [
      'fis:GetSafetyLever',
      'fis:ListExperiments',
      'fis:GetExperiment',
      'tag:GetResources',
      'ec2:DescribeNetworkAcls',
      'ec2:DescribeSubnets',
    ],
    writes: { 'fis:UpdateSafetyLeverState': 'safety-lever', 'fis:StopExperiment': 'experiment' },
  },
  // Of the whole account, whatever the environment is that it was asked for.
  target: () => 'experiments',
  // In an emergency nothing is in the way.
  check: async () => [],
  steps: [
    step<Lever>({
      id: 'engage-lever',
      title: 'Engage the safety lever',
      about: 'Reads the lever, and engages it with this runbook as the reason. From here on no experiment begins.',
      timeoutSeconds: 60,
      retries: 3,
      before: { lever: oneOf('disengaged') },
      plan: async ({ ports }) => {
        const lever = await ports.experiments.safetyLever();
        if (lever === 'engaged') return { kind: 'nothing', why: 'the safety lever is engaged already' };
        // Where AWS has none, each experiment can still be stopped.
        if (lever === 'unknown') return { kind: 'nothing', why: 'this region does not tell of a safety lever' };
        const to = 'engaged: no experiment begins in this account and region until it is disengaged';
        return { kind: 'change', changes: [{ what: 'safety lever of FIS', from: lever, to }], before: { lever } };
      },
      run: ({ ports, place }) => ports.experiments.engageSafetyLever(`Runbook stop-all-experiments (${place.environment})`),
      verify: async ({ ports }) => {
        const lever = await ports.experiments.safetyLever();
        return { kind: lever === 'engaged' ? 'yes' : 'not-yet', words: `the safety lever is ${lever}` };
      },
      compensate: {
        about: 'Disengages the lever if this run engaged it and no experiment is active. What was stopped stays stopped.',
        timeoutSeconds: 60,
        run: async ({ ports, place }) => {
          // AWS refuses it while an experiment has not ended, and that one is what the lever is there for.
          if ((await ports.experiments.active()).length > 0) return;
          await ports.experiments.disengageSafetyLever(`Runbook stop-all-experiments was undone (${place.environment})`);
        },
        verify: async ({ ports }) => {
          const lever = await ports.experiments.safetyLever();
          if (lever === 'disengaged') return { kind: 'yes', words: 'the safety lever is disengaged' };
          const active = await ports.experiments.active();
          if (active.length === 0) return { kind: 'not-yet', words: `the safety lever is ${lever}` };
          return { kind: 'never', words: `the safety lever stays engaged: ${active.map(wordsOf).join(', ')} has not ended` };
        },
      },
    }),
    step<Running>({
      id: 'stop-experiments',
      title: 'Stop each experiment',
      about:
        'Lists the experiments that have not ended, asks each to stop, and waits until none is active. Then looks for network ACLs that they left.',
      // A stop takes about half a minute; faults are taken back meanwhile.
      timeoutSeconds: 300,
      retries: 3,
      before: { experiments: list(experimentId) },
      plan: async ({ ports, place, tell }) => {
        const active = await ports.experiments.active();
        if (active.length === 0) {
          await tellLeftovers(ports, place.environment, tell);
          return { kind: 'nothing', why: 'no experiment is active' };
        }
        const changes = active.map((one) => ({ what: `experiment ${wordsOf(one)}`, from: one.status, to: 'stopped' }));
        return { kind: 'change', changes, before: { experiments: active.map(({ id }) => id) } };
      },
      run: async ({ ports }) => {
        // Read again: what has begun between the plan and the lever has to end, too.
        const active = await ports.experiments.active();
        const asked = await Promise.allSettled(active.map(({ id }) => ports.experiments.stop(id)));
        // One that cannot be stopped must not keep the others from it.
        for (const one of asked) if (one.status === 'rejected') throw one.reason;
      },
      verify: async ({ ports, place, tell }, { experiments }) => {
        const check = judge(await ports.experiments.active(), experiments);
        if (check.kind === 'yes') {
          await tellLeftovers(ports, place.environment, tell);
          tell(`No experiment begins until this run is undone, or the lever is disengaged: ${disengage}`);
        }
        return check;
      },
      compensate: { impossible: 'An experiment that was stopped does not go on. Start its game day again when that is wanted.' },
    }),
  ],
  settleSeconds: 0,
});

function judge(active: readonly Experiment[], stopped: readonly string[]): Check {
  if (active.length === 0) return { kind: 'yes', words: `no experiment is active; ${stopped.length} were` };
  return { kind: 'not-yet', words: active.map((one) => `${wordsOf(one)} is ${one.status}`).join(', ') };
}

function wordsOf({ id, tags }: Experiment): string {
  const of = [tags.Environment, tags.Drill].filter(Boolean).join(', ');
  return of === '' ? id : `${id} (${of})`;
}

/** That experiments have ended holds, whether or not AWS tells what they left. */
async function tellLeftovers(ports: RunbookPorts, environment: string, tell: (line: string) => void): Promise<void> {
  try {
    for (const line of await findLeftovers(ports, environment)) tell(line);
  } catch (error) {
    if (!isFailure(error) || error.code.startsWith('runbook/')) throw error;
    tell(`Could not look for what they left: ${error.message} ${error.next}`);
  }
}

/** They deny all traffic of a subnet. Which ACL it had before, the journal of the game day knows. */
async function findLeftovers(ports: RunbookPorts, environment: string): Promise<readonly string[]> {
  const resources = await ports.taggedResources.find({ Environment: [environment], Layer: ['platform'] });
  const vpcIds = resources.flatMap(({ arn }) => /:vpc\/(vpc-[0-9a-f]+)$/.exec(arn)?.[1] ?? []);
  const acls = (await Promise.all(vpcIds.map((id) => ports.networks.fisAcls(id)))).flat();
  return acls.map(({ aclId, subnets }) => {
    const where = subnets.map(({ subnetId, zone }) => `${subnetId} in ${zone}`).join(', ') || 'no subnet';
    return `${aclId}, a network ACL of FIS, is left on ${where}. Let the game day put it right: \`/game-day abort\`.`;
  });
}
