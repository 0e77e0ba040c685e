import { expect, test } from '@jest/globals';
import { renderSummary } from '../../src/rehearsal/summary.ts';

test('the summary ends with what was real, and what was not', () => {
  const text = renderSummary({
    scenario: 'platform',
    profile: 'preview',
    seconds: 171,
    steps: [
      { step: 'synth', title: 'Synthesize', startedAtMs: 0, seconds: 0.5, seen: 'platform, service' },
      { step: 'trace', title: 'Look for traces', startedAtMs: 0, seconds: 61, seen: '0 tagged, 0 others' },
    ],
    terraform: 'terraform 1.11.4',
    providers: 'a mirror on this machine',
    providerProcesses: 'one provider process a stack',
    emulator: 'moto 5.2.1',
  });
  expect(text.split('\n').slice(2).join('\n')).toMatchInlineSnapshot(`
"  Synthesize              0.5 s  platform, service
  Look for traces    1 min 01 s  0 tagged, 0 others

  real:      terraform 1.11.4; providers from a mirror on this machine; one provider process a stack
  emulated:  AWS, by moto 5.2.1"
`);
});
