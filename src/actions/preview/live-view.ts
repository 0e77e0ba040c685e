// What the comment says of a preview that is up, from its lease alone.
import type { Lease } from './lease.ts';
import type { PreviewView } from './section.ts';
import type { PreviewWorld } from './world.ts';

export function liveView(
  { settings, clock }: Pick<PreviewWorld, 'settings' | 'clock'>,
  lease: Lease,
  url: string,
): Extract<PreviewView, { kind: 'live' }> {
  const { shape, reason, slot, headSha, expiresAt, cost } = lease;
  return {
    kind: 'live',
    url,
    headSha,
    expiresAt,
    shape: { shape, reason, host: settings.naming.host, layout: settings.layout, ...(slot !== undefined && { slot }) },
    now: clock.now(),
    ...(cost !== undefined && { cost }),
  };
}
