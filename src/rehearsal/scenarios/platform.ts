// The life of an environment: bootstrap, platform, service; nothing to change, a new image, a guest; and no trace.
import { join } from 'node:path';
import { failure } from '../../define/failure.ts';
import { isPreviewName } from '../../stacks/names.ts';
import { profiles } from '../../stacks/profiles.ts';
import { type Settings, stacksOf } from '../../stacks/settings.ts';
import { type StackRequest, synthesize } from '../../stacks/synth.ts';
import type { Resource } from '../emulator/inventory.ts';
import { gatherLeftovers, refuseLeftovers, taggedArns } from '../leftovers.ts';
import { makePrerequisites, rehearsalDomain } from '../prerequisites.ts';
import { type RehearsedStack, rehearsedStack, type Variables } from '../stack.ts';
import { type Steps, together } from '../steps.ts';
import type { World } from '../world.ts';

export interface PlatformScenario {
  readonly world: World;
  readonly steps: Steps;
  readonly settings: Settings;
  /** Given, the scenario ends with everything up, when this resolves. */
  readonly keepUp?: (world: World) => Promise<void>;
}

/** The preview that lives beside the environment's own service for a while. */
const guest = 'pr-2';

/** Two builds of the application, as far as Terraform can tell. */
const firstImage = { image: imageOf('1') };
const secondImage = { image: imageOf('2') };
const domain = { domain: rehearsalDomain };
/** Lifts the protection against deletion, which is the only way to take an environment down. */
const unprotected = { is_protected: false };
const platformDown = { ...domain, ...unprotected };

export async function rehearsePlatform(scenario: PlatformScenario): Promise<void> {
  const { world, steps, keepUp } = scenario;
  const stacks = await synthesized(scenario);
  const untouched = await prepare(scenario, stacks);
  await bringUp(scenario, stacks);
  await live(scenario, stacks);
  if (keepUp) return keepUp(world);
  await takeDown(scenario, stacks);
  await steps.run('trace', 'Look for anything left in the emulator', () => lookForTraces(world, untouched));
}

interface Stacks {
  readonly bootstrap: RehearsedStack;
  readonly platform: RehearsedStack;
  readonly service: RehearsedStack;
  readonly guest: RehearsedStack;
}

async function synthesized({ world, steps, settings }: PlatformScenario): Promise<Stacks> {
  const requests = stacksOf(settings);
  const guestRequests: readonly StackRequest[] = requests.flatMap((request) => {
    return request.kind === 'service' ? [{ ...request, service: guest }] : [];
  });
  const folders = new Map<string, string>();
  await steps.run('synth', 'Synthesize the stacks', async () => {
    const all = synthesize(join(world.folder, 'cdktf.out'), [...requests, ...guestRequests]);
    for (const { name, folder } of all) folders.set(name, folder);
    return all.map(({ name }) => name).join(', ');
  });
  const stack = (name: string) => rehearsedStack(world, name, folders.get(name) ?? '');
  return {
    bootstrap: stack('bootstrap'),
    platform: stack('platform'),
    service: stack('service'),
    guest: stack(`service-${guest}`),
  };
}

/** Makes the account as it is before Opsdeck comes, and looks at it. */
async function prepare({ world, steps }: PlatformScenario, { bootstrap }: Stacks): Promise<readonly Resource[]> {
  let untouched: readonly Resource[] = [];
  const account = () =>
    steps.run('account', 'Prepare an account with a domain and a certificate', async () => {
      await makePrerequisites(world.emulator);
      untouched = await world.emulator.inventory();
      return rehearsalDomain;
    });
  // Only installs the provider: the state of this stack lies in its folder.
  await together(world.stop, [account, () => bootstrap.init(quiet)]);
  return untouched;
}

async function bringUp({ world, steps, settings }: PlatformScenario, { bootstrap, platform, service, guest }: Stacks) {
  let bucket = '';
  await steps.run('bootstrap', 'Bootstrap the account: state bucket, OIDC, roles', async (report) => {
    const done = await bootstrap.apply(report);
    bucket = await bootstrap.output('state_bucket');
    return done;
  });
  await together(world.stop, [
    () =>
      steps.run('platform', `Apply the platform (${settings.profile})`, async (report) => {
        await platform.init(report, { bucket });
        return platform.apply(report, domain);
      }),
    // Connects the services to their states while the platform comes up; they are applied when it is.
    async () => {
      for (const stack of [service, guest]) await stack.init(quiet, { bucket });
    },
  ]);
}

/** Side by side, because each has a state of its own; the services go again as soon as they can. */
async function live({ world, steps, settings, keepUp }: PlatformScenario, { platform, service, guest }: Stacks) {
  await together(world.stop, [
    async () => {
      await steps.run('platform-again', 'Plan the platform again', (report) => platform.expectNoChanges(report, domain));
      if (keepUp) return;
      if (isProtected(settings)) await lift(steps, platform, platformDown);
      // From here it can be planned to go: the services do not touch its state.
      await platform.planDestroy(quiet, platformDown);
    },
    async () => {
      await steps.run('service', 'Apply the service on it', (report) => service.apply(report, firstImage));
      await steps.run('service-again', 'Plan the service again', (report) => service.expectNoChanges(report, firstImage));
      await steps.run('image', 'Deploy a new image', (report) => {
        return service.applyOnly(['aws_ecs_task_definition', 'aws_ecs_service'], report, secondImage);
      });
      if (keepUp) return;
      await steps.run('destroy-service', 'Destroy the service', (report) => service.destroy(report, secondImage));
    },
    async () => {
      await steps.run('tagged', 'List what is tagged as ours', () => listTagged(world));
      await steps.run('guest', 'Apply a second service beside it', (report) => guest.apply(report, guestVariables(settings)));
      if (keepUp) return;
      // A preview comes and goes while the environment's own service is being deployed.
      await steps.run('destroy-guest', 'Destroy the second service', (report) => guest.destroy(report, guestVariables(settings)));
    },
  ]);
}

async function takeDown({ world, steps }: PlatformScenario, { bootstrap, platform }: Stacks) {
  await together(world.stop, [
    () => steps.run('destroy-platform', 'Destroy the platform', (report) => platform.destroy(report, platformDown)),
    async () => {
      await lift(steps, bootstrap, unprotected);
      await bootstrap.planDestroy(quiet, unprotected);
    },
  ]);
  await steps.run('destroy-bootstrap', 'Destroy the bootstrap stack', (report) => bootstrap.destroy(report, unprotected));
}

function lift(steps: Steps, stack: RehearsedStack, variables: Variables): Promise<void> {
  const title = `Lift the protection of the ${stack.name}`;
  return steps.run(`unprotect-${stack.name}`, title, (report) => stack.apply(report, variables));
}

function isProtected({ profile }: Settings): boolean {
  return profiles[profile].isProtected;
}

/** In an isolated preview all share one Redis user; elsewhere a guest is given one. */
function guestVariables({ environment }: Settings): Variables {
  return isPreviewName(environment) ? firstImage : { ...firstImage, cache_slot: '1' };
}

/** For what goes on beside a step that a person is shown. */
const quiet = { onTerraform: () => undefined, note: () => undefined };

async function listTagged(world: World): Promise<string> {
  const arns = await taggedArns(world.emulator);
  if (arns.length === 0) throw nothingTagged();
  return `${arns.length} resources in the emulator`;
}

async function lookForTraces(world: World, untouched: readonly Resource[]): Promise<string> {
  const leftovers = await gatherLeftovers(world.emulator, untouched);
  refuseLeftovers(leftovers);
  return `${leftovers.tagged.length} tagged, ${leftovers.added.length} others`;
}

function nothingTagged() {
  return failure({
    code: 'rehearsal/nothing-tagged',
    what: 'Everything is up, and yet the tagging API finds nothing of it: to find nothing later would prove nothing.',
    next: 'Check the default tags of the stacks, and the tagging API of the emulator.',
  });
}

function imageOf(digit: string): string {
  return `registry.example.org/assessments@sha256:${digit.repeat(64)}`;
}
