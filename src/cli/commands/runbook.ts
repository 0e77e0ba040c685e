// `opsdeck runbook`: lists, explains, plans, runs and resumes runbooks from a terminal, with its own credentials.
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { defineCommand } from 'citty';
import { readNames } from '../../adapters/files/names-config.ts';
import { cancelledBySignal } from '../../adapters/process/signals.ts';
import { openClock } from '../../adapters/process/system-clock.ts';
import { configPath } from '../../define/config-file.ts';
import { type Known, knownDefinitions } from '../own/known.ts';
import { folderWith } from '../own/repository.ts';
import { exitCodesText } from '../runbook/exit-codes.ts';
import { type Given, readGiven, runbookActions, usage } from '../runbook/given.ts';
import { openLive } from '../runbook/live.ts';
import { renderExplanation } from '../runbook/render-explain.ts';
import { listAsJson, renderList } from '../runbook/render-list.ts';
import { readSettings } from '../runbook/settings.ts';

export const runbookCommand = defineCommand({
  meta: {
    name: 'runbook',
    description: `What to do about trouble: planned, run step by step, verified, and undone where it fails. ${exitCodesText}`,
  },
  args: {
    action: { type: 'positional', required: false, default: 'list', description: runbookActions.join(', ') },
    subject: { type: 'positional', required: false, description: 'Which runbook; of resume, what it works on' },
    inputs: { type: 'positional', required: false, description: 'name=value ...; what is missing is asked for at a terminal' },
    environment: { type: 'string', description: 'Where; environment=NAME does as well' },
    region: { type: 'string', description: 'AWS region (default: AWS_REGION)' },
    'state-bucket': { type: 'string', description: 'Bucket of states, locks and journals (default: OPSDECK_STATE_BUCKET)' },
    repository: { type: 'string', description: 'OWNER/NAME: whose runs hold locks; asked with GITHUB_TOKEN' },
    by: { type: 'string', description: 'Your login, for the journal' },
    reason: { type: 'string', default: '', description: 'Why, for whoever reads of it later' },
    files: { type: 'string', default: '.', description: 'Folder for what a runbook writes' },
    yes: { type: 'boolean', default: false, description: 'run: do not ask; what is of high risk asks all the same' },
    undo: { type: 'boolean', default: false, description: 'resume: undo it instead of going on' },
    accept: { type: 'boolean', default: false, description: 'resume: take what is stuck as it is' },
    json: {
      type: 'boolean',
      default: false,
      description: 'JSON for scripts: the answer on standard output, progress on standard error',
    },
  },
  run: async ({ args }) => {
    const given = readGiven(args._.map(String));
    const width = Math.min(process.stdout.columns ?? 100, 120);
    const known = await knownDefinitions(process.cwd(), (text) => warn(text, args.json));
    const { runbooks } = known;
    if (given.action === 'list') return print(args.json ? [JSON.stringify(listAsJson(runbooks))] : renderList(runbooks, width));
    // Only now: the engine and its clients take a while to load.
    const { oneCalled } = await import('../runbook/perform.ts');
    if (given.action === 'explain') {
      const runbook = oneCalled(runbooks, given.subject);
      return print(args.json ? listAsJson([runbook]).map((one) => JSON.stringify(one)) : renderExplanation(runbook, width));
    }
    process.exitCode = await work(given, args, { width, known });
  },
});

interface Options {
  readonly environment?: string | undefined;
  readonly region?: string | undefined;
  readonly 'state-bucket'?: string | undefined;
  readonly repository?: string | undefined;
  readonly by?: string | undefined;
  readonly reason: string;
  readonly files: string;
  readonly yes: boolean;
  readonly undo: boolean;
  readonly accept: boolean;
  readonly json: boolean;
}

interface Around {
  readonly width: number;
  readonly known: Known;
}

async function work({ action, subject, inputs: pairs }: Given, options: Options, { width, known }: Around): Promise<number> {
  const { environment = options.environment ?? '', reason = options.reason, ...inputs } = pairs;
  if (options.undo && options.accept) throw usage('--undo and --accept exclude each other');
  const settings = readSettings(options, process.env);
  const clock = openClock(process.env);
  const live = openLive({ output: process.stderr, json: options.json, now: () => clock.now() });
  const { signal, release } = cancelledBySignal(process);
  const [{ performPlan, performResume, performRun }, { openTerminalWorld }] = await Promise.all([
    import('../runbook/perform.ts'),
    import('../runbook/open-world.ts'),
  ]);
  const names = await readNames(join(folderWith(configPath, process.cwd()) ?? '', configPath), live.progress);
  const world = openTerminalWorld(settings, { clock, live, signal, filesFolder: resolve(options.files), known, names });
  const isInteractive = process.stdin.isTTY === true && process.stdout.isTTY === true && !options.json;
  const terminal = { world, by: settings.by, isInteractive, json: options.json, width, print, endLive: live.end };
  try {
    if (action === 'plan') return await performPlan(terminal, { subject, environment, reason, inputs });
    if (action === 'run') return await performRun(terminal, { subject, environment, reason, inputs }, options.yes);
    const way = options.undo ? 'undo' : options.accept ? 'accept' : 'continue';
    return await performResume(terminal, { target: subject, environment, reason, way });
  } finally {
    live.end();
    release();
  }
}

function warn(text: string, json: boolean): void {
  process.stderr.write(`${json ? JSON.stringify({ kind: 'message', text: stripVTControlCharacters(text) }) : text}\n`);
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
