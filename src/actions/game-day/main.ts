// The game-day action's entry.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIfThere } from '../../adapters/files/read-if-there.ts';
import { openClock } from '../../adapters/process/system-clock.ts';
import { gameDayInJob } from '../../adapters/runner/game-day-in-job.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { drills } from '../../drills/index.ts';
import { catalogue } from '../../kpis/index.ts';
import { performCommand } from '../chatops/perform-command.ts';
import { parseGameDayConfig } from './config.ts';
import { gameDayContract } from './contract.ts';
import { worldOf } from './open-world.ts';
import { reportOf } from './report-of.ts';
import { requestOf } from './request.ts';
import { runGameDay } from './run.ts';

await runAction(gameDayContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const request = requestOf(inputs, drills);
  const clock = openClock(env);
  const ports = { ...gameDayInJob({ inputs, context, env, progress, clock }), signal, catalogue, drills };
  const world = worldOf(ports, inputs, {
    config: parseGameDayConfig(await readIfThere(inputs.config)),
    runUrl: context.runUrl,
    run: context.run,
    timeRate: clock.rate,
    credentialExpiration: env.AWS_CREDENTIAL_EXPIRATION,
    isHurried: false,
  });
  // Looking is done as often as it is asked for.
  await performCommand(world, inputs.mode === 'plan' ? undefined : inputs.command, async () => {
    const { outputs, summary, html, failure } = reportOf(await runGameDay(world, request));
    for (const [name, value] of Object.entries(outputs)) setOutput(name as keyof typeof outputs, value);
    await addSummary(summary);
    if (html !== undefined) setOutput('report-path', await writeReport(html, env.RUNNER_TEMP ?? tmpdir()));
    if (failure) throw failure;
  });
});

async function writeReport(html: string, folder: string): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'game-day-')), 'game-day-report.html');
  await writeFile(path, html);
  return path;
}
