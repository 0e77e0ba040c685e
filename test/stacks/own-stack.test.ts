// A repository's own stack: the gate takes it as it is written, and the roles of CI are held to its names.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { App } from 'cdktf';
import { synthLimits } from '../../src/actions/gate/files.ts';
import { judge, passGate } from '../../src/actions/gate/pass.ts';
import { knownAlarms } from '../../src/actions/runbook/incident/known-alarms.ts';
import { readStackFolder } from '../../src/adapters/files/stack-folder.ts';
import type { PlatformKpi } from '../../src/define/kpi.ts';
import { parseStacksConfig } from '../../src/define/stacks-config.ts';
import { OwnStack, type OwnStackSettings, synthesize, synthesizeOwn, type Watched } from '../../src/stacks/index.ts';

class Orders extends OwnStack {
  constructor(app: App, settings: OwnStackSettings) {
    super(app, settings);
    new SqsQueue(this, 'orders', { name: `${this.prefix}-orders` });
  }
}

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'opsdeck-own-stack-'));
const content = JSON.stringify({ stacks: { layout: 'platform', prefix: 'shop', tags: { Owner: 'shop' } } });
const config = parseStacksConfig(content);
const request = { pullRequest: 7, environment: 'staging', region: 'eu-west-2' };
const given = { environment: 'staging', region: 'eu-west-2', pullRequest: '7' };

beforeAll(() => {
  mkdirSync(join(folder, '.github'));
  writeFileSync(join(folder, '.github/opsdeck.json'), content);
  process.chdir(folder);
  synthesizeOwn({ ...given, stack: (app, settings) => void new Orders(app, settings) });
});

afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const written = () => readStackFolder(join(folder, 'cdktf.out'), synthLimits);

describe('what it writes', () => {
  test('is what the gate looks for: the stack of the environment, and that of the preview', async () => {
    expect([...passGate(await written(), { ...request, config }).keys()]).toEqual([
      'host/stacks/platform',
      'isolated/stacks/platform',
    ]);
  });

  test('is called after the repository and the environment, and tagged as the configuration says', async () => {
    const stacks = passGate(await written(), { ...request, config });
    expect(stacks.get('isolated/stacks/platform')).toMatchObject({
      provider: {
        aws: [{ default_tags: [{ tags: { Owner: 'shop', ManagedBy: 'opsdeck', Environment: 'pr-7', Layer: 'platform' } }] }],
      },
      resource: { aws_sqs_queue: { orders: { name: 'shop-pr-7-orders' } } },
      terraform: { backend: { s3: { key: 'previews/pr-7/platform.tfstate' } } },
    });
  });

  test('is refused by a base branch that knows another repository', async () => {
    const other = parseStacksConfig(JSON.stringify({ stacks: { layout: 'platform', prefix: 'bank', tags: { Owner: 'bank' } } }));
    const { stacks } = judge(await written(), { ...request, config: other });
    const rules = stacks.flatMap(({ verdict }) => (verdict.kind === 'refused' ? verdict.refusals.map(({ rule }) => rule) : []));
    expect(new Set(rules)).toEqual(new Set(['settings/provider-settings']));
  });

  test('is refused when it names another environment of the repository', async () => {
    const files = (await written()).map((file) => {
      const text = new TextDecoder().decode(file.bytes);
      return file.path.startsWith('isolated') && file.bytes
        ? { ...file, bytes: new TextEncoder().encode(text.replaceAll('shop-pr-7-orders', 'shop-staging-orders')) }
        : file;
    });
    const refusals = judge(files, { ...request, config }).stacks.flatMap(({ verdict }) =>
      verdict.kind === 'refused' ? verdict.refusals.map(({ rule }) => rule) : [],
    );
    expect(refusals).toEqual(['resource/environment']);
  });
});

describe('what it watches', () => {
  const alarm = { threshold: 600, periods: 3, datapoints: 3, whenMissing: 'notBreaching' } as const;
  const age = (id: string, QueueName: 'dead-letter-queue' | { readonly is: string }): PlatformKpi => ({
    ...{ id, title: id, about: 'Orders wait', group: 'events', layer: 'platform', environments: 'all', unit: 'Seconds' },
    ...{ periodSeconds: 60, good: 'low', alarm, runbook: 'count-orders', aborts: ['game-day'] },
    measure: {
      kind: 'metric',
      metric: { namespace: 'AWS/SQS', name: 'ApproximateAgeOfOldestMessage', dimensions: { QueueName }, statistic: 'Maximum' },
    },
  });
  const lasting: PlatformKpi = { ...age('orders-age', { is: 'shop-staging-orders' }), environments: 'lasting' };
  const kpis = [lasting, age('failed-orders', 'dead-letter-queue')];

  class Watching extends OwnStack {
    constructor(app: App, settings: OwnStackSettings, placesOf: (prefix: string) => Watched['places']) {
      super(app, settings);
      const topic = new SnsTopic(this, 'alerts', { name: `${this.prefix}-alerts` });
      this.watch({ kpis, topicArn: topic.arn, places: placesOf(this.prefix) ?? {} });
    }
  }
  const synthesizeWatching = (placesOf: (prefix: string) => Watched['places']) =>
    synthesizeOwn({ ...given, stack: (app, settings) => void new Watching(app, settings, placesOf) });

  test('has alarms that the gate takes and incidents find, and a preview only those of all environments', async () => {
    synthesizeWatching((prefix) => ({ 'dead-letter-queue': [`${prefix}-failed`] }));
    const stacks = passGate(await written(), { ...request, config });
    const alarms = (group: string) => {
      const { resource } = stacks.get(`${group}/stacks/platform`) as { resource: Record<string, Record<string, object>> };
      expect(Object.keys(resource)).not.toContain('aws_cloudwatch_composite_alarm');
      return resource.aws_cloudwatch_metric_alarm;
    };
    expect(alarms('host')).toMatchObject({
      'orders-age': {
        alarm_name: 'shop-staging-orders-age',
        alarm_description: 'Orders wait. Runbook: count-orders',
        alarm_actions: ['${aws_sns_topic.alerts.arn}'],
        threshold: 600,
      },
      'failed-orders': { dimensions: { QueueName: 'shop-staging-failed' } },
    });
    expect(Object.keys(alarms('isolated') ?? {})).toEqual(['failed-orders']);
    const known = knownAlarms({ kpis, slos: [] }, { environment: 'staging', names: config, platform: {}, service: {} });
    expect(known.get('shop-staging-failed-orders')).toMatchObject({ runbook: 'count-orders', kpi: 'failed-orders' });
  });

  test('needs a name for each place', () => {
    expect(() => synthesizeWatching(() => ({}))).toThrow(
      '- failed-orders: it is measured at dead-letter-queue, which nobody named',
    );
  });
});

test.each([
  [{ region: 'mars-1' }, 'region'],
  [{ pullRequest: '7; rm' }, 'pull request'],
])('%j is refused', (wrong, problem) => {
  expect(() => synthesizeOwn({ ...given, ...wrong, stack: () => undefined })).toThrow(problem);
});

test('the roles of CI reach what begins with its name, and nothing of the reference platform', () => {
  const bootstrap = { kind: 'bootstrap', region: 'eu-west-2', repository: 'example/shop', prefix: 'shop' } as const;
  const [stack] = synthesize(join(folder, 'account'), [bootstrap]);
  const text = readFileSync(join(stack?.folder ?? '', 'cdk.tf.json'), 'utf8');
  expect(text).not.toContain('assess');
  expect(text).toContain('arn:aws:s3:::shop-*pr-*');
});
