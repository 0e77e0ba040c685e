import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/kpis/index.ts';
import { asking } from '../../src/runbooks/asking.ts';
import { parseMeasured, renderRunbookDocuments } from '../../src/runbooks/document.ts';
import { runbooks } from '../../src/runbooks/index.ts';
import { loadRunbooks } from '../support/all-runbooks.ts';

const { kpis, slos } = catalogue;

test('docs/runbooks is what the runbooks say', () => {
  const measuredFile = 'docs/runbooks/measured.json';
  const measured = existsSync(measuredFile) ? parseMeasured(readFileSync(measuredFile, 'utf8')) : {};
  const pages = renderRunbookDocuments({ runbooks, kpis, slos, measured });
  const written = readdirSync('docs/runbooks').filter((name) => name.endsWith('.md'));
  expect(Object.fromEntries(written.map((name) => [name, readFileSync(`docs/runbooks/${name}`, 'utf8')]))).toEqual(pages);
});

const { runbook, step } = asking({
  desired: { kind: 'number', least: 1, most: 2000, about: 'how many', example: '12' },
  zone: { kind: 'choice', choices: ['a', 'b'], about: 'where', example: 'a', optional: true },
  since: { kind: 'duration', leastSeconds: 300, mostSeconds: 86_400, about: 'how far back', example: '90m', default: '1h' },
});

const made = runbook({
  id: 'fill-up',
  title: 'Fill it up',
  about: 'Fills it up.',
  when: ['When it is empty.', 'Not when it is full.'],
  symptoms: ['missing-tasks'],
  risk: 'high',
  permission: 'maintain',
  calls: {
    reads: ['ecs:ListTasks', 'ecs:DescribeServices'],
    writes: { 'ecs:UpdateService': 'service' },
    implied: { 'kms:Decrypt': 'queue' },
  },
  target: ({ desired }) => `service-${desired}`,
  check: async () => [],
  steps: [
    step({
      id: 'fill',
      title: 'Fill',
      about: 'Calls UpdateService.',
      timeoutSeconds: 600,
      retries: 2,
      before: {},
      plan: async () => ({ kind: 'nothing', why: 'it is full' }),
      run: async () => undefined,
      verify: async () => ({ kind: 'yes', words: 'it is full' }),
      compensate: {
        about: 'Empties it | again.',
        timeoutSeconds: 90,
        run: async () => undefined,
        verify: async () => ({ kind: 'yes', words: 'it is empty' }),
      },
    }),
    step({
      id: 'close',
      title: 'Close',
      about: 'Closes it.',
      timeoutSeconds: 60,
      retries: 0,
      before: {},
      plan: async () => ({ kind: 'nothing', why: 'it is closed' }),
      run: async () => undefined,
      verify: async () => ({ kind: 'yes', words: 'it is closed' }),
      compensate: { impossible: 'What is closed stays closed.' },
    }),
  ],
  settleSeconds: 300,
});

const pagesOf = (measured = {}) => renderRunbookDocuments({ runbooks: [made], kpis, slos, measured });

test('a page has all that whoever is on call asks', () => {
  expect(pagesOf()['fill-up.md']).toMatchInlineSnapshot(`
"# Fill it up

\`fill-up\`. Fills it up.

- **Risk:** **high**. Users notice, or it cannot be undone: it waits for a person in the GitHub environment \`ops-approval\`, and no alarm starts it.
- **Who may run it:** \`maintain\` and above. To plan it takes \`write\`.
- **Symptoms:** Missing tasks.
- **Alarms:** watched for 5 minutes after the last step; one that begins to ring undoes it all.

## When

- When it is empty.
- Not when it is full.

## Inputs

| input | what | form | default | for example |
| --- | --- | --- | --- | --- |
| \`desired\` | how many | a whole number, 1 to 2,000 | required | \`desired=12\` |
| \`zone\` | where | \`a\`, \`b\` | may be left out | \`zone=a\` |
| \`since\` | how far back | a duration, 5 minutes to 1 day | \`1h\` | \`since=90m\` |

## How

In a comment on an issue or a pull request, or in a terminal as \`opsdeck runbook ...\` with the same words:

\`\`\`
/runbook plan fill-up environment=staging desired=12
/runbook run fill-up environment=staging desired=12
/runbook resume service-12 environment=staging
/runbook resume service-12 environment=staging --undo
\`\`\`

\`resume\` is for a run whose job has died: it goes on, or undoes what was begun. Of a run that is done, \`--undo\` takes it back. By hand it is the workflow \`runbook\`.

## Steps

1. **Fill.** Calls UpdateService.
   - Proven within 10 minutes; tried 2 times more when AWS throttles or does not answer.
   - Undone: Empties it | again. Within 90 seconds.

2. **Close.** Closes it.
   - Proven within 1 minute.
   - Undone: not at all. What is closed stays closed.

## Permissions

What it may call: anything else is refused before it is sent. The role \`ops\`, of the bootstrap stack, is allowed what all runbooks together declare.

| call | what | of what |
| --- | --- | --- |
| \`ecs:UpdateService\` | changes | the services of our environments |
| \`kms:Decrypt\` | is needed on the way | the queues of our environments |
| \`ecs:DescribeServices\` | reads |  |
| \`ecs:ListTasks\` | reads |  |

All runbooks: [index](README.md).
"
`);
});

test('what was measured is told, and by what', () => {
  expect(pagesOf({ 'fill-up': { runSeconds: 185, undoSeconds: 60 } })['fill-up.md']).toContain(
    '- **How long:** 185 seconds in the rehearsal, against the emulated AWS, and 1 minute to undo. The real one may take longer.',
  );
  expect(pagesOf({ another: { runSeconds: 1 } })['fill-up.md']).not.toContain('How long');
});

test.each([
  '{"a": {}}',
  '{"a": {"runSeconds": "3"}}',
  '{"a": {"runSeconds": -1}}',
  '{"a": {"runSeconds": 1, "undoSeconds": "x"}}',
])('a wrong measurement is no measurement: %s', (text) =>
  expect(() => parseMeasured(text)).toThrow('docs/runbooks/measured.json: a has to have runSeconds'),
);

describe('the index', () => {
  test('has every runbook, and every alarm with its own first', async () => {
    const all = await loadRunbooks();
    const index = renderRunbookDocuments({ runbooks: all, kpis, slos, measured: {} })['README.md'] ?? '';
    for (const { id } of all) expect(index).toContain(`| [\`${id}\`](${id}.md) | `);
    for (const kpi of kpis) expect(index).toMatch(new RegExp(`\\(\`${kpi.id}\`\\) \\|[^\\n]*\\| \\[\`${kpi.runbook}\`\\]`));
  });

  test('leaves out what nobody has a runbook for', () => {
    expect(pagesOf()['README.md']).toContain('(`missing-tasks`)');
    expect(pagesOf()['README.md']).not.toContain('(`dead-letters`)');
  });
});

test('every page of a real runbook has a plan, a run and an undo by its own target', async () => {
  for (const [name, page] of Object.entries(
    renderRunbookDocuments({ runbooks: await loadRunbooks(), kpis, slos, measured: {} }),
  )) {
    if (name === 'README.md') continue;
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expect(page.match(/^\/runbook (?:plan|run|resume) /gm)).toHaveLength(4);
  }
});
