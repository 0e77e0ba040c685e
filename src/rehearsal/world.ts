// The local world of a rehearsal: a temporary folder, an emulated AWS, a Terraform that knows nothing else; gone afterwards.
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Binary, findBinary } from '../adapters/terraform/binary.ts';
import { writeCliConfig } from '../adapters/terraform/cli-config.ts';
import { findProviderSource, type ProviderSource } from '../adapters/terraform/provider-mirror.ts';
import { openTerraform, type TerraformSetup } from '../adapters/terraform/terraform.ts';
import { failure } from '../define/failure.ts';
import type { Terraform } from '../ports/terraform.ts';
import { type Emulator, type ExitInfo, startEmulator } from './emulator/emulator.ts';
import { pointAtEmulator } from './emulator/environment.ts';
import { findMoto, type Moto } from './emulator/find-moto.ts';
import { type KeptProvider, keptProvider } from './provider/kept-provider.ts';

export interface WorldOptions {
  readonly region: string;
  readonly port?: number;
  /** The environment of this process: PATH, HOME and XDG folders are read from it. */
  readonly env: NodeJS.ProcessEnv;
  /** Aborting ends Terraform in good order, then everything else. */
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
  /** Where the emulator's log is left when the rehearsal fails. */
  readonly logFolder: string;
}

export interface World {
  readonly folder: string;
  readonly emulator: Emulator;
  readonly binary: Binary;
  readonly moto: Moto;
  readonly providers: ProviderSource;
  /** Of every Terraform here: leads to the emulator, and to the mirror of providers. */
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted when the rehearsal is cancelled, or when the emulator dies. */
  readonly signal: AbortSignal;
  /** Asks everything that runs to come to an end. */
  stop(reason: unknown): void;
  /** Terraform in a folder, which talks to the emulator and to nothing else; `name` is the stack's, for messages. */
  terraformIn(folder: string, name: string): WorldTerraform;
  /** How it went so far; several are what Terraform starts by itself. */
  providerProcesses(): 'one provider process a stack' | 'several provider processes a command';
}

export interface WorldTerraform extends Terraform {
  /** Ends what is kept running for its commands; for when the last one has ended. */
  release(): Promise<void>;
}

/** The world, and the way to end it: what was started is stopped, and the folder is removed. */
export interface OpenWorld extends World {
  /** @returns what to throw in place of `error`: that the emulator died is the cause of whatever failed then */
  close(error?: unknown): Promise<unknown>;
}

/** Cleans up after itself when it fails. */
export async function openWorld(options: WorldOptions): Promise<OpenWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'opsdeck-rehearsal-'));
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const tools = await findTools(options, folder);
    const logFile = join(folder, 'emulator.log');
    const { region, env, port } = options;
    const emulator = await startEmulator({
      python: tools.moto.python,
      region,
      env,
      logFile,
      ...(port !== undefined && { port }),
    });
    return inhabit({ options, folder, tools, emulator, logFile, removeFolder });
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** A failure can have its cause in the emulator, and its folder is gone in a moment. */
async function keepLog(logFile: string, { logFolder, onProgress }: WorldOptions): Promise<void> {
  const kept = join(logFolder, `emulator-${process.pid}.log`);
  await mkdir(logFolder, { recursive: true });
  await copyFile(logFile, kept);
  onProgress(`the emulator's log is kept: ${kept}`);
}

interface Tools {
  readonly binary: Binary;
  readonly moto: Moto;
  readonly providers: ProviderSource;
  readonly cliConfigFile?: string;
  readonly pluginCache: string;
}

async function findTools({ env, signal, onProgress }: WorldOptions, folder: string): Promise<Tools> {
  const { PATH: searchPath = '', HOME: home = '', OPSDECK_TERRAFORM, XDG_DATA_HOME, XDG_DATA_DIRS } = env;
  const cache = join(env.XDG_CACHE_HOME || join(home, '.cache'), 'opsdeck');
  const binary = await findBinary({ searchPath, env, ...(OPSDECK_TERRAFORM && { explicitPath: OPSDECK_TERRAFORM }) });
  const moto = await findMoto({ searchPath, cacheFolder: join(cache, 'moto'), env, onProgress, signal });
  const providers = await findProviderSource({ ...binary, home, dataHome: XDG_DATA_HOME, dataDirs: XDG_DATA_DIRS });
  const pluginCache = join(cache, 'providers');
  if (providers.kind === 'registry') await mkdir(pluginCache, { recursive: true });
  const cliConfigFile = providers.kind === 'mirror' ? await writeCliConfig({ mirror: providers, folder }) : undefined;
  return { binary, moto, providers, pluginCache, ...(cliConfigFile && { cliConfigFile }) };
}

interface Parts {
  readonly options: WorldOptions;
  readonly folder: string;
  readonly tools: Tools;
  readonly emulator: Emulator;
  readonly logFile: string;
  readonly removeFolder: () => Promise<void>;
}

function inhabit({ options, folder, tools, emulator, logFile, removeFolder }: Parts): OpenWorld {
  const ours = new AbortController();
  let death: ExitInfo | undefined;
  void emulator.exited.then((exit) => {
    if (exit.asked) return;
    death = exit;
    ours.abort();
  });
  const env = terraformEnvironment(options.env, emulator, tools);
  const { binary, moto, providers, cliConfigFile } = tools;
  const setup = { binary, env, temporaryFolder: folder, ...(cliConfigFile && { cliConfigFile }) };
  const { terraformIn, providerProcesses, release } = openTerraforms(setup, options);
  return {
    folder,
    emulator,
    binary,
    moto,
    providers,
    environment: { ...env, ...(cliConfigFile && { TF_CLI_CONFIG_FILE: cliConfigFile }) },
    signal: AbortSignal.any([options.signal, ours.signal]),
    stop: (reason) => ours.abort(reason),
    terraformIn,
    providerProcesses,
    close: async (error) => {
      await release();
      await emulator.stop();
      if (error !== undefined && !options.signal.aborted) await keepLog(logFile, options);
      await removeFolder();
      return death ? emulatorDied(death, error) : error;
    },
  };
}

type Terraforms = Pick<World, 'terraformIn' | 'providerProcesses'> & Pick<WorldTerraform, 'release'>;

/** Each stack with a provider of its own: configured for one stack, it would not be for the other. */
function openTerraforms(
  setup: Omit<TerraformSetup, 'folder'> & { readonly temporaryFolder: string },
  { onProgress }: WorldOptions,
): Terraforms {
  const kept: KeptProvider[] = [];
  let ordinary = 0;
  return {
    terraformIn: (folder, name) => {
      const onOrdinary = (reason: string): void => {
        ordinary += 1;
        onProgress(`${name}: ${reason}, so each command starts providers of its own`);
      };
      const provider = keptProvider({ ...setup, folder, onOrdinary });
      kept.push(provider);
      const { variablesFor, release } = provider;
      return { ...openTerraform({ ...setup, folder, variablesFor }), release };
    },
    providerProcesses: () => (ordinary === 0 ? 'one provider process a stack' : 'several provider processes a command'),
    release: async () => {
      await Promise.all(kept.map(({ release }) => release()));
    },
  };
}

function terraformEnvironment(base: NodeJS.ProcessEnv, emulator: Emulator, { providers, pluginCache }: Tools): NodeJS.ProcessEnv {
  return {
    ...pointAtEmulator(withoutTerraformSettings(base), emulator.environment),
    // The provider spends a third of its time collecting garbage that a machine has room for.
    GOGC: '400',
    ...(providers.kind === 'registry' && { TF_PLUGIN_CACHE_DIR: pluginCache }),
  };
}

/** A person's own variables and arguments for Terraform are not part of the rehearsal; how it finds providers is. */
function withoutTerraformSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['TF_LOG', 'TF_LOG_PATH', 'TF_CLI_CONFIG_FILE'];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TF_') || kept.includes(name)));
}

function emulatorDied({ exitCode, killedBy, logTail }: ExitInfo, cause: unknown) {
  return failure({
    code: 'emulator/died',
    what: `The AWS emulator ended in the middle of the rehearsal (${killedBy ?? `exit code ${exitCode}`}).`,
    next: 'Read the end of its log above; nothing was left behind, so just rehearse again.',
    details: logTail,
    cause,
  });
}
