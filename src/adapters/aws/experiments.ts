// Implements the Experiments port with the Fault Injection Service (FIS).
import { failure } from '../../define/failure.ts';
import {
  type Experiment,
  type Experiments,
  type ExperimentTemplate,
  hasEnded,
  type StartRequest,
} from '../../ports/experiments.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import {
  type ExperimentAnswer,
  type ExperimentPage,
  experimentOf,
  type LeverAnswer,
  leverStateOf,
  type ResolvedTargetPage,
  resolvedTargetOf,
  type TemplateAnswer,
  type TemplatePage,
  templateOf,
} from './experiment-answers.ts';
import { everyPage } from './pages.ts';
import { statusOf } from './refusals.ts';
import { isNotOffered, openSignedJson, pagesOf, type SignedJson } from './signed-json.ts';

/** There is one an account and region: https://docs.aws.amazon.com/fis/latest/APIReference/API_UpdateSafetyLeverState.html */
const lever = '/safetyLevers/default';

const isGone = (error: unknown): boolean => statusOf(error) === 404;

/** What is asked for may be so already, or be over: AWS refuses it as it refuses any mistake. */
const isConflict = (error: unknown): boolean => [400, 404, 409].includes(statusOf(error) ?? 0);

/**
 * Every method throws a `Failure` (`aws/...`, `fis/...`) when AWS refuses.
 *
 * Not by the SDK's own client: of release 3.523, it knows neither previews nor the safety lever nor the ARNs of templates.
 */
export function openExperiments(config: AwsClientConfig): Experiments {
  const ask = openSignedJson({ ...config, service: 'fis' });
  return {
    templates: (tags) => readTemplates(ask, tags),
    start: (request) => start(ask, request),
    get: (id) => read(ask, id),
    stop: (id) => stop(ask, id),
    active: () => readActive(ask),
    resolvedTargets: (id) => {
      const attempt = { what: `read the targets of ${id}`, permission: 'fis:ListExperimentResolvedTargets' };
      const request = {
        call: 'ListExperimentResolvedTargets',
        method: 'GET',
        path: `${pathOf(id)}/resolvedTargets`,
        query: { maxResults: '100' },
      } as const;
      return askingFor(attempt, isNotOffered, () => {
        return everyPage(pagesOf<ResolvedTargetPage>(ask, request), ({ resolvedTargets = [] }) =>
          resolvedTargets.map(resolvedTargetOf),
        );
      });
    },
    safetyLever: () => readLever(ask),
    engageSafetyLever: (reason) => setLever(ask, 'engaged', reason),
    disengageSafetyLever: (reason) => setLever(ask, 'disengaged', reason),
  };
}

const pathOf = (id: string): string => `/experiments/${encodeURIComponent(id)}`;

async function readTemplates(ask: SignedJson, tags: Readonly<Record<string, string>>): Promise<readonly ExperimentTemplate[]> {
  const listing = { what: 'list experiment templates', permission: 'fis:ListExperimentTemplates' };
  const request = {
    call: 'ListExperimentTemplates',
    method: 'GET',
    path: '/experimentTemplates',
    query: { maxResults: '100' },
  } as const;
  const all = await asking(listing, () => {
    return everyPage(pagesOf<TemplatePage>(ask, request), ({ experimentTemplates }) => experimentTemplates);
  });
  const wanted = all.filter((one) => Object.entries(tags).every(([key, value]) => one.tags?.[key] === value));
  const reading = { what: 'read an experiment template', permission: 'fis:GetExperimentTemplate' };
  const found = await Promise.all(
    wanted.map(({ id = '' }) =>
      askingFor(reading, isGone, async () => {
        const answer = await ask({
          call: 'GetExperimentTemplate',
          method: 'GET',
          path: `/experimentTemplates/${encodeURIComponent(id)}`,
        });
        return templateOf((answer as TemplateAnswer).experimentTemplate);
      }),
    ),
  );
  return found.filter((template) => template !== undefined);
}

async function start(ask: SignedJson, { templateId, clientToken, isPreview, tags }: StartRequest): Promise<Experiment> {
  const attempt = { what: `start an experiment of ${templateId}`, permission: 'fis:StartExperiment and fis:TagResource' };
  const options = isPreview ? { experimentOptions: { actionsMode: 'skip-all' } } : {};
  const body = { clientToken, experimentTemplateId: templateId, tags, ...options };
  return asking(attempt, async () => {
    const { experiment } = (await ask({
      call: 'StartExperiment',
      method: 'POST',
      path: '/experiments',
      body,
    })) as ExperimentAnswer;
    const started = experimentOf(experiment);
    if (!isPreview || experiment?.experimentOptions?.actionsMode === 'skip-all') return started;
    // Whoever does not know of previews has started the real thing.
    await stop(ask, started.id);
    throw noPreview(started.id);
  });
}

async function read(ask: SignedJson, id: string): Promise<Experiment | undefined> {
  const attempt = { what: `read the experiment ${id}`, permission: 'fis:GetExperiment' };
  return askingFor(attempt, isGone, async () => {
    const { experiment } = (await ask({ call: 'GetExperiment', method: 'GET', path: pathOf(id) })) as ExperimentAnswer;
    return experimentOf(experiment);
  });
}

async function readLever(ask: SignedJson): Promise<'engaged' | 'disengaged' | 'unknown'> {
  const attempt = { what: 'read the safety lever', permission: 'fis:GetSafetyLever' };
  const answer = await askingFor(attempt, isNotOffered, () => ask({ call: 'GetSafetyLever', method: 'GET', path: lever }));
  return leverStateOf(answer as LeverAnswer | undefined);
}

async function setLever(ask: SignedJson, status: 'engaged' | 'disengaged', reason: string): Promise<void> {
  const words = status === 'engaged' ? 'engage' : 'disengage';
  const attempt = { what: `${words} the safety lever`, permission: 'fis:UpdateSafetyLeverState' };
  const body = { state: { status, reason } };
  await asking(attempt, async () => {
    try {
      await ask({ call: 'UpdateSafetyLeverState', method: 'PATCH', path: `${lever}/state`, body });
    } catch (error) {
      // Of one that stands so already, AWS does not take another reason.
      if (!isConflict(error) || (await readLever(ask)) !== status) throw error;
    }
  });
}

async function stop(ask: SignedJson, id: string): Promise<void> {
  const attempt = { what: `stop the experiment ${id}`, permission: 'fis:StopExperiment' };
  await asking(attempt, async () => {
    try {
      await ask({ call: 'StopExperiment', method: 'DELETE', path: pathOf(id) });
    } catch (error) {
      if (!isConflict(error)) throw error;
      const experiment = await read(ask, id);
      if (experiment && experiment.status !== 'stopping' && !hasEnded(experiment)) throw error;
    }
  });
}

async function readActive(ask: SignedJson): Promise<readonly Experiment[]> {
  const attempt = { what: 'list experiments', permission: 'fis:ListExperiments' };
  const request = { call: 'ListExperiments', method: 'GET', path: '/experiments', query: { maxResults: '100' } } as const;
  const all = await asking(attempt, () => {
    return everyPage(pagesOf<ExperimentPage>(ask, request), ({ experiments = [] }) => experiments.map(experimentOf));
  });
  // The list tells nothing of their actions, and is a little older.
  const found = await Promise.all(all.filter((one) => !hasEnded(one)).map(({ id }) => read(ask, id)));
  return found.flatMap((one) => (one && !hasEnded(one) ? [one] : []));
}

function noPreview(id: string) {
  return failure({
    code: 'fis/no-preview',
    what: `The experiment ${id} was to be a preview, and was none: AWS did not take actionsMode skip-all. It was stopped at once.`,
    next: 'Look at what it has done until then; plan without a preview where this region does not offer one.',
  });
}
