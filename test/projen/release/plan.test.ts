// A release from a real git history, with programs in place of npm and gh that write down what they are asked.
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { performRelease } from '../../../src/projen/release/perform.ts';
import { planRelease, type ReleasePlan, renderReleasePlan } from '../../../src/projen/release/plan.ts';
import { openTools, type Tools } from '../../../src/projen/release/tools.ts';
import { temporaryFolder } from '../../support/cli.ts';

const folder = temporaryFolder();
let tools: Tools;

beforeEach(() => {
  const programs = join(folder(), 'programs');
  mkdirSync(programs);
  for (const name of ['npm', 'gh']) {
    // Knows what a file says that it has; fails where a file says so.
    const script = [
      '#!/bin/sh',
      `echo "${name} $*" >> "${folder()}/asked"`,
      `case "$*" in view*|"release view"*) grep "${name}" "${folder()}/known" 2>/dev/null; exit $? ;; esac`,
      `if grep -q "^${name} $1" "${folder()}/failing" 2>/dev/null; then echo "no luck" >&2; exit 1; fi`,
    ];
    writeFileSync(join(programs, name), `${script.join('\n')}\n`);
    chmodSync(join(programs, name), 0o755);
  }
  const author = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b.c' };
  const quiet = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  tools = openTools(folder(), { ...author, ...quiet, PATH: `${programs}${delimiter}${process.env.PATH}` });
  tools.ask('git', 'init', '--quiet', '--initial-branch=main');
});

function commit(message: string): string {
  appendFileSync(join(folder(), 'file'), `${message}\n`);
  tools.ask('git', 'add', 'file');
  tools.ask('git', 'commit', '--quiet', '-m', message);
  return tools.ask('git', 'rev-parse', 'HEAD');
}

const tag = (name: string): void => void tools.ask('git', 'tag', name);

function plan(asked?: string): ReleasePlan {
  const today = new Date('2027-01-31T12:00:00Z');
  return planRelease(tools, { repository: 'acme/opsdeck', asked, today, notesFile: 'notes.md', assets: ['sbom.json'] });
}

function stepsOf(release: ReleasePlan): readonly string[] {
  if (release.kind !== 'release') throw new Error(`no release: ${release.kind}`);
  return release.steps.map(({ what, isDone }) => `${isDone ? 'done' : 'open'}: ${what}`);
}

const asked = (): readonly string[] => {
  const lines = readFileSync(join(folder(), 'asked'), 'utf8').trim().split('\n');
  return lines.filter((line) => !/ view /.test(line));
};

describe('a dry run', () => {
  test('tells version, notes and steps, and changes nothing', () => {
    commit('feat: begin');
    tag('v0.1.0');
    tag('v0');
    commit('docs: explain');
    const head = commit('fix: mend');
    const text = renderReleasePlan(plan()).replaceAll(head, '<head>').replaceAll(head.slice(0, 7), '<sha>');
    expect(text).toMatchInlineSnapshot(`
"Version 0.1.1

## 0.1.1 (2027-01-31)

### Mended

- mend (<sha>)

Steps
· Tag v0.1.1
    gh api --method POST repos/acme/opsdeck/git/refs -f ref=refs/tags/v0.1.1 -f sha=<head>
· Write 0.1.1 into package.json
    npm version 0.1.1 --no-git-tag-version --allow-same-version
· Publish opsdeck@0.1.1 to npm, with provenance
    npm publish --provenance --access public
· Make the release v0.1.1 on GitHub
    gh release create v0.1.1 --verify-tag --title v0.1.1 --notes-file notes.md sbom.json
· Move v0 to v0.1.1
    gh api --method PATCH repos/acme/opsdeck/git/refs/tags/v0 -f sha=<head> -F force=true"
`);
    expect(tools.ask('git', 'tag')).toBe('v0\nv0.1.0');
    expect(existsSync(join(folder(), 'package.json'))).toBe(false);
  });

  test('tells that there is nothing to release, or why not', () => {
    commit('feat: begin');
    tag('v0.1.0');
    commit('docs: explain');
    expect(renderReleasePlan(plan())).toMatch(/^Nothing to release: since/);
    expect(renderReleasePlan(plan('0.1.0'))).toBe('Nothing to release: 0.1.0 does not come after 0.1.0.');
  });

  test('goes by the newest version that the commit comes from, not by the newest tag', () => {
    commit('feat: begin');
    tag('v0.9.0');
    tag('v0.10.0');
    tag('vnext');
    tools.ask('git', 'checkout', '--quiet', '-b', 'other');
    commit('feat: elsewhere');
    tag('v3.0.0');
    tools.ask('git', 'checkout', '--quiet', 'main');
    commit('fix: mend');
    expect(plan()).toMatchObject({ kind: 'release', version: '0.10.1' });
  });
});

describe('a release', () => {
  test('does its steps in order', () => {
    const head = commit('feat: begin');
    const release = plan();
    const said: string[] = [];
    if (release.kind === 'release') performRelease(tools, release.steps, (line) => said.push(line));
    expect(asked()).toEqual([
      `gh api --method POST repos/acme/opsdeck/git/refs -f ref=refs/tags/v0.1.0 -f sha=${head}`,
      'npm version 0.1.0 --no-git-tag-version --allow-same-version',
      'npm publish --provenance --access public',
      'gh release create v0.1.0 --verify-tag --title v0.1.0 --notes-file notes.md sbom.json',
      `gh api --method POST repos/acme/opsdeck/git/refs -f ref=refs/tags/v0 -f sha=${head}`,
    ]);
    expect(said).toHaveLength(5);
  });

  test('that failed goes on with the same version, and does nothing twice', () => {
    commit('feat: begin');
    tag('v0.1.0');
    tag('v0');
    commit('fix: mend');
    writeFileSync(join(folder(), 'failing'), 'gh release\n');
    const first = plan();
    if (first.kind !== 'release') throw new Error('there is something to release');
    expect(() => performRelease(tools, first.steps, () => undefined)).toThrow('gh release create v0.1.1');
    // What the first try has done in the world.
    tag('v0.1.1');
    writeFileSync(join(folder(), 'known'), 'npm\n');
    const second = plan();
    expect(second).toMatchObject({ version: '0.1.1' });
    expect(second.kind === 'release' && second.notes).toContain('mend');
    expect(stepsOf(second)).toEqual([
      'done: Tag v0.1.1',
      'open: Write 0.1.1 into package.json',
      'done: Publish opsdeck@0.1.1 to npm, with provenance',
      'open: Make the release v0.1.1 on GitHub',
      'open: Move v0 to v0.1.1',
    ]);
  });

  test('that came to its end leaves nothing to do', () => {
    commit('feat: begin');
    tag('v0.1.0');
    tag('v0');
    writeFileSync(join(folder(), 'known'), 'npm\ngh\n');
    expect(stepsOf(plan()).filter((step) => step.startsWith('open'))).toEqual(['open: Write 0.1.0 into package.json']);
  });
});

test('the programs are found at all', () => {
  expect(spawnSync('git', ['--version']).status).toBe(0);
  expect(tools.ifAny('no-such-program')).toBeUndefined();
  expect(() => tools.ask('git', 'no-such-command')).toThrow('git no-such-command');
});
