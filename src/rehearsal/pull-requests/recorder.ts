// Remembers how every workflow run went, and puts together what a person would have seen of each pull request.
import type { GitHubDouble } from '../github/double.ts';
import type { Issue, Pull } from '../github/state.ts';
import type { Conclusion, Entry, PullRequestStory, Reaction, RunJob, RunStep } from '../report/data.ts';
import type { RunEvent, RunIdentity } from '../workflows/records.ts';

export interface Recorder {
  readonly onEvent: (event: RunEvent) => void;
  /** Every line that jobs printed, masked as GitHub masks them. */
  readonly lines: readonly string[];
  /** Names of the remote actions that were played by something else, and by what. */
  standIns(): ReadonlyMap<string, string>;
  note(pullRequest: number, text: string): void;
  story(pullRequest: number, about: string): PullRequestStory;
}

interface RecordedRun {
  readonly pullRequest: number;
  readonly workflow: string;
  readonly event: string;
  readonly startedAtMs: number;
  endedAtMs: number;
  conclusion: Conclusion;
  readonly jobs: Map<number, RecordedJob>;
}

interface RecordedJob {
  readonly name: string;
  readonly startedAtMs: number;
  endedAtMs: number;
  conclusion: Conclusion;
  readonly steps: Map<number, RecordedStep>;
  readonly summaries: string[];
}

interface RecordedStep {
  readonly name: string;
  readonly startedAtMs: number;
  seconds: number;
  conclusion: Conclusion;
  standIn?: string;
}

export function openRecorder(github: GitHubDouble): Recorder {
  const runs = new Map<number, RecordedRun>();
  const lines: string[] = [];
  const standIns = new Map<string, string>();
  const notes: { readonly pullRequest: number; readonly entry: Entry }[] = [];
  const onEvent = (event: RunEvent): void => {
    if (event.kind === 'line') lines.push(event.text);
    if (event.kind === 'stand-in') standIns.set(event.uses, event.about);
    recordRun(runs, event);
  };
  return {
    onEvent,
    lines,
    standIns: () => standIns,
    note: (pullRequest, text) => notes.push({ pullRequest, entry: { kind: 'note', text, atMs: Date.now() } }),
    story: (number, about) => {
      const issue = github.state.issues.get(number);
      if (!issue?.pull) throw new Error(`there is no pull request ${number}`);
      const own = notes.filter(({ pullRequest }) => pullRequest === number).map(({ entry }) => entry);
      const entries = [...conversation(github, issue, issue.pull), ...[...runs.values()].flatMap(runEntries(number)), ...own];
      return {
        number,
        title: issue.title,
        author: issue.author.login,
        isFork: issue.pull.headRepository.isFork,
        headRef: issue.pull.headRef,
        finalState: issue.pull.mergedAt ? 'merged' : issue.state,
        about,
        entries,
      };
    },
  };
}

function recordRun(runs: Map<number, RecordedRun>, event: RunEvent): void {
  if (event.kind === 'run-started') {
    const { id, workflow, event: name } = event.run;
    const pullRequest = pullRequestOf(event.run);
    runs.set(id, {
      pullRequest,
      workflow,
      event: name,
      startedAtMs: event.atMs,
      endedAtMs: event.atMs,
      conclusion: 'in_progress',
      jobs: new Map(),
    });
  }
  if (event.kind === 'run-ended')
    Object.assign(runs.get(event.run.id) ?? {}, { endedAtMs: event.atMs, conclusion: event.conclusion });
  if ('job' in event) recordJob(runs.get(event.job.run.id)?.jobs ?? new Map(), event);
}

/** A comment's run is about the default branch: its title tells where the comment was. @returns 0 for a run about none */
function pullRequestOf({ ref, title }: RunIdentity): number {
  return Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1] ?? /^ChatOps on #(\d+)$/.exec(title)?.[1] ?? 0);
}

type JobEvent = Extract<RunEvent, { readonly job: unknown }>;

function recordJob(jobs: Map<number, RecordedJob>, event: JobEvent): void {
  const { id, name } = event.job;
  if (event.kind === 'job-started') {
    jobs.set(id, {
      name,
      startedAtMs: event.atMs,
      endedAtMs: event.atMs,
      conclusion: 'in_progress',
      steps: new Map(),
      summaries: [],
    });
  }
  const job = jobs.get(id);
  if (event.kind === 'job-ended') {
    if (job) Object.assign(job, { endedAtMs: event.atMs, conclusion: event.conclusion });
    else
      jobs.set(id, {
        name,
        startedAtMs: event.atMs,
        endedAtMs: event.atMs,
        conclusion: event.conclusion,
        steps: new Map(),
        summaries: [],
      });
  }
  if (event.kind === 'summary') job?.summaries.push(event.markdown);
  if (job) recordStep(job.steps, event);
}

function recordStep(steps: Map<number, RecordedStep>, event: JobEvent): void {
  if (event.kind === 'step-started') {
    const { number, name } = event.step;
    steps.set(number, { name, startedAtMs: event.atMs, seconds: 0, conclusion: 'in_progress' });
  }
  if (event.kind === 'step-ended') {
    const step = steps.get(event.step.number);
    if (step) Object.assign(step, { seconds: (event.atMs - step.startedAtMs) / 1000, conclusion: event.conclusion });
  }
  if (event.kind === 'stand-in') Object.assign(steps.get(event.step.number) ?? {}, { standIn: event.about });
}

function runEntries(pullRequest: number): (run: RecordedRun) => readonly Entry[] {
  return (run) => {
    if (run.pullRequest !== pullRequest) return [];
    const jobs = [...run.jobs.values()];
    const summaries = jobs.flatMap(({ name, endedAtMs, summaries: texts }) =>
      texts.map((markdown): Entry => ({ kind: 'summary', job: name, markdown, atMs: endedAtMs })),
    );
    const seconds = (run.endedAtMs - run.startedAtMs) / 1000;
    const { workflow, event, conclusion, startedAtMs } = run;
    const entry: Entry = {
      kind: 'run',
      atMs: startedAtMs,
      workflow,
      event,
      conclusion,
      seconds,
      jobs: jobs.map(jobOf(startedAtMs)),
    };
    return [entry, ...summaries];
  };
}

function jobOf(runStartedAtMs: number): (job: RecordedJob) => RunJob {
  return ({ name, conclusion, startedAtMs, endedAtMs, steps }) => ({
    name,
    conclusion,
    seconds: (endedAtMs - startedAtMs) / 1000,
    startSeconds: (startedAtMs - runStartedAtMs) / 1000,
    steps: [...steps.values()].map(({ startedAtMs: _, ...step }): RunStep => step),
  });
}

function conversation({ state, serverUrl }: GitHubDouble, issue: Issue, pull: Pull): readonly Entry[] {
  const { owner, name } = state.repository;
  const page = `${serverUrl}/${owner.login}/${name}/pull/${issue.number}`;
  const opened: Entry = { kind: 'opened', atMs: msOf(issue.createdAt), ...(issue.body && { body: issue.body }) };
  const closed: Entry[] = issue.closedAt
    ? [
        {
          kind: 'closed',
          atMs: msOf(issue.closedAt),
          merged: pull.mergedAt !== null,
          ...(issue.closedBy && { by: issue.closedBy.login }),
        },
      ]
    : [];
  const comments = [...state.comments.values()].filter((comment) => comment.issue === issue.number);
  const shas = headsOf(state, pull);
  return [
    opened,
    ...closed,
    ...shas.slice(1).map(({ sha, message, date }): Entry => ({ kind: 'pushed', sha, message, atMs: msOf(date) })),
    ...comments.map(
      ({ id, author, createdAt, history }): Entry => ({
        kind: 'comment',
        atMs: msOf(createdAt),
        author: author.login,
        isBot: author.type === 'Bot',
        url: `${page}#issuecomment-${id}`,
        versions: history.map(({ body, at }) => ({ markdown: body, atMs: msOf(at) })),
        reactions: [...state.reactions.values()].flatMap(({ comment, content }) => (comment === id ? [content as Reaction] : [])),
      }),
    ),
    ...checksOf(state, new Set(shas.map(({ sha }) => sha))),
    ...deploymentsOf(state, `preview/pr-${issue.number}`),
  ];
}

type State = GitHubDouble['state'];

/** The commits of the pull request, oldest first. */
function headsOf({ commits }: State, pull: Pull) {
  const heads = [];
  for (let sha: string | undefined = pull.headSha; sha && sha !== pull.baseSha; ) {
    const commit = commits.get(sha);
    if (!commit || commit.parents.length === 0) break;
    heads.unshift(commit);
    [sha] = commit.parents;
  }
  return heads;
}

function checksOf({ checkRuns }: State, shas: ReadonlySet<string>): readonly Entry[] {
  return [...checkRuns.values()]
    .filter(({ headSha }) => shas.has(headSha))
    .map(({ name, headSha, conclusion, output, completedAt, startedAt }) => ({
      kind: 'check',
      atMs: msOf(completedAt ?? startedAt),
      name,
      conclusion: (conclusion ?? 'in_progress') as Conclusion,
      title: output.title ?? '',
      summary: output.summary ?? '',
      sha: headSha,
    }));
}

function deploymentsOf({ deployments }: State, environment: string): readonly Entry[] {
  return [...deployments.values()]
    .filter((deployment) => deployment.environment === environment)
    .flatMap(({ statuses }) =>
      statuses.map(
        ({ state: said, description, environmentUrl, createdAt }): Entry => ({
          kind: 'deployment',
          atMs: msOf(createdAt),
          environment,
          state: said as 'in_progress' | 'success' | 'failure' | 'inactive',
          description,
          ...(environmentUrl !== '' && { url: environmentUrl }),
        }),
      ),
    );
}

function msOf(timestamp: string): number {
  return Date.parse(timestamp);
}
