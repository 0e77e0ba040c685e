// Each row of the catalogue in every place that derives from it; and a new row, which is the only edit that it takes.
import { describe, expect, test } from '@jest/globals';
import type { Kpi, Slo } from '../../../src/define/kpi.ts';
import { computeAlarms } from '../../../src/kpis/alarms.ts';
import { renderKpisDocument } from '../../../src/kpis/document.ts';
import { computeGraphs, type GraphGroup } from '../../../src/kpis/graphs.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import { platformFacts, serviceFacts } from '../../kpis/support/facts.ts';
import { at, listAt, textAt } from '../support/json.ts';
import { ofType, one, type Stack } from '../support/stack.ts';
import { type Label, stackNamed } from '../support/synthesized.ts';

const { kpis, slos } = catalogue;
const document = renderKpisDocument(catalogue);

const stacks: Readonly<Record<Kpi['layer'], Readonly<Record<'lasting' | 'previews', readonly Label[]>>>> = {
  platform: { lasting: ['production/platform', 'staging/platform'], previews: ['preview/platform'] },
  service: { lasting: ['production/service', 'staging/service'], previews: ['preview/service', 'staging/service-pr-7'] },
};

/** `cache-cpu`, `cache-1-cpu`, `cache-2-cpu`: the alarms of a KPI by the ids that they have. */
function alarmsOf(stack: Stack, id: string) {
  const [head, ...tail] = id.split('-');
  const pattern = new RegExp(`^observability/${[head, '(?:[0-9]|[a-c])?', ...tail].filter(Boolean).join('-?')}$`);
  return ofType(stack, 'aws_cloudwatch_metric_alarm').filter(({ path }) => pattern.test(path));
}

function titlesOf(stack: Stack): readonly unknown[] {
  const body = JSON.parse(textAt(one(stack, 'aws_cloudwatch_dashboard').body, 'dashboard_body'));
  return listAt(body, 'widgets').map((widget) => at(widget, 'properties.title'));
}

describe.each(kpis.map((kpi) => [kpi.id, kpi] as const))('%s', (id, kpi) => {
  const { lasting, previews } = stacks[kpi.layer];
  const watching = [...lasting, ...(kpi.environments === 'all' ? previews : [])].map(stackNamed);
  const others = (kpi.environments === 'all' ? [] : previews).map(stackNamed);

  test('is an alarm that ends with its runbook, where it should ring', () => {
    for (const stack of watching) {
      const descriptions = alarmsOf(stack, id).map(({ body }) => textAt(body, 'alarm_description'));
      expect(descriptions.length > 0).toBe(kpi.alarm !== undefined);
      for (const description of descriptions) expect(description.endsWith(`. Runbook: ${kpi.runbook}`)).toBe(true);
    }
    for (const stack of others) expect(alarmsOf(stack, id)).toEqual([]);
  });

  test('is a graph on the dashboard', () => {
    for (const stack of watching) expect(titlesOf(stack)).toContain(kpi.title);
    for (const stack of others.filter((each) => !sameTitle(kpi, each))) expect(titlesOf(stack)).not.toContain(kpi.title);
  });

  test('is a row of the documentation', () => {
    const rows = document.split('\n').filter((line) => line.startsWith(`| \`${id}\``));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(kpi.about);
    expect(rows[0]).toContain(`\`${kpi.runbook}\``);
  });

  test('breaks off what it should, and nothing else', () => {
    const aborting = new Set(lasting.map(stackNamed).flatMap((stack) => (breaksOff(stack, id) ? kpi.layer : [])));
    const expected = kpi.layer === 'platform' ? kpi.aborts.includes('game-day') : kpi.aborts.includes('deploy');
    expect(aborting.size > 0).toBe(expected);
  });
});

/** Another row may show a graph of that name. */
function sameTitle({ id, title, layer }: Kpi, { label }: Stack): boolean {
  return label.includes(layer) && kpis.some((kpi) => kpi.id !== id && kpi.title === title && kpi.layer === layer);
}

/** The experiment of a platform, the rollout of a service: each names the alarms that end it. */
function breaksOff(stack: Stack, id: string): boolean {
  const ends = [...ofType(stack, 'aws_fis_experiment_template'), ...ofType(stack, 'aws_ecs_service')];
  const texts = ends.map(({ body }) => JSON.stringify([body.stop_condition, body.alarms]));
  return alarmsOf(stack, id).some((alarm) => texts.some((text) => text.includes(`aws_cloudwatch_metric_alarm.${alarm.id}.`)));
}

describe.each(slos.map((slo) => [slo.id, slo] as const))('the objective of %s', (id, slo) => {
  const lasting = stacks.service.lasting.map(stackNamed);

  test('has an alarm for each window, a sum for each severity and a graph', () => {
    for (const stack of lasting) {
      const windows = ofType(stack, 'aws_cloudwatch_metric_alarm').filter(({ path }) => path.includes(`/slo-${id}-`));
      const sums = ofType(stack, 'aws_cloudwatch_composite_alarm').filter(({ path }) => path.includes(`/slo-${id}-`));
      expect(windows).toHaveLength(2 * slo.burnRates.length);
      expect(sums.map(({ path }) => path)).toEqual([`observability/slo-${id}-page`, `observability/slo-${id}-ticket`]);
      expect(titlesOf(stack)).toContain(`${slo.title}: ${slo.objectivePercent} % in ${slo.objectiveDays} days`);
    }
  });

  test('is a table of the documentation', () => {
    const [, section = ''] = document.split(`### ${slo.title} `);
    const rows = (section.split('\n### ')[0] ?? '').split('\n').filter((line) => /^\| [\d.]+x/.test(line));
    expect(rows).toHaveLength(slo.burnRates.length);
  });
});

describe('a row more', () => {
  const [kpi, slo] = [kpis.find(({ id }) => id === 'edge-5xx-rate'), slos.find(({ id }) => id === 'availability')];
  if (kpi?.layer !== 'platform' || !slo) throw new Error('the rows that the new ones are made of are gone');
  const newKpi: Kpi = {
    ...kpi,
    id: 'new-kpi',
    title: 'New KPI',
    about: 'Something new is wrong',
    runbook: 'stop-all-experiments',
  };
  const newSlo: Slo = { ...slo, id: 'new-slo', title: 'New objective', about: 'Something new is promised' };
  const extended = { kpis: [...kpis, newKpi], slos: [...slos, newSlo] };

  test('is an alarm, part of what it breaks off, a graph and a row of the documentation', () => {
    const facts = platformFacts(extended);
    const { alarms, composites } = computeAlarms(facts);
    expect(alarms.filter(({ id }) => id === 'new-kpi')).toEqual([
      expect.objectContaining({ description: 'Something new is wrong. Runbook: stop-all-experiments', aborts: ['game-day'] }),
    ]);
    expect(composites.find(({ id }) => id === 'student-impact')?.anyOf).toContainEqual(['new-kpi']);
    expect(graphTitles(computeGraphs(facts))).toContain('New KPI');
    expect(renderKpisDocument(extended)).toContain('| `new-kpi` | **New KPI.** Something new is wrong |');
  });

  test('of the objectives has its windows, sums, graph and table', () => {
    const facts = serviceFacts(extended);
    const { alarms, composites } = computeAlarms(facts);
    expect([...alarms, ...composites].filter(({ id }) => id.startsWith('slo-new-slo-'))).toHaveLength(2 * 3 + 2);
    expect(graphTitles(computeGraphs(facts))).toContain('New objective: 99.9 % in 30 days');
    expect(renderKpisDocument(extended)).toContain('### New objective');
  });

  test('reaches Terraform and the alarms that end an experiment', async () => {
    // Only here: loading cdktf costs every test file that does it most of a second.
    const [{ Testing, TerraformStack }, { watch }] = await Promise.all([
      import('cdktf'),
      import('../../../src/stacks/parts/watch.ts'),
    ]);
    const stack = new TerraformStack(Testing.app(), 'stack');
    const aborting = watch(stack, {
      facts: platformFacts(extended),
      prefix: 'assess-x',
      topicArn: 'arn:topic',
      region: 'eu-west-2',
    });
    const json = JSON.parse(Testing.synth(stack));
    expect(at(json, 'resource.aws_cloudwatch_metric_alarm.new-kpi')).toMatchObject({
      alarm_name: 'assess-x-new-kpi',
      alarm_actions: ['arn:topic'],
      threshold: 1,
    });
    expect(textAt(json, 'resource.aws_cloudwatch_composite_alarm.student-impact.alarm_rule')).toContain('.new-kpi.alarm_name}');
    expect(textAt(json, 'resource.aws_cloudwatch_dashboard.dashboard.dashboard_body')).toContain('New KPI');
    expect(aborting['game-day'].map(({ node }) => node.id)).toContain('new-kpi');
  });
});

function graphTitles(groups: readonly GraphGroup[]): readonly string[] {
  return groups.flatMap(({ graphs }) => graphs.map(({ title }) => title));
}
