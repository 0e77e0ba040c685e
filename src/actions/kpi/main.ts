// The kpi action's entry.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMetrics } from '../../adapters/aws/metrics.ts';
import { openTaggedResources } from '../../adapters/aws/tagged-resources.ts';
import { readNames } from '../../adapters/files/names-config.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { gitHubInJob } from '../../adapters/runner/github-in-job.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { catalogue } from '../../kpis/index.ts';
import { kpiContract } from './contract.ts';
import { kpiOutputs } from './outputs.ts';
import { renderDocument } from './render/document.ts';
import { renderSummary } from './render/section.ts';
import { runKpi } from './run.ts';

await runAction(kpiContract, async ({ inputs, context, env, progress, setOutput, addSummary }) => {
  const { region, environment, compare } = inputs;
  const client = { region, ...(env.AWS_ENDPOINT_URL && { endpoint: env.AWS_ENDPOINT_URL }) };
  const pullRequest = inputs['pull-request'] ?? context.event.pullRequest?.number;
  const world = {
    ...gitHubInJob(inputs, context, progress),
    metrics: openMetrics(client, systemClock),
    taggedResources: openTaggedResources(client),
    clock: systemClock,
    progress,
    catalogue,
    settings: { names: await readNames(inputs.config, progress), region, runUrl: context.runUrl },
  };
  const request = { environment, compare, windowSeconds: inputs.window, keepsIssue: inputs.issue };
  const outcome = await runKpi(world, { ...request, ...(pullRequest !== undefined && { pullRequest }) });
  for (const [name, value] of Object.entries(kpiOutputs(outcome))) setOutput(name as keyof ReturnType<typeof kpiOutputs>, value);
  if (outcome.kind === 'absent') return;
  await addSummary(renderSummary(outcome.report));
  const path = join(await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'kpi-')), 'kpi-report.html');
  await writeFile(path, renderDocument(outcome.report));
  setOutput('report-path', path);
});
