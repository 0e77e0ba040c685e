// Brings up what pull requests need: the account's bootstrap, and staging, as main has it.
import { join } from 'node:path';
import { type Settings, stacksOf } from '../../stacks/settings.ts';
import { synthesize } from '../../stacks/synth.ts';
import { makePrerequisites, rehearsalDomain } from '../prerequisites.ts';
import { type RehearsedStack, rehearsedStack } from '../stack.ts';
import { type Steps, together } from '../steps.ts';
import type { World } from '../world.ts';

export interface Host {
  readonly bucket: string;
  readonly accountId: string;
  readonly vpcId: string;
}

/** What is deployed there; a real image is not needed to plan against it. */
const image = `registry.example.org/assessments@sha256:${'1'.repeat(64)}`;

export async function bringUpHost(world: World, steps: Steps, settings: Settings): Promise<Host> {
  await makePrerequisites(world.emulator);
  const all = synthesize(join(world.folder, 'host'), stacksOf(settings));
  const stack = (name: string) => rehearsedStack(world, name, all.find((one) => one.name === name)?.folder ?? '');
  const [platform, service] = [stack('platform'), stack('service')];
  const { bucket, accountId } = await bootstrapAccount(stack('bootstrap'), steps);
  await together(world.stop, [
    () =>
      steps.run('platform', `Apply the platform of ${settings.environment}`, async (report) => {
        await platform.init(report, { bucket });
        return platform.apply(report, { domain: rehearsalDomain });
      }),
    () => service.init({ onTerraform: () => undefined, note: () => undefined }, { bucket }),
  ]);
  await steps.run('service', `Apply the service of ${settings.environment}`, (report) => service.apply(report, { image }));
  return { bucket, accountId, vpcId: await platform.output('vpc_id') };
}

export type Account = Pick<Host, 'bucket' | 'accountId'>;

/** What a person applies once, before anything else. */
export async function bootstrapAccount(bootstrap: RehearsedStack, steps: Steps): Promise<Account> {
  let account: Account = { bucket: '', accountId: '' };
  await steps.run('bootstrap', 'Bootstrap the account: state bucket, OIDC, roles', async (report) => {
    await bootstrap.init(report);
    const done = await bootstrap.apply(report);
    const [bucket, role] = [await bootstrap.output('state_bucket'), await bootstrap.output('role_plan')];
    account = { bucket, accountId: role.split(':')[4] ?? '' };
    return done;
  });
  return account;
}
