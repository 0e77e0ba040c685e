// Watches the alarms of the environment for a while after the last step: one that begins to ring undoes it all.
import { attempt } from '../../comment/attempt.ts';
import type { Execution } from './execution.ts';
import { lockLost } from './failures.ts';
import { sleepOn } from './patience.ts';
import type { Trouble } from './perform-step.ts';
import { cleanWords } from './words.ts';

/** Goes on with the time that is left of one that was begun; the alarms are looked at once in any case. */
export async function settle(execution: Execution): Promise<Trouble> {
  const { world, runbook, journal, signal } = execution;
  const { watched } = journal.current();
  if (runbook.settleSeconds === 0 || watched.length === 0) return undefined;
  const since = journal.current().settlingSince ?? world.clock.now().toISOString();
  if (journal.current().settlingSince === undefined)
    await journal.write({ settlingSince: since }, 'all steps are done; watching');
  const endMs = Date.parse(since) + runbook.settleSeconds * 1000;
  for (;;) {
    if (signal.aborted) return cancelled(execution);
    const ringing = await attempt(world, 'read the alarms', () => gatherRinging(execution));
    if (ringing) return { kind: 'alarm', words: `${ringing.name} rang: ${cleanWords(ringing.reason)}`, alarm: ringing.name };
    const leftMs = endMs - world.clock.now().getTime();
    if (leftMs <= 0) return undefined;
    await sleepOn(world.clock, Math.min(leftMs, world.settings.pollSeconds * 1000), signal);
  }
}

async function gatherRinging({ world, journal }: Execution) {
  const alarms = await world.alarms.read(journal.current().watched);
  return alarms.find(({ state }) => state === 'ALARM');
}

function cancelled({ lost, journal }: Execution): Trouble {
  if (lost.aborted) throw lockLost(journal.current());
  return { kind: 'cancelled', words: 'the run was cancelled while its alarms were watched' };
}
