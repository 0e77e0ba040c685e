// What FIS answers, in our words: https://docs.aws.amazon.com/fis/latest/APIReference/API_Experiment.html.
import {
  type Experiment,
  type ExperimentAction,
  type ExperimentActionStatus,
  type ExperimentStatus,
  type ExperimentTemplate,
  experimentStatuses,
  type ResolvedTarget,
} from '../../ports/experiments.ts';
import { instantOf } from './signed-json.ts';

interface StateJson {
  readonly status?: string;
  readonly reason?: string;
}

interface ActionJson {
  readonly actionId?: string;
  readonly state?: StateJson;
  readonly startTime?: number;
  readonly endTime?: number;
}

export interface ExperimentJson {
  readonly id?: string;
  readonly experimentTemplateId?: string;
  readonly state?: StateJson;
  readonly creationTime?: number;
  readonly startTime?: number;
  readonly endTime?: number;
  readonly actions?: Readonly<Record<string, ActionJson>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly experimentOptions?: { readonly actionsMode?: string };
}

export interface ExperimentAnswer {
  readonly experiment?: ExperimentJson;
}

export interface ExperimentPage {
  readonly experiments?: readonly ExperimentJson[];
  readonly nextToken?: string | null;
}

interface TemplateJson {
  readonly id?: string;
  readonly arn?: string;
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly lastUpdateTime?: number;
  readonly stopConditions?: readonly { readonly source?: string; readonly value?: string }[];
  readonly targets?: Readonly<Record<string, { readonly resourceType?: string }>>;
  readonly actions?: Readonly<Record<string, { readonly actionId?: string }>>;
}

export interface TemplateAnswer {
  readonly experimentTemplate?: TemplateJson;
}

export interface TemplatePage {
  readonly experimentTemplates?: readonly TemplateJson[];
  readonly nextToken?: string | null;
}

interface ResolvedTargetJson {
  readonly targetName?: string;
  readonly resourceType?: string;
  readonly targetInformation?: Readonly<Record<string, string>>;
}

export interface ResolvedTargetPage {
  readonly resolvedTargets?: readonly ResolvedTargetJson[];
  readonly nextToken?: string | null;
}

export interface LeverAnswer {
  readonly safetyLever?: { readonly state?: StateJson };
}

/** A status that is new to us is no end: who watches, goes on watching. */
function statusIn({ status = '' }: StateJson): ExperimentStatus {
  return experimentStatuses.find((known) => known === status) ?? 'running';
}

function actionStatusIn(state: StateJson): ExperimentActionStatus {
  return state.status === 'skipped' ? 'skipped' : statusIn(state);
}

/** @throws an error when it has no id: nobody could watch it, or stop it */
export function experimentOf(json: ExperimentJson = {}): Experiment {
  const { id, state = {}, startTime, endTime } = json;
  if (!id) throw new Error('FIS told of an experiment without an id');
  return {
    id,
    templateId: json.experimentTemplateId ?? '',
    status: statusIn(state),
    reason: state.reason ?? '',
    createdAt: instantOf(json.creationTime),
    ...(startTime !== undefined && { startedAt: instantOf(startTime) }),
    ...(endTime !== undefined && { endedAt: instantOf(endTime) }),
    actions: Object.entries(json.actions ?? {}).map(([name, action]) => actionOf(name, action)),
    tags: json.tags ?? {},
  };
}

function actionOf(name: string, { actionId = '', state = {}, startTime, endTime }: ActionJson): ExperimentAction {
  return {
    name,
    actionId,
    status: actionStatusIn(state),
    ...(state.reason !== undefined && { reason: state.reason }),
    ...(startTime !== undefined && { startedAt: instantOf(startTime) }),
    ...(endTime !== undefined && { endedAt: instantOf(endTime) }),
  };
}

export function templateOf(json: TemplateJson = {}): ExperimentTemplate {
  const { targets = {}, actions = {}, stopConditions = [] } = json;
  return {
    id: json.id ?? '',
    arn: json.arn ?? '',
    description: json.description ?? '',
    tags: json.tags ?? {},
    lastUpdatedAt: instantOf(json.lastUpdateTime),
    stopAlarmArns: stopConditions.flatMap(({ source, value }) => (source === 'aws:cloudwatch:alarm' && value ? [value] : [])),
    targets: mapped(targets, ({ resourceType = '' }) => ({ resourceType })),
    actions: mapped(actions, ({ actionId = '' }) => ({ actionId })),
  };
}

export function resolvedTargetOf(json: ResolvedTargetJson): ResolvedTarget {
  return { target: json.targetName ?? '', resourceType: json.resourceType ?? '', facts: json.targetInformation ?? {} };
}

/** `engaging` stops experiments already. */
export function leverStateOf(answer: LeverAnswer | undefined): 'engaged' | 'disengaged' | 'unknown' {
  const status = answer?.safetyLever?.state?.status;
  if (status === 'engaged' || status === 'engaging') return 'engaged';
  return status === 'disengaged' ? 'disengaged' : 'unknown';
}

function mapped<From, To>(record: Readonly<Record<string, From>>, convert: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, convert(value)]));
}
