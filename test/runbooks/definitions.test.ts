// What every runbook keeps to, and that one more takes one file: it is listed, documented and permitted by that alone.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/kpis/index.ts';
import { indexLines } from '../../src/projen/definition-index.ts';
import type { Runbook } from '../../src/runbooks/asking.ts';
import { renderRunbookDocuments } from '../../src/runbooks/document.ts';
import { runbookStatements } from '../../src/stacks/bootstrap/runbook-permissions.ts';
import { loadRunbooks, runbookFiles } from '../support/all-runbooks.ts';

const runbooks = await loadRunbooks();
const ids = runbooks.map(({ id }) => id);
const kpis = new Set(catalogue.kpis.map(({ id }) => id));

test('each has its file, by its id', () => {
  expect(ids.map((id) => `${id}.ts`)).toEqual(runbookFiles());
});

test.each([...catalogue.kpis, ...catalogue.slos].map(({ id, runbook }) => [id, runbook]))(
  'the runbook of the KPI %s is there: %s',
  (_, runbook) => expect(ids).toContain(runbook),
);

describe.each(runbooks.map((runbook) => [runbook.id, runbook] as const))('%s', (_, runbook) => {
  test('names KPIs that there are', () => {
    expect(runbook.symptoms.filter((symptom) => !kpis.has(symptom))).toEqual([]);
  });

  test('changes something exactly if its risk says so', () => {
    expect(Object.keys(runbook.calls.writes).length === 0).toBe(runbook.risk === 'none');
  });

  test('has steps that are told apart, and can be undone or say why not', () => {
    const steps = runbook.steps.map(({ id }) => id);
    expect(steps.length).toBeGreaterThan(0);
    expect(new Set(steps).size).toBe(steps.length);
    for (const { compensate } of runbook.steps) {
      const words = 'impossible' in compensate ? compensate.impossible : compensate.about;
      expect(words).not.toBe('');
    }
  });
});

describe('one more, as one file in a folder', () => {
  const scope = { accountId: '111122223333', region: 'eu-west-2', stateBucketArn: 'arn:aws:s3:::state' };
  let folder: string;
  let found: readonly Runbook[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opsdeck-runbook-'));
    await writeFile(join(folder, 'pause-stream.ts'), pauseStream(resolve('src/runbooks/asking.ts')));
    found = await loadRunbooks(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is in the list', () => {
    const options = { folder, one: 'runbook', name: 'runbooks', type: 'Runbook', typeFrom: './asking.ts' };
    expect(indexLines(runbookFiles(folder), options)).toContain("import { pauseStream } from './pause-stream.ts';");
    expect(found.map(({ id }) => id)).toEqual(['pause-stream']);
  });

  test('has a page, and a row of the index', () => {
    const pages = renderRunbookDocuments({ runbooks: found, ...catalogue, measured: {} });
    expect(Object.keys(pages)).toEqual(['README.md', 'pause-stream.md']);
    expect(pages['README.md']).toContain('[`pause-stream`](pause-stream.md) | Pause a stream | medium | maintain |');
    expect(pages['pause-stream.md']).toContain('/runbook run pause-stream environment=staging minutes=10');
  });

  test('is permitted what it declares', () => {
    expect(runbookStatements(found, scope)).toEqual([
      {
        Effect: 'Allow',
        Action: ['kinesis:UpdateStreamMode'],
        Resource: ['arn:aws:kinesis:eu-west-2:111122223333:stream/assess-*'],
      },
    ]);
  });
});

function pauseStream(asking: string): string {
  return `// A runbook of a test.
import { asking } from '${pathToFileURL(asking).href}';

const { runbook, step } = asking({
  minutes: { kind: 'number', least: 1, most: 60, about: 'for how long', example: '10' },
});

export const pauseStream = runbook({
  id: 'pause-stream',
  title: 'Pause a stream',
  about: 'Pauses it.',
  when: ['When it has to rest.'],
  symptoms: ['events-age'],
  risk: 'medium',
  permission: 'maintain',
  calls: { reads: ['kinesis:DescribeStreamSummary'], writes: { 'kinesis:UpdateStreamMode': 'stream' } },
  target: () => 'stream',
  check: async () => [],
  steps: [
    step({
      id: 'pause',
      title: 'Pause it',
      about: 'Pauses it.',
      timeoutSeconds: 60,
      retries: 0,
      before: {},
      plan: async () => ({ kind: 'nothing', why: 'it rests already' }),
      run: async () => undefined,
      verify: async () => ({ kind: 'yes', words: 'it rests' }),
      compensate: { impossible: 'It rests.' },
    }),
  ],
  settleSeconds: 0,
});
`;
}
