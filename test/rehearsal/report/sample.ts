// The report of a rehearsal as it could be: one of everything.
import type { ReportData } from '../../../src/rehearsal/report/data.ts';
import { beginMs, pullRequests } from './sample/pull-requests.ts';

export const sampleReport: ReportData = {
  title: 'The life of a pull request',
  result: { kind: 'ok' },
  startedAtMs: beginMs,
  endedAtMs: beginMs + 181_300,
  emulatedHosts: ['127.0.0.1:41233', 'preview.assessment.example'],
  facts: [
    { nature: 'real', name: 'Terraform', value: 'Terraform 1.11.4 with the AWS provider 5.100.0, from a mirror on this machine' },
    { nature: 'real', name: 'Workflows', value: 'the generated YAML, run by the committed bundles in real processes' },
    { nature: 'emulated', name: 'AWS', value: 'moto 5.2.1 with its gaps filled' },
    { nature: 'emulated', name: 'GitHub', value: 'a double on this machine, checked against GitHub’s OpenAPI' },
    {
      nature: 'emulated',
      name: 'Actions by others',
      value: 'actions/checkout, actions/setup-node, aws-actions/configure-aws-credentials',
    },
  ],
  timings: [
    { step: 'start', title: 'Start the emulated AWS and GitHub', seconds: 4.2, seen: 'moto 5.2.1 at http://127.0.0.1:41234' },
    { step: 'staging', title: 'Bring staging up', seconds: 31.5, startSeconds: 4.2, seen: '212 resources' },
    {
      step: 'usual',
      title: 'A pull request from opening to merge',
      seconds: 95.1,
      seen: 'preview live after 36 s, nothing left',
    },
    { step: 'fork', title: 'A pull request from a fork', seconds: 19, seen: 'a plan without secrets, no preview' },
    { step: 'hostile', title: 'A hostile pull request', seconds: 8.7, seen: 'refused by the gate: 2 constructs' },
    { step: 'reap', title: 'A forgotten preview', seconds: 14.2, seen: 'reaped: 31 resources' },
    { step: 'stop', title: 'Look for what is left', seconds: 0.4, seen: 'nothing' },
  ],
  pullRequests,
};
