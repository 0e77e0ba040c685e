// Measures, judges and compares, and tells people of it: in the pull request's comment, or in the issue of the schedule.
import { failure } from '../../define/failure.ts';
import { publicationDelaySeconds, type Window } from '../../ports/metrics.ts';
import { attempt } from '../comment/attempt.ts';
import { composeComment, pullRequestMarker } from '../comment/slots.ts';
import { type Asked, assess } from './assess.ts';
import { queriesOf, questionsOf } from './questions.ts';
import type { KpiReport } from './render/report-facts.ts';
import { renderSection } from './render/section.ts';
import { gatherSubjects, type Subject } from './subjects.ts';
import type { KpiRequest, KpiWorld } from './world.ts';

export type KpiOutcome =
  | { readonly kind: 'measured'; readonly report: KpiReport }
  /** Nothing of it is there: no preview is up, or it is named wrongly. */
  | { readonly kind: 'absent'; readonly subject: string };

/** @throws a Failure (`kpi/...`, `aws/...`); that it could not be told is a warning */
export async function runKpi(world: KpiWorld, request: KpiRequest): Promise<KpiOutcome> {
  refuseSenseless(request);
  const window = windowBefore(world.clock.now(), request.windowSeconds);
  const { subject, environment } = await gatherSubjects(world.taggedResources, request, world.settings);
  if (subject.layers.length === 0) return { kind: 'absent', subject: subject.name };
  const { now, base } = await measure(world, subject, baseOf(request, { subject, environment, window }), window);
  const report: KpiReport = {
    subject: subject.name,
    window,
    ...(base && { base: { name: base.name, window: base.window } }),
    runUrl: world.settings.runUrl,
    assessment: assess(now, base?.asked),
  };
  await tell(world, request, report);
  return { kind: 'measured', report };
}

const shortestSeconds = 600;
/** No metric is kept longer: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#metrics-retention */
const longestSeconds = 455 * 86_400;

function refuseSenseless({ windowSeconds, compare, pullRequest }: KpiRequest): void {
  const reach = compare === 'previous' ? 2 * windowSeconds : windowSeconds;
  if (windowSeconds < shortestSeconds || reach > longestSeconds) {
    throw failure({
      code: 'kpi/window',
      what: 'The window is shorter than ten minutes, or reaches further back than the 455 days for which CloudWatch keeps data.',
      next: 'Choose another window; what is compared with the time before needs twice its length.',
    });
  }
  if (compare === 'base' && pullRequest === undefined) {
    throw failure({
      code: 'kpi/nothing-to-compare',
      what: 'An environment has no base to be compared with.',
      next: 'Name a pull request, or compare with the time before: `compare: previous`.',
    });
  }
}

function windowBefore(now: Date, seconds: number): Window {
  const toMs = Math.floor(now.getTime() / 60_000) * 60_000 - publicationDelaySeconds * 1000;
  return { from: new Date(toMs - seconds * 1000), to: new Date(toMs) };
}

interface Base {
  readonly name: string;
  readonly subject: Subject;
  readonly window: Window;
}

interface Found {
  readonly subject: Subject;
  readonly environment: Subject | undefined;
  readonly window: Window;
}

function baseOf({ compare }: KpiRequest, { subject, environment, window }: Found): Base | undefined {
  switch (compare) {
    case 'none':
      return undefined;
    case 'base':
      return environment && { name: environment.name, subject: environment, window };
    case 'previous': {
      const lengthMs = window.to.getTime() - window.from.getTime();
      const before = { from: new Date(window.from.getTime() - lengthMs), to: window.from };
      return { name: 'the time before', subject, window: before };
    }
    default:
      return compare satisfies never;
  }
}

/** What is measured at the same time is read together: AWS bills by the metric, and answers 500 in a call. */
async function measure(world: KpiWorld, subject: Subject, base: Base | undefined, window: Window) {
  const questions = layerQuestions(world, subject);
  if (base === undefined) return { now: await ask(world, [questions], window) };
  const ofBase = layerQuestions(world, base.subject);
  if (base.window === window) {
    const both = await ask(world, [questions, ofBase], window);
    const of = (asked: Asked['questions']): Asked => ({ questions: asked, answers: both.answers });
    return { now: of(questions), base: { ...base, asked: of(ofBase) } };
  }
  const [now, before] = await Promise.all([ask(world, [questions], window), ask(world, [ofBase], base.window)]);
  return { now, base: { ...base, asked: before } };
}

/** Without a service it is one stack of somebody's own: what the catalogue asks of things that it does not have is no finding. */
function layerQuestions({ catalogue }: KpiWorld, { layers }: Subject): Asked['questions'] {
  const all = layers.map((layer) => questionsOf(catalogue, layer));
  if (layers.some(({ layer }) => layer === 'service')) return all;
  return all.map(({ kpis, slos }) => ({ kpis: kpis.filter(({ missing }) => missing.length === 0), slos }));
}

async function ask({ metrics }: KpiWorld, groups: readonly Asked['questions'][], window: Window): Promise<Asked> {
  const questions = groups.flat();
  return { questions, answers: await metrics.read(queriesOf(questions), window) };
}

async function tell(world: KpiWorld, { pullRequest, keepsIssue, environment }: KpiRequest, report: KpiReport): Promise<void> {
  if (pullRequest !== undefined) {
    await attempt(world, `write the comment of #${pullRequest}`, () =>
      world.comments.revise(pullRequest, pullRequestMarker, (current) =>
        composeComment(current, { kpis: renderSection(report) }),
      ),
    );
  } else if (keepsIssue) {
    await attempt(world, 'write the issue', () =>
      world.issues.upsertOpen({
        marker: `kpi/${environment}`,
        title: `KPI report: ${environment}`,
        body: renderSection(report, issueBudget),
        labels: ['kpi'],
      }),
    );
  }
}

/** GitHub refuses bodies of over 65,536 characters: https://docs.github.com/en/rest/issues/issues . */
const issueBudget = 60_000;
