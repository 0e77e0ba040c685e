// The documentation of the drills: docs/drills.md, as a whole.
import type { DrillAction, DrillDefinition, DrillTarget, RecoveryCheck, RollbackStrategy } from '../define/drill.ts';
import { type Kpi, unitSigns } from '../define/kpi.ts';
import { computeTimeline } from './timeline.ts';

export interface DrillsDocument {
  readonly drills: readonly DrillDefinition[];
  /** Of the catalogue: what hypotheses speak of, and which alarms stop a drill. */
  readonly kpis: readonly Kpi[];
}

export function renderDrillsDocument({ drills, kpis }: DrillsDocument): string {
  const sections = drills.flatMap((drill) => drillSection(drill, kpis));
  return `${['# Drills', introduction(drills), rules(kpis), ...sections, punctual].join('\n\n')}\n`;
}

function introduction(drills: readonly DrillDefinition[]): string {
  const rows = drills.map(({ id, title, isZonal, cadence }) => [
    `[\`${id}\`](#${id})`,
    title,
    isZonal ? 'one zone' : 'the environment',
    cadence,
  ]);
  return [
    'A drill says what is broken, what must hold meanwhile, and how all is put right. A game day plays one. The experiments of FIS and this page derive from the same definitions.',
    '',
    table(['drill', 'what', 'where', 'how often'], rows),
  ].join('\n');
}

function rules(kpis: readonly Kpi[]): string {
  const alarms = kpis.filter(({ layer, aborts }) => layer === 'platform' && aborts.includes('game-day'));
  return [
    '## What holds for all',
    '',
    `- **Stop:** an experiment ends as soon as one of these alarms rings, by FIS itself and by whoever watches: ${alarms.map(({ id }) => `\`${id}\``).join(', ')}. They must be quiet at the start.`,
    '- **Hypothesis:** each KPI is taken over windows of the length given. It is true before the drill, and in every window while it lasts, or the drill has failed.',
    '- **Rollback** comes after every end of the experiment, good or bad, in the order given. Each part does nothing where there is nothing to do.',
    '- **Recovery:** all of it must be true within the time given, counted from the end of the experiment.',
    '- **Templates** carry the tags `Environment`, `Drill` and, where a zone is hit, `Zone`; there is one for each zone.',
    '- `/game-day plan` and the mode `plan` of the workflow look at everything and break nothing.',
  ].join('\n');
}

function drillSection(drill: DrillDefinition, kpis: readonly Kpi[]): readonly string[] {
  const { id, title, about, hypothesis, targets, recovery, recoverySeconds, rollback } = drill;
  return [
    `## ${id}`,
    `**${title}.** ${about}`,
    table(
      ['while it lasts', 'tolerated', 'over', 'its target'],
      hypothesis.map((each) => expectationCells(each, kpis)),
    ),
    gantt(drill),
    table(
      ['action', 'what it does', 'FIS action', 'hits'],
      drill.actions.map((action) => actionCells(action, drill)),
    ),
    ...notes(Object.values(targets)),
    [
      `- **Rollback:** ${rollback.length === 0 ? 'nothing to do, FIS itself ends it' : sentence(rollback.map((each) => rollbackWords[each]))}.`,
      `- **Recovery**, within ${minutes(recoverySeconds)}: ${sentence(recovery.map((each) => recoveryWords[each]))}.`,
      `- **How often:** ${drill.cadence}.`,
      `- **By a comment:** \`${commandOf(drill)}\`. **By hand:** the workflow \`game-day\` with the drill \`${id}\`${drill.isZonal ? ' and a zone' : ''}.`,
    ].join('\n'),
  ];
}

function commandOf({ id, isZonal }: DrillDefinition): string {
  return `/game-day run ${id}${isZonal ? ' zone=a' : ''}`;
}

function expectationCells(
  { kpi: id, tolerated, windowSeconds }: DrillDefinition['hypothesis'][number],
  kpis: readonly Kpi[],
): readonly string[] {
  const kpi = kpis.find((each) => each.id === id);
  if (!kpi) throw new Error(`no KPI is called ${id}`);
  const side = kpi.good === 'high' ? 'at least' : 'at most';
  const amount = (value: number) => `${side} ${value.toLocaleString('en')}${unitSigns[kpi.unit]}`;
  const target = typeof kpi.target === 'number' ? amount(kpi.target) : '–';
  return [`${kpi.title} (\`${id}\`)`, amount(tolerated), minutes(windowSeconds), target];
}

/** https://mermaid.js.org/syntax/gantt.html */
function gantt({ id, actions }: DrillDefinition): string {
  const rows = computeTimeline(actions).map(({ name, startSeconds, endSeconds }) =>
    endSeconds === startSeconds
      ? `  ${name} :milestone, ${startSeconds}, ${startSeconds}`
      : `  ${name} :${startSeconds}, ${endSeconds}`,
  );
  return [
    '```mermaid',
    'gantt',
    `  title ${id}, minutes and seconds`,
    '  dateFormat X',
    '  axisFormat %M:%S',
    ...rows,
    '```',
  ].join('\n');
}

function actionCells({ name, about, actionId, target, durationSeconds }: DrillAction, drill: DrillDefinition): readonly string[] {
  const hit = target === undefined ? undefined : drill.targets[target];
  const duration = durationSeconds === undefined ? '' : `, for ${minutes(durationSeconds)}`;
  return [`\`${name}\``, `${about}${duration}`, `\`${actionId}\``, hit ? targetWords(hit, drill.isZonal) : '–'];
}

function targetWords(target: DrillTarget, isZonal: boolean): string {
  const here = isZonal ? ' of the zone' : '';
  switch (target.kind) {
    case 'subnets':
      return `the ${target.tiers.join(' and ')} subnets${here}`;
    case 'tasks':
      return target.percent === 100
        ? `all tasks of the service${isZonal ? ' in the zone' : ''}`
        : `${target.percent} % of the tasks${here}`;
    case 'database-cluster':
      return isZonal ? 'the database, if its writer is in the zone' : 'the database';
    case 'cache-group':
      return `the cache nodes${here}`;
    case 'load-balancer':
      return 'the load balancer';
    case 'service-role':
      return 'the calls of the service, by its role';
    default:
      throw new Error(`no such target: ${target satisfies never}`);
  }
}

function notes(targets: readonly DrillTarget[]): readonly string[] {
  const empty = targets.flatMap(({ mayBeEmpty }) => (mayBeEmpty === undefined ? [] : [`- ${mayBeEmpty}`]));
  return empty.length === 0 ? [] : [['What may find nothing, which is no mistake:', '', ...empty].join('\n')];
}

const rollbackWords: Readonly<Record<RollbackStrategy, string>> = {
  'restore-subnets': 'give the subnets their network ACLs back',
  'restore-service': 'bring the service to its last good task definition',
  'fail-back-database': 'bring the writer back to where it was',
  'cancel-zonal-shift': 'let traffic into the zone again',
};

const recoveryWords: Readonly<Record<RecoveryCheck, string>> = {
  'experiment-ended': 'the experiment has ended',
  'alarms-ok': 'its alarms are quiet',
  'no-fis-network-acls': 'no network ACL of FIS is left',
  'no-zonal-shift': 'no traffic is shifted away',
  'tasks-balanced': 'tasks are spread over the zones',
  'service-on-good-task-definition': 'the service runs its good task definition',
  'database-available': 'the database has a writer',
  'cache-available': 'the cache has all its nodes',
};

const punctual = [
  '## On the minute',
  '',
  "GitHub may start what is scheduled hours late, or not at all. Where a game day has to begin on time, EventBridge Scheduler starts the workflow (not the experiment: the workflow's preflight, lock and reviewers are not gone around):",
  '',
  "1. Make a fine-grained token for this one repository with *Contents: write*, which is what [starting a workflow from outside](https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event) asks for, and put it into a connection of EventBridge, once an environment. It is not made by Terraform, which would keep the token in its state. EventBridge keeps it in Secrets Manager. Write the parameters into a file and delete it, so that the token does not stay in the shell's history:",
  '',
  '   ```',
  '   aws events create-connection --name assess-staging-github --authorization-type API_KEY --auth-parameters file://github.json',
  '   ```',
  '',
  '   ```json',
  '   { "ApiKeyAuthParameters": { "ApiKeyName": "Authorization", "ApiKeyValue": "Bearer <token>" } }',
  '   ```',
  '',
  "2. Give the environment's profile a `gameDaySchedule`: drill, expression, time zone. It is `off` everywhere by default.",
  '3. Apply the platform with `TF_VAR_github_dispatch_connection_arn` (what the command printed) and `TF_VAR_github_repository` (`owner/name`).',
  '',
  'The token lives as long as you let it, a year at most: renew it with `aws events update-connection`. What GitHub does not take within 15 minutes ends in the dead-letter queue, whose alarm tells.',
].join('\n');

function minutes(seconds: number): string {
  if (seconds % 60 !== 0) return `${seconds} s`;
  return seconds === 60 ? 'a minute' : `${seconds / 60} minutes`;
}

function sentence(parts: readonly string[]): string {
  return parts.join('; ');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = rows.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  return [heads, heads.map(() => '---'), ...escaped].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
