// Metrics from CloudWatch: from the emulator, and from a server that answers as AWS does on a bad day.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cbor, tag } from '@smithy/core/cbor';
import { openMetrics } from '../../../src/adapters/aws/metrics.ts';
import type { Metric } from '../../../src/define/kpi.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import { metricsOf, placesOf, resolveInstances } from '../../../src/kpis/measure.ts';
import type { MetricQuery, Series } from '../../../src/ports/metrics.ts';
import { noPoints, pointsOf } from '../../../src/ports/points.ts';
import { seedMetrics } from '../../../src/rehearsal/metrics/seed.ts';
import { describeMetrics, nowOfContract, samplesOfContract } from '../../support/metrics.ts';
import { describeWith } from '../../support/needs.ts';
import { failureOf } from '../terraform/support.ts';
import { credentials, withEmulator } from './support.ts';

describeWith(['moto_server'], 'metrics of the emulator', () => {
  const now = new Date('2026-03-02T12:00:00Z');
  const hour = { from: new Date('2026-03-02T11:00:00Z'), to: now };

  const config = withEmulator(async (emulator) => {
    const client = new CloudWatchClient(emulator);
    for (const { metric, samples } of samplesOfContract) {
      const Dimensions = Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value }));
      const MetricData = samples.map(({ atMs, value }) => {
        return { MetricName: metric.name, Dimensions, Timestamp: new Date(atMs), Value: value };
      });
      await client.send(new PutMetricDataCommand({ Namespace: metric.namespace, MetricData }));
    }
    client.destroy();
    const good = catalogueMetrics('staging').map((metric) => ({ metric, shape: 'good' }) as const);
    const slow = catalogueMetrics('pr-7').map((metric) => {
      return { metric, shape: metric.namespace === 'AWS/ECS' ? 'silent' : 'slow' } as const;
    });
    await seedMetrics(emulator, [...good, ...slow], hour);
  });

  describeMetrics(() => openMetrics(config(), { now: () => nowOfContract }));

  test('the whole catalogue, with the regression and the silence that were staged', async () => {
    const metrics = openMetrics(config(), { now: () => now });
    const queries = ['staging', 'pr-7'].flatMap((place) =>
      catalogueMetrics(place).map((metric) => {
        return {
          id: [place, metric.name, metric.statistic, ...Object.keys(metric.dimensions)].join(' '),
          metric,
          periodSeconds: 60,
        };
      }),
    );
    const read = await metrics.read(queries, hour);
    const median = (id: string) => medianOf(read.get(id));
    expect(median('staging TargetResponseTime p99 LoadBalancer TargetGroup')).toBeLessThan(0.6);
    expect(median('pr-7 TargetResponseTime p99 LoadBalancer TargetGroup')).toBeGreaterThan(1);
    expect(median('pr-7 TargetResponseTime TC(1:) LoadBalancer TargetGroup')).toBeGreaterThan(0);
    expect(read.get('pr-7 TargetResponseTime SampleCount LoadBalancer TargetGroup')).toEqual(
      read.get('pr-7 RequestCount Sum LoadBalancer TargetGroup'),
    );
    expect(valuesOf(read.get('staging CPUUtilization Average ClusterName ServiceName'))).toHaveLength(57);
    expect(read.get('pr-7 CPUUtilization Average ClusterName ServiceName')).toEqual({ kind: 'data', points: noPoints });
  });
});

describe('an AWS that', () => {
  const now = new Date('2026-03-02T12:00:00Z');
  const startSeconds = Date.UTC(2026, 2, 2, 11) / 1000;
  const hour = { from: new Date(startSeconds * 1000), to: now };
  let server: Server;
  let requests: Record<string, unknown>[];
  let answers: readonly Answer[];

  beforeEach(async () => {
    requests = [];
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        requests.push(cbor.deserialize(Buffer.concat(chunks)));
        const { status = 200, body, breaksOff = false } = answers[requests.length - 1] ?? { body: {} };
        if (breaksOff) {
          response.writeHead(status, { 'content-length': 1000 }).write(cbor.serialize(body));
          setTimeout(() => response.destroy(), 20);
          return;
        }
        response
          .writeHead(status, typeof body === 'string' ? {} : { 'smithy-protocol': 'rpc-v2-cbor' })
          .end(typeof body === 'string' ? body : cbor.serialize(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const open = () => {
    const { port } = server.address() as AddressInfo;
    return openMetrics({ region: 'eu-west-2', endpoint: `http://127.0.0.1:${port}`, credentials }, { now: () => now });
  };
  const read = async (ids: readonly string[]) => Object.fromEntries(await open().read(ids.map(query), hour));

  test('is asked for whole periods, oldest first', async () => {
    answers = [{ body: { MetricDataResults: [] } }];
    await read(['one']);
    expect(requests).toEqual([
      {
        StartTime: instant(startSeconds),
        EndTime: instant(startSeconds + 57 * 60),
        ScanBy: 'TimestampAscending',
        MaxDatapoints: 100_800,
        MetricDataQueries: [
          {
            Id: 'm0',
            MetricStat: {
              Metric: { Namespace: 'AWS/ECS', MetricName: 'one', Dimensions: [{ Name: 'ClusterName', Value: 'c' }] },
              Period: 60,
              Stat: 'Average',
            },
          },
        ],
      },
    ]);
  });

  test('answers in pages, with the same instant on two of them', async () => {
    answers = [
      { body: { NextToken: 'more', MetricDataResults: [result('m0', [1, 0], 'PartialData')] } },
      { body: { NextToken: 'yet more', MetricDataResults: [] } },
      { body: { MetricDataResults: [result('m0', [1, 2])] } },
    ];
    expect(await read(['one'])).toEqual({ one: data([0, 1, 2]) });
    expect(requests.map(({ NextToken }) => NextToken)).toEqual([undefined, 'more', 'yet more']);
  });

  test('denies one metric, fails at another, and forgets a third', async () => {
    answers = [
      {
        body: {
          NextToken: 'more',
          MetricDataResults: [result('m0', [0]), result('m1', [], 'Forbidden'), result('m2', [0], 'InternalError')],
        },
      },
      { body: { MetricDataResults: [result('m2', [1])] } },
    ];
    expect(await read(['good', 'denied', 'failed', 'forgotten'])).toEqual({
      good: data([0]),
      denied: { kind: 'unavailable', because: 'AWS denied it; allow cloudwatch:GetMetricData to the role' },
      failed: { kind: 'unavailable', because: 'CloudWatch had an internal error; run again' },
      forgotten: { kind: 'unavailable', because: 'CloudWatch left it out of its answer' },
    });
  });

  test('gives what is no number, and more instants than values', async () => {
    const odd = { ...result('m0', [0, 1, 2, 3]), Values: [0, 'NaN', 2] };
    answers = [{ body: { MetricDataResults: [odd] } }];
    expect(await read(['one'])).toEqual({ one: data([0, 2]) });
  });

  test('gives periods that the window only touches', async () => {
    answers = [{ body: { MetricDataResults: [result('m0', [-1, 0, 56, 57, 200])] } }];
    expect(await read(['one'])).toEqual({ one: data([0, 56]) });
  });

  test('has data of 30 days ago only in longer periods', async () => {
    const monthAgo = { from: new Date('2026-01-30T11:00:00Z'), to: new Date('2026-01-30T12:00:00Z') };
    const startMs = monthAgo.from.getTime();
    answers = [
      { body: { MetricDataResults: ['m0', 'm1'].map((Id) => ({ Id, Timestamps: [instant(startMs / 1000)], Values: [7] })) } },
    ];
    const asked = [query('one'), { ...query('two'), periodSeconds: 600 }];
    const points = pointsOf([startMs], [7]);
    expect(Object.fromEntries(await open().read(asked, monthAgo))).toEqual({
      one: { kind: 'data', points, coarseSeconds: 300 },
      two: { kind: 'data', points },
    });
  });

  test.each([
    ['is a proxy', '<html>Please log in</html>'],
    ['speaks JSON', '{"MetricDataResults":[]}'],
    ['says nothing', ''],
    ['says something else', { MetricDataResults: {} }],
  ])('%s, and seems to agree', async (_, body) => {
    answers = [{ body }];
    expect(await failureOf(read(['one']))).toMatchObject({ code: 'aws/malformed-answer' });
    expect(requests).toHaveLength(1);
  });

  test('hangs up in the middle of its answer at first', async () => {
    const body = { MetricDataResults: [result('m0', [0])] };
    answers = [{ body, breaksOff: true }, { body }];
    expect(await read(['one'])).toEqual({ one: data([0]) });
    expect(requests).toHaveLength(2);
  });

  test('throttles at first', async () => {
    answers = [
      { status: 400, body: { __type: 'ThrottlingException', message: 'Rate exceeded' } },
      { body: { MetricDataResults: [result('m0', [0])] } },
    ];
    expect(await read(['one'])).toEqual({ one: data([0]) });
    expect(requests).toHaveLength(2);
  });

  test.each([500, 502, 503])('is hidden by a page of status %d at first', async (status) => {
    answers = [{ status, body: '<html>Try again</html>' }, { body: { MetricDataResults: [result('m0', [0])] } }];
    expect(await read(['one'])).toEqual({ one: data([0]) });
    expect(requests).toHaveLength(2);
  });

  test('denies the call as a whole', async () => {
    answers = [{ status: 403, body: { __type: 'AccessDeniedException', message: 'not authorized' } }];
    expect(await failureOf(read(['one']))).toMatchObject({
      code: 'aws/access-denied',
      message: 'Could not read metrics: AWS denied it.',
      next: 'Allow cloudwatch:GetMetricData in the policy of the role; a permissions boundary may forbid it, too.',
    });
  });

  test('is asked twice for a thousand metrics', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `metric ${index}`);
    const all = (first: number) => Array.from({ length: 500 }, (_, index) => result(`m${first + index}`, [0]));
    // The two calls are made at once: each answer has both halves.
    const body = { MetricDataResults: [...all(0), ...all(500)] };
    answers = [{ body }, { body }];
    const found = await open().read(ids.map(query), hour);
    expect([...found.keys()]).toEqual(ids);
    expect(new Set([...found.values()].map((series) => JSON.stringify(series)))).toEqual(new Set([JSON.stringify(data([0]))]));
    expect(requests).toHaveLength(2);
  });

  test('need not be asked of what lies ahead', async () => {
    const tomorrow = { from: new Date('2026-03-03T11:00:00Z'), to: new Date('2026-03-03T12:00:00Z') };
    expect(Object.fromEntries(await open().read([query('one')], tomorrow))).toEqual({ one: data([]) });
    expect(requests).toEqual([]);
  });

  function result(Id: string, minutes: readonly number[], StatusCode = 'Complete') {
    return { Id, StatusCode, Timestamps: minutes.map((minute) => instant(startSeconds + minute * 60)), Values: minutes };
  }

  function data(minutes: readonly number[]): Series {
    const instants = minutes.map((minute) => (startSeconds + minute * 60) * 1000);
    return { kind: 'data', points: pointsOf(instants, minutes) };
  }
});

function instant(seconds: number) {
  return tag({ tag: 1, value: seconds });
}

interface Answer {
  readonly status?: number;
  readonly body: unknown;
  readonly breaksOff?: boolean;
}

function query(id: string): MetricQuery {
  const metric = { namespace: 'AWS/ECS', name: id, dimensions: { ClusterName: 'c' }, statistic: 'Average' } as const;
  return { id, metric, periodSeconds: 60 };
}

/** Every metric of the catalogue, where every place is called the same. */
function catalogueMetrics(name: string): readonly Metric<string>[] {
  const measures = [
    ...catalogue.kpis.map(({ measure }) => measure),
    ...catalogue.slos.flatMap(({ bad, all }) => [bad, all].map((metric) => ({ kind: 'metric', metric }) as const)),
  ];
  return measures.flatMap((measure) => {
    const names = Object.fromEntries(placesOf(measure).map((place) => [place, [name]]));
    return resolveInstances(measure, names).flatMap((instance) => metricsOf(instance.measure));
  });
}

function valuesOf(series: Series | undefined): readonly number[] {
  return series?.kind === 'data' ? series.points.values : [];
}

function medianOf(series: Series | undefined): number {
  const sorted = valuesOf(series).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
