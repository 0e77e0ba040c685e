// Runbooks for tests: as much of one as an incident looks at.
import type { Runbook } from '../../../../../src/runbooks/asking.ts';

export function runbookOf(id: string, more: Partial<Runbook> = {}): Runbook {
  return {
    id,
    title: `Title of ${id}`,
    about: `What ${id} does.`,
    when: [],
    symptoms: [],
    risk: 'medium',
    permission: 'write',
    inputs: {},
    calls: { reads: [], writes: {} },
    target: () => 'assess-staging-app',
    check: async () => [],
    steps: [],
    settleSeconds: 0,
    ...more,
  };
}
