// What a step sees when a test runs it by itself, as often as it likes: the engine does so after a crash.
import type { Scope } from '../../../src/define/runbook.ts';
import type { InputValues, RunbookInputs } from '../../../src/define/runbook-inputs.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { RunbookPorts } from '../../../src/ports/runbook-ports.ts';

/** @param ports those that the step uses */
export function stepScope<I extends RunbookInputs>(
  clock: Clock,
  ports: Partial<RunbookPorts>,
  inputs: InputValues<I>,
): Scope<RunbookPorts, I> {
  const place = { environment: 'staging', region: 'eu-west-2', prefix: 'assess-staging' };
  const token = 'a'.repeat(32);
  return { ports: ports as RunbookPorts, place, inputs, token, now: clock.now, tell: () => undefined };
}
