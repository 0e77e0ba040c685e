// After the job, however it ended: ends the experiment that a step of this job began, and puts right what it broke.
import { openClock } from '../../adapters/process/system-clock.ts';
import { gameDayInJob } from '../../adapters/runner/game-day-in-job.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { drills } from '../../drills/index.ts';
import { catalogue } from '../../kpis/index.ts';
import { defaultConfig } from './config.ts';
import { gameDayContract } from './contract.ts';
import { worldOf } from './open-world.ts';
import { finishOwn } from './resume.ts';

await runAction(gameDayContract, async ({ inputs, context, env, progress }) => {
  if (inputs.mode === 'plan') return;
  const clock = openClock(env);
  const ports = { ...gameDayInJob({ inputs, context, env, progress, clock }), catalogue, drills };
  const world = worldOf(ports, inputs, {
    // Nothing begins here, so nothing of it is asked for.
    config: defaultConfig,
    runUrl: context.runUrl,
    run: context.run,
    timeRate: clock.rate,
    credentialExpiration: env.AWS_CREDENTIAL_EXPIRATION,
    // A job that was cancelled has five minutes: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
    isHurried: true,
  });
  await finishOwn(world);
});
