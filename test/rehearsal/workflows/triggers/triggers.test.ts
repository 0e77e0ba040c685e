// Which events start a workflow: the names, types, branches, tags and paths under `on`.
import { describe, expect, test } from '@jest/globals';
import { parseWorkflowFile } from '../../../../src/rehearsal/workflows/language/read-workflow.ts';
import type { WorkflowEvent } from '../../../../src/rehearsal/workflows/triggers/event.ts';
import { matchesPatterns } from '../../../../src/rehearsal/workflows/triggers/patterns.ts';
import { decideTrigger } from '../../../../src/rehearsal/workflows/triggers/triggers.ts';

async function decide(on: string, event: Partial<WorkflowEvent>) {
  const content = `on: ${on}\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: echo }] } }`;
  const workflow = await parseWorkflowFile('test.yml', content);
  const common = { payload: {}, workflowsFolder: '/nowhere', actor: 'ada', sha: 'a', ref: 'refs/heads/main' };
  return decideTrigger(workflow, { ...common, name: 'push', ...event });
}

const pullRequest = (action: string, more: Partial<WorkflowEvent> = {}): Partial<WorkflowEvent> => ({
  name: 'pull_request',
  payload: { action },
  ref: 'refs/pull/1/merge',
  baseRef: 'main',
  ...more,
});
const comment = (action: string): Partial<WorkflowEvent> => ({ name: 'issue_comment', payload: { action } });
const push = (ref: string, more: Partial<WorkflowEvent> = {}): Partial<WorkflowEvent> => ({ name: 'push', ref, ...more });

describe('a workflow', () => {
  test.each<[string, Partial<WorkflowEvent>]>([
    ['push', push('refs/heads/any')],
    ['[push, pull_request]', pullRequest('opened')],
    ['{ pull_request: {} }', pullRequest('synchronize')],
    ['{ pull_request: }', pullRequest('reopened')],
    ['{ pull_request: { types: [closed, labeled] } }', pullRequest('labeled')],
    ['{ pull_request: { branches: [main, "release/**"] } }', pullRequest('opened', { baseRef: 'release/1/2' })],
    [
      '{ pull_request: { paths: ["src/**", "!src/**/*.md"] } }',
      pullRequest('opened', { changedFiles: ['src/a.md', 'src/a.ts'] }),
    ],
    ['{ pull_request: { paths-ignore: ["**.md"] } }', pullRequest('opened', { changedFiles: ['docs/a.md', 'package.json'] })],
    ['issue_comment', comment('edited')],
    ['{ issue_comment: { types: created } }', comment('created')],
    ['{ push: { branches: ["**", "!tmp/**"] } }', push('refs/heads/feature/x')],
    ['{ push: { branches-ignore: [main] } }', push('refs/heads/other')],
    ['{ push: { tags: ["v*"] } }', push('refs/tags/v1')],
    ['{ push: { paths: [src/**] } }', push('refs/tags/v1', { changedFiles: [] })],
    ['{ schedule: [{ cron: "0 1 * * *" }, { cron: "0 2 * * 1" }] }', { name: 'schedule', payload: { schedule: '0 2 * * 1' } }],
    ['workflow_dispatch', { name: 'workflow_dispatch', payload: { workflow: '.github/workflows/test.yml' } }],
    ['{ repository_dispatch: { types: [alarm] } }', { name: 'repository_dispatch', payload: { action: 'alarm' } }],
    [
      '{ workflow_run: { workflows: [deploy], types: [completed], branches: [main] } }',
      { name: 'workflow_run', payload: { action: 'completed', workflow_run: { name: 'deploy', head_branch: 'main' } } },
    ],
  ])('on: %s is started', async (on, event) => {
    expect(await decide(on, event)).toEqual({ kind: 'runs' });
  });

  test.each<[string, Partial<WorkflowEvent>, string]>([
    ['push', pullRequest('opened'), 'it does not listen to pull_request'],
    ['pull_request', pullRequest('closed'), 'it listens to opened, synchronize, reopened, not to closed'],
    ['{ issue_comment: { types: [created] } }', comment('deleted'), 'it listens to created, not to deleted'],
    [
      '{ pull_request: { branches: [main] } }',
      pullRequest('opened', { baseRef: 'maintenance' }),
      'maintenance is not among main',
    ],
    ['{ pull_request: { branches-ignore: ["rel*"] } }', pullRequest('opened', { baseRef: 'release' }), 'it ignores release'],
    [
      '{ pull_request: { paths: [src/**] } }',
      pullRequest('opened', { changedFiles: ['docs/a'] }),
      'no changed file is among its paths',
    ],
    [
      '{ push: { paths-ignore: [docs/**] } }',
      push('refs/heads/x', { changedFiles: ['docs/a'] }),
      'no changed file is among its paths',
    ],
    ['{ push: { branches: [main] } }', push('refs/tags/main'), 'it listens to branches only'],
    ['{ push: { tags: [v1] } }', push('refs/heads/v1'), 'it listens to tags only'],
    ['push', push('refs/heads/x', { payload: { head_commit: { message: 'docs [skip ci]' } } }), 'the commit asks to skip it'],
    [
      '{ schedule: [{ cron: "0 1 * * *" }] }',
      { name: 'schedule', payload: { schedule: '0 2 * * 1' } },
      'its schedule is 0 1 * * *',
    ],
    ['workflow_dispatch', { name: 'workflow_dispatch', payload: { workflow: 'other.yml' } }, 'another one is dispatched'],
    ['workflow_call', { name: 'workflow_call' }, 'it is called by other workflows only'],
    [
      '{ repository_dispatch: { types: [alarm] } }',
      { name: 'repository_dispatch', payload: { action: 'x' } },
      'it listens to alarm, not to x',
    ],
    [
      '{ workflow_run: { workflows: [deploy] } }',
      { name: 'workflow_run', payload: { workflow_run: { name: 'build' } } },
      'it follows deploy',
    ],
  ])('on: %s is not started by %j', async (on, event, because) => {
    expect(await decide(on, event)).toEqual({ kind: 'ignored', because });
  });

  test('that filters by path needs to know the files', async () => {
    await expect(decide('{ pull_request: { paths: [a] } }', pullRequest('opened'))).rejects.toMatchObject({
      code: 'workflow/unsupported',
    });
  });
});

// The rows of GitHub's own table of filter patterns.
describe('a filter pattern', () => {
  test.each([
    ['feature/*', ['feature/my-branch', 'feature/'], ['feature/beta-a/my-branch', 'feature']],
    ['feature/**', ['feature/beta-a/my-branch', 'feature/mona/the/octocat'], ['feature']],
    ['*', ['main', 'releases'], ['a/b']],
    ['**', ['all/the/branches', 'x'], []],
    ['*feature', ['mona-feature', 'ver-10-feature'], ['a/feature', 'feature-x']],
    ['v2*', ['v2', 'v2.0', 'v2.9'], ['v1', 'xv2']],
    ['v[12].[0-9]+.[0-9]+', ['v1.10.1', 'v2.0.0'], ['v3.0.0', 'v1.0']],
    ['*.jsx?', ['page.js', 'page.jsx'], ['page.jsxx', 'a/page.js']],
    ['**.js', ['index.js', 'js/index.js', 'src/js/app.js'], ['index.jsx']],
    ['docs/**/*.md', ['docs/README.md', 'docs/mona/hello-world.md', 'docs/a/markdown/file.md'], ['README.md']],
    ['**/docs/**', ['docs/hello.md', 'dir/docs/my-file.txt', 'space/docs/plan/space.doc'], ['mydocs/a']],
    ['**/*src/**', ['a/src/app.js', 'my-src/code/js/app.js'], ['src']],
    ['a\\*b', ['a*b'], ['axb']],
    ['with (regex) {chars} | $', ['with (regex) {chars} | $'], ['with regex']],
  ])('%s', (pattern, matching, others) => {
    expect(matching.filter((value) => !matchesPatterns(value, [pattern]))).toEqual([]);
    expect(others.filter((value) => matchesPatterns(value, [pattern]))).toEqual([]);
  });

  test('takes back and lets in again, in order', () => {
    const patterns = ['releases/**', '!releases/**-alpha', 'releases/9**'];
    const values = ['releases/10', 'releases/10-alpha', 'releases/9-alpha', 'other'];
    expect(values.filter((value) => matchesPatterns(value, patterns))).toEqual(['releases/10', 'releases/9-alpha']);
  });

  test('that is none is refused', () => {
    expect(() => matchesPatterns('x', ['[z-a]'])).toThrow('"[z-a]" is not a filter pattern.');
  });
});
