// `opsdeck init`: sets up an AWS account and a repository for Opsdeck; run again, it changes only what differs.
import { defineCommand } from 'citty';
import { cancelledBySignal } from '../../adapters/process/signals.ts';
import { failure } from '../../define/failure.ts';
import { isRegion } from '../../stacks/regions.ts';
import { remoteUrlOf } from '../doctor/clone.ts';
import { askMissing, confirming } from '../init/ask.ts';
import { type CompleteSettings, type InitEnd, initialize } from '../init/run.ts';
import { type InitOptions, type InitSettings, readInitSettings } from '../init/settings.ts';

export const initCommand = defineCommand({
  meta: {
    name: 'init',
    description: 'Set up an AWS account and a repository: shows what it would change, and asks first. Run it again at any time.',
  },
  args: {
    account: { type: 'string', description: 'Refuse to work in any other AWS account (default: that of the credentials)' },
    region: { type: 'string', description: 'AWS region (default: AWS_REGION)' },
    repository: {
      type: 'string',
      description: 'OWNER/NAME whose workflows may take the roles (default: the remote of this clone)',
    },
    domain: { type: 'string', description: 'Below which services get their names' },
    image: { type: 'string', description: 'ECR repository with an image for each commit' },
    environments: { type: 'string', description: 'In the order of deploys, with commas between (default: staging,production)' },
    reviewers: { type: 'string', description: 'Logins of those who approve, with commas between' },
    yes: { type: 'boolean', default: false, description: 'Do not ask' },
    full: {
      type: 'boolean',
      default: false,
      description: 'Show every attribute of the plan, not only what is made, changed or lost',
    },
    'dry-run': { type: 'boolean', default: false, description: 'Show the plan, and change nothing' },
    json: {
      type: 'boolean',
      default: false,
      description: 'How it ended, as JSON on standard output; everything else on standard error',
    },
  },
  run: async ({ args }) => {
    const folder = process.cwd();
    const isInteractive = process.stdin.isTTY === true && process.stdout.isTTY === true && !args.json;
    const given = readInitSettings(args, process.env, await remoteUrlOf(folder));
    const settings = complete(isInteractive ? await withAnswers(args, given) : given);
    const { signal, release } = cancelledBySignal(process);
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    const print = (lines: readonly string[]): void =>
      void (args.json ? process.stderr : process.stdout).write(`${lines.join('\n')}\n`);
    const confirm = confirming({ isInteractive, isSure: args.yes, isDry: args['dry-run'] });
    try {
      const end = await initialize(settings, { env: process.env, folder, signal, confirm, full: args.full, print, say });
      process.stdout.write(args.json ? `${JSON.stringify(end)}\n` : `${renderEnd(end)}\n`);
    } finally {
      release();
    }
  },
});

/** Answers are checked like options. */
async function withAnswers(options: InitOptions, given: InitSettings): Promise<InitSettings> {
  const { region, repository, domain } = given;
  return readInitSettings({ ...options, region, repository, domain, ...(await askMissing(given)) }, process.env);
}

/** @throws a Failure `cli/usage` that names everything that is missing */
function complete(settings: InitSettings): CompleteSettings {
  const { region, repository } = settings;
  if (region !== undefined && isRegion(region) && repository !== undefined) return { ...settings, region, repository };
  const missing = [...(region ? [] : ['--region']), ...(repository ? [] : ['--repository'])];
  throw failure({
    code: 'cli/usage',
    what: `opsdeck init: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
    next: 'Give them, or run it at a terminal: then it asks.',
  });
}

const bootstrapWords: Readonly<Record<InitEnd['bootstrap'], string>> = {
  applied: 'set up',
  'nothing-to-do': 'as it should be',
  'not-confirmed': 'left as it was',
};

const gitHubWords: Readonly<Record<InitEnd['gitHub'], string>> = {
  set: 'set up',
  'nothing-to-do': 'as it should be',
  'not-confirmed': 'left as it was',
  told: 'to be set by you, see above',
};

function renderEnd({ account, stateBucket, bootstrap, gitHub }: InitEnd): string {
  return [
    `Account ${account}: ${bootstrapWords[bootstrap]} (state bucket ${stateBucket})`,
    `GitHub: ${gitHubWords[gitHub]}`,
    'Look at everything: npx opsdeck doctor',
  ].join('\n');
}
