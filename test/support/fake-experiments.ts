// The Experiments port in memory: FIS's state machine on a clock of the test, with faults that the test itself makes.
import { explain } from '../../src/adapters/aws/refusals.ts';
import type { Alarm } from '../../src/ports/alarms.ts';
import type {
  Experiment,
  ExperimentAction,
  ExperimentStatus,
  Experiments,
  ExperimentTemplate,
  ResolvedTarget,
  StartRequest,
} from '../../src/ports/experiments.ts';
import { hasEnded } from '../../src/ports/experiments.ts';
import type { ManualClock } from './manual-clock.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface FakeAction {
  readonly actionId: string;
  /** 0: it is done at once. */
  readonly durationSeconds?: number;
  readonly after?: readonly string[];
  /** As FIS does when its target is empty, and it was told to skip then. */
  readonly isSkipped?: boolean;
}

export interface FakeTemplate extends Partial<Omit<ExperimentTemplate, 'actions'>> {
  readonly id: string;
  readonly actions: Readonly<Record<string, FakeAction>>;
  /** What its targets are found to be. */
  readonly resolves?: readonly ResolvedTarget[];
}

export interface ExperimentsSetup {
  readonly templates: readonly FakeTemplate[];
  /** Makes the fault, and ends it: also when the experiment is stopped. */
  readonly onAction?: (name: string, phase: 'start' | 'end', experiment: Experiment) => void;
  /** Those that an alarm of a template's stop conditions is seen by. */
  readonly alarms?: { watch(see: (alarm: Alarm) => void): void };
  /** Whether AWS offers a preview and the resolved targets; left out, it does. */
  readonly tellsTargets?: boolean;
  /** From the request until it has stopped; FIS takes about half a minute. */
  readonly stopSeconds?: number;
}

export interface MemoryExperiments extends Troubled<Experiments> {
  /** Every experiment that was ever started, oldest first; a preview, too. */
  all(): readonly Experiment[];
  putTemplate(template: FakeTemplate): void;
  removeTemplate(id: string): void;
  /** Somebody else stops it. */
  stopByOther(id: string): void;
  /** FIS gives it up: what its actions did, stays. */
  fail(id: string, reason: string): void;
  /** AWS forgets it. */
  forget(id: string): void;
  setLever(state: 'engaged' | 'disengaged' | 'unknown'): void;
}

const startSeconds = 2;

export function memoryExperiments(clock: ManualClock, setup: ExperimentsSetup): MemoryExperiments {
  const { onAction = () => undefined, tellsTargets = true, stopSeconds = 30 } = setup;
  const templates = new Map(setup.templates.map((template) => [template.id, template]));
  const experiments = new Map<string, Experiment>();
  const idsByToken = new Map<string, string>();
  const resolved = new Map<string, readonly ResolvedTarget[]>();
  let lever: 'engaged' | 'disengaged' | 'unknown' = 'disengaged';
  const now = (): string => clock.now().toISOString();

  const change = (id: string, changes: Partial<Experiment>): void => {
    const experiment = experiments.get(id);
    if (experiment) experiments.set(id, { ...experiment, ...changes });
  };
  const changeAction = (id: string, name: string, changes: Partial<ExperimentAction>): void => {
    const actions = experiments.get(id)?.actions ?? [];
    change(id, { actions: actions.map((action) => (action.name === name ? { ...action, ...changes } : action)) });
  };
  const end = (id: string, status: ExperimentStatus, reason: string): void => change(id, { status, reason, endedAt: now() });

  /** Starts what nothing holds back any more; where nothing is left, the experiment is over. */
  const goOn = (id: string, actions: FakeTemplate['actions']): void => {
    const experiment = experiments.get(id);
    if (experiment?.status !== 'running') return;
    const statusOf = (name: string) => experiments.get(id)?.actions.find((action) => action.name === name)?.status;
    const isOver = (name: string): boolean => ['completed', 'skipped'].includes(statusOf(name) ?? '');
    for (const [name, { after = [], durationSeconds = 0, isSkipped }] of Object.entries(actions)) {
      if (statusOf(name) !== 'pending' || !after.every(isOver)) continue;
      if (isSkipped) changeAction(id, name, { status: 'skipped', reason: 'Target resolution returned empty set' });
      else begin(id, name, durationSeconds, actions);
    }
    if (experiments.get(id)?.actions.every(({ name }) => isOver(name))) end(id, 'completed', 'Experiment completed.');
    else if (Object.keys(actions).some((name) => statusOf(name) === 'pending' && (actions[name]?.after ?? []).every(isOver))) {
      goOn(id, actions);
    }
  };
  const begin = (id: string, name: string, durationSeconds: number, actions: FakeTemplate['actions']): void => {
    changeAction(id, name, { status: 'running', startedAt: now(), reason: 'Action is running.' });
    onAction(name, 'start', experiments.get(id) as Experiment);
    clock.in(durationSeconds, () => {
      if (experiments.get(id)?.status !== 'running') return;
      changeAction(id, name, { status: 'completed', endedAt: now(), reason: 'Action was completed.' });
      onAction(name, 'end', experiments.get(id) as Experiment);
      goOn(id, actions);
    });
  };
  const stop = (id: string, reason: string): void => {
    const experiment = experiments.get(id);
    if (!experiment || hasEnded(experiment) || experiment.status === 'stopping') return;
    change(id, { status: 'stopping', reason });
    clock.in(stopSeconds, () => {
      if (experiments.get(id)?.status !== 'stopping') return;
      for (const { name, status } of experiments.get(id)?.actions ?? []) {
        if (status === 'running') {
          changeAction(id, name, { status: 'stopped', endedAt: now(), reason: 'Action was stopped.' });
          onAction(name, 'end', experiments.get(id) as Experiment);
        } else if (status === 'pending') changeAction(id, name, { status: 'cancelled', reason: 'Action was cancelled.' });
      }
      end(id, 'stopped', reason);
    });
  };
  const start = (template: FakeTemplate, { tags, isPreview }: StartRequest): Experiment => {
    const id = `EXP${experiments.size + 1}`;
    const status = isPreview ? 'skipped' : 'pending';
    const actions = Object.entries(template.actions).map(([name, { actionId }]) => ({ name, actionId, status }) as const);
    const reason = 'Experiment is pending.';
    experiments.set(id, { id, templateId: template.id, status: 'pending', reason, createdAt: now(), actions, tags });
    resolved.set(id, template.resolves ?? []);
    clock.in(1, () => experiments.get(id)?.status === 'pending' && change(id, { status: 'initiating' }));
    clock.in(startSeconds, () => {
      if (experiments.get(id)?.status !== 'initiating') return;
      change(id, { status: 'running', reason: 'Experiment is running.', startedAt: now() });
      if (isPreview) end(id, 'completed', 'Experiment completed.');
      else goOn(id, template.actions);
    });
    return experiments.get(id) as Experiment;
  };

  setup.alarms?.watch(({ arn, state }) => {
    if (state !== 'ALARM') return;
    for (const { id, templateId } of experiments.values()) {
      if (templates.get(templateId)?.stopAlarmArns?.includes(arn)) stop(id, 'Experiment halted by stop condition.');
    }
  });

  const port: Experiments = {
    templates: async (tags) =>
      [...templates.values()]
        .map(asTemplate)
        .filter((template) => Object.entries(tags).every(([key, value]) => template.tags[key] === value)),
    start: async (request) => {
      const known = experiments.get(idsByToken.get(request.clientToken) ?? '');
      if (known) return known;
      const template = templates.get(request.templateId);
      if (!template) throw new Error(`There is no template ${request.templateId}.`);
      const experiment = start(template, request);
      idsByToken.set(request.clientToken, experiment.id);
      if (lever === 'engaged') end(experiment.id, 'cancelled', 'Experiment cancelled by safety lever.');
      return experiments.get(experiment.id) as Experiment;
    },
    get: async (id) => experiments.get(id),
    stop: async (id) => stop(id, 'Experiment was stopped by user.'),
    active: async () => [...experiments.values()].filter((experiment) => !hasEnded(experiment)),
    resolvedTargets: async (id) => (tellsTargets ? (resolved.get(id) ?? []) : undefined),
    safetyLever: async () => lever,
    engageSafetyLever: async () => {
      lever = 'engaged';
      for (const id of experiments.keys()) stop(id, 'Experiment stopped by safety lever.');
    },
    disengageSafetyLever: async () => {
      if ([...experiments.values()].some((experiment) => !hasEnded(experiment))) throw engaging();
      lever = 'disengaged';
    },
  };
  return {
    ...troubled(port),
    all: () => [...experiments.values()],
    putTemplate: (template) => void templates.set(template.id, template),
    removeTemplate: (id) => void templates.delete(id),
    stopByOther: (id) => stop(id, 'Experiment was stopped by user.'),
    fail: (id, reason) => end(id, 'failed', reason),
    forget: (id) => void experiments.delete(id),
    setLever: (state) => {
      lever = state;
    },
  };
}

/** What the adapter throws of a lever that still stops what runs. */
function engaging() {
  const conflict = Object.assign(new Error('The safety lever is engaging.'), { name: 'ConflictException' });
  return explain({ what: 'disengage the safety lever', permission: 'fis:UpdateSafetyLeverState' }, conflict);
}

function asTemplate({ resolves: _, ...template }: FakeTemplate): ExperimentTemplate {
  return {
    arn: `arn:aws:fis:eu-west-2:123456789012:experiment-template/${template.id}`,
    description: template.id,
    tags: {},
    lastUpdatedAt: '2026-01-01T00:00:00.000Z',
    stopAlarmArns: [],
    targets: {},
    ...template,
  };
}
