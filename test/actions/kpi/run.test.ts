// The whole action over made-up ports: a preview with a regression, an environment, and what goes wrong.
import { describe, expect, test } from '@jest/globals';
import { kpiOutputs } from '../../../src/actions/kpi/outputs.ts';
import { runKpi } from '../../../src/actions/kpi/run.ts';
import type { KpiRequest } from '../../../src/actions/kpi/world.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import { noPoints } from '../../../src/ports/points.ts';
import { few } from './support/catalogue.ts';
import { type Answer, data, openWorld, preview, regression, staging, wellButFor } from './support/world.ts';

const hour = 3600;
const ofPreview: KpiRequest = { environment: 'staging', pullRequest: 7, compare: 'base', windowSeconds: hour, keepsIssue: false };
const ofStaging: KpiRequest = { environment: 'staging', compare: 'previous', windowSeconds: hour, keepsIssue: true };

describe('a preview', () => {
  test('is told against its environment, in one read', async () => {
    const { world, told } = openWorld(regression, [...staging, ...preview]);
    const outcome = await runKpi({ ...world, catalogue: few }, ofPreview);
    expect(told.reads).toHaveLength(1);
    expect(told.issues).toEqual([]);
    expect(told.comment).toMatch(/^<!-- opsdeck:slot kpis -->/);
    expect(kpiOutputs(outcome)).toMatchInlineSnapshot(`
{
  "has-breach": true,
  "message": "KPIs of \`pr-7\`: 1 in breach, 1 worse, 1 without enough data, 1 met. Worst: **Latency, p99** is 1.9 s (target ≤ 1 s), ▲ worse: \\+1.5 s \\(\\+373 %\\). Runbook: \`ecs-rollback\`.",
  "worst": "latency",
}
`);
  });

  test('shows the regression first, and what has no data as such', async () => {
    const { world, told } = openWorld(regression, [...staging, ...preview]);
    await runKpi({ ...world, catalogue: few }, ofPreview);
    expect(told.comment).toMatchInlineSnapshot(`
"<!-- opsdeck:slot kpis -->
### KPIs: 1 in breach, 1 worse, 1 without enough data, 1 met

Worst: **Latency, p99** is 1.9 s (target ≤ 1 s), ▲ worse: \\+1.5 s \\(\\+373 %\\). Runbook: \`ecs-rollback\`.

Error budget of the window: Availability: 100 % left.

\`pr-7\`, 2026-11-22 09:00 to 10:00 UTC, compared with \`staging\`: [run](https://github.com/acme/app/actions/runs/1).

#### Service

| KPI | now | base | change | target | trend | samples |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| **Latency, p99**<br>❌ breach<br>\`ecs-rollback\` | 1.9 s<br>median period | 0.403 s | ▲ worse: \\+1.5 s \\(\\+373 %\\) | ≤ 1 s | █▇▃▁▄█▆▂▁▅█▆ | 60 \\(of 12,000\\) / 60 \\(of 12,000\\) |
| **Running tasks**<br>❔ insufficient data<br>no data in the window | – | 2 | – | – | – | 0 / 60 |
| **Errors**<br>✅ met | 0 % | 0 % | none | ≤ 0.1 % | ▁▁▁▁▁▁▁▁▁▁▁▁ | 60 \\(of 12,038\\) / 60 \\(of 12,038\\) |

<details><summary>Course of the headline KPIs</summary>

\`\`\`mermaid
%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#0969da, #8c959f"}}}}%%
xychart-beta
  title "Latency, p99: now, and base"
  x-axis "minutes" 0 --> 60
  y-axis "Seconds" 0 --> 2.1348
  line [1.9292, 1.8846, 1.8903, 1.935, 1.8653, 1.9353, 1.89, 1.885, 1.929, 1.8562, 1.9264, 1.8902, 1.886, 1.9382, 1.8656, 1.9315, 1.8945, 1.8796, 1.9313, 1.8569, 1.9232, 1.8959, 1.8819, 1.9407]
  line [0.4233, 0.3877, 0.3922, 0.428, 0.3723, 0.4282, 0.392, 0.388, 0.4232, 0.365, 0.4212, 0.3921, 0.3888, 0.4306, 0.3725, 0.4252, 0.3956, 0.3837, 0.425, 0.3656, 0.4186, 0.3967, 0.3855, 0.4326]
\`\`\`

\`\`\`mermaid
%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#0969da, #8c959f"}}}}%%
xychart-beta
  title "Errors: now, and base"
  x-axis "minutes" 0 --> 60
  y-axis "Percent" 0 --> 0.11
  line [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  line [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
\`\`\`

</details>

<sub>Samples: periods with data, and of how many values. A difference is marked only where it is more than noise: the middle halves of the periods do not overlap, with at least 10 periods on both sides; of shares, the 95 % Wilson intervals do not overlap.</sub>
<!-- opsdeck:end kpis -->"
`);
  });

  test('that is not up is nothing to measure', async () => {
    const { world, told } = openWorld(regression, staging);
    const outcome = await runKpi(world, ofPreview);
    expect(kpiOutputs(outcome)).toEqual({
      'has-breach': false,
      worst: '',
      message: 'Nothing of `pr-7` is up: there is nothing to measure.',
    });
    expect(told.comment).toBe('');
    expect(told.reads).toEqual([]);
  });

  test('with a platform of its own is told with that', async () => {
    const isolated = staging.map(({ arn, tags }) => ({
      arn: arn.replaceAll('assess-staging', 'assess-pr-7'),
      tags: { ...tags, Environment: 'pr-7' },
    }));
    const { world } = openWorld(regression, [...staging, ...isolated]);
    const outcome = await runKpi(world, ofPreview);
    const ids = outcome.kind === 'measured' ? outcome.report.assessment.rows.map(({ id }) => id) : [];
    expect(ids).toEqual(expect.arrayContaining(['latency', 'edge-5xx-rate', 'cache-cpu/1']));
    expect(ids).not.toContain('zone-errors/a');
  });

  test("of a stack of one's own is asked only about what that has", async () => {
    const own = {
      arn: 'arn:aws:sqs:eu-west-2:111122223333:shop-pr-7-dead-letters',
      tags: { Environment: 'pr-7', Layer: 'platform' },
    };
    const { world } = openWorld(regression, [own]);
    const outcome = await runKpi(world, { ...ofPreview, compare: 'none' });
    const rows = outcome.kind === 'measured' ? outcome.report.assessment.rows : [];
    expect(rows.map(({ id }) => id)).toEqual(['dead-letters']);
  });
});

describe('an environment', () => {
  test('is told against the time before, in two reads, in its issue', async () => {
    const { world, told } = openWorld(regression, [...staging, ...preview]);
    const outcome = await runKpi(world, ofStaging);
    expect(told.reads.map(({ window: { from, to } }) => `${from.toISOString()} ${to.toISOString()}`)).toEqual([
      '2026-11-22T09:00:00.000Z 2026-11-22T10:00:00.000Z',
      '2026-11-22T08:00:00.000Z 2026-11-22T09:00:00.000Z',
    ]);
    expect(told.issues).toMatchObject([{ marker: 'kpi/staging', title: 'KPI report: staging', labels: ['kpi'] }]);
    expect(told.comment).toBe('');
    const ids = outcome.kind === 'measured' ? outcome.report.assessment.rows.map(({ kpi }) => kpi.id) : [];
    expect([...new Set(ids)].sort()).toEqual(catalogue.kpis.map(({ id }) => id).sort());
  });

  test.each<[string, Answer, string | RegExp]>([
    [
      'a metric that is refused',
      wellButFor(({ name }) =>
        name === 'CPUUtilization' ? { kind: 'unavailable', because: 'AWS refuses | it @you' } : undefined,
      ),
      /CPU\*\*<br>❔ insufficient data<br>AWS refuses \\\| it `@`you/,
    ],
    ['no data at all', () => data(noPoints), /without enough data/],
  ])('with %s says so', async (_what, answer, expected) => {
    const { world, told } = openWorld(answer, staging);
    await runKpi(world, ofStaging);
    expect(told.issues[0]?.body).toMatch(expected);
  });

  test('without any data has not one good mark', async () => {
    const { world, told } = openWorld(() => data(noPoints), staging);
    await runKpi(world, ofStaging);
    expect(told.issues[0]?.body).not.toContain('✅');
  });
});

test('that the comment cannot be written is a warning', async () => {
  const { world, told } = openWorld(regression, [...staging, ...preview]);
  const comments = { ...world.comments, revise: () => Promise.reject(new Error('GitHub is away')) };
  expect(await runKpi({ ...world, comments }, ofPreview)).toMatchObject({ kind: 'measured' });
  expect(told.warnings).toEqual(['Could not write the comment of #7: GitHub is away']);
});

test.each<[string, Partial<KpiRequest>, string]>([
  ['a window of five minutes', { windowSeconds: 300 }, 'kpi/window'],
  ['a window that reaches back further than there is data', { windowSeconds: 300 * 86_400 }, 'kpi/window'],
  ['a base of an environment', { compare: 'base' }, 'kpi/nothing-to-compare'],
])('%s is refused', async (_what, change, code) => {
  const { world } = openWorld(regression, staging);
  await expect(runKpi(world, { ...ofStaging, ...change })).rejects.toMatchObject({ name: 'Failure', code });
});
