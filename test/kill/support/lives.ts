// The lives of previews that are cut short, as data: where each is killed, and what happens next.
import { deploySteps, destroySteps } from '../../../src/actions/preview/steps.ts';
import { type KillMoment, momentsOf, momentText } from './moments.ts';

/** What happens to a pull request; each starts one run, which may be killed. */
export interface LifeEvent {
  /** `close` of one that is closed already: it is reopened first, and nothing runs for that. */
  readonly event: 'open' | 'push' | 'close' | 'reap';
  readonly killAt?: KillMoment;
}

export type Life = readonly LifeEvent[];

/** A shared preview has no platform of its own: a deploy passes these by. */
const ofIsolated = deploySteps.filter((step) => step.endsWith('-platform'));

export const deployMoments: readonly KillMoment[] = [
  ...momentsOf(deploySteps.filter((step) => !ofIsolated.includes(step))),
  // In the middle of what takes longest, where no state tells yet what there is.
  { line: '▸ apply-service', afterMilliseconds: 1000 },
  { line: '  created aws_iam_role' },
  { line: '  created aws_lb_target_group' },
];

export const destroyMoments: readonly KillMoment[] = [
  // First, because the next run takes two minutes: so long does the provider look for the service that is gone.
  { line: '  destroyed aws_ecs_service' },
  { line: '▸ destroy-service', afterMilliseconds: 1000 },
  ...momentsOf(destroySteps),
];

/** After every second deploy that is killed there is a push, and so a preview whose destroy can be killed, too. */
export function livesOf(deploys: readonly KillMoment[], destroys: readonly KillMoment[]): readonly Life[] {
  const closed = deploys.filter((_, index) => index % 2 === 0);
  const pushed = deploys.filter((_, index) => index % 2 === 1);
  const both = Array.from({ length: Math.max(pushed.length, destroys.length) }, (_, index): Life => {
    const ends = index % 2 === 0 ? 'close' : 'reap';
    const deploy: Life = pushed[index] ? [{ event: 'open', killAt: pushed[index] }, { event: 'push' }] : [{ event: 'open' }];
    const destroy: Life = destroys[index] ? [{ event: 'close', killAt: destroys[index] }, { event: ends }] : [{ event: 'close' }];
    return [...deploy, ...destroy];
  });
  return [...closed.map((killAt): Life => [{ event: 'open', killAt }, { event: 'close' }]), ...both];
}

/** `open, killed at "▸ lock"; close` */
export function describeLife(life: Life): string {
  return life.map(({ event, killAt }) => (killAt ? `${event}, killed at "${momentText(killAt)}"` : event)).join('; ');
}
