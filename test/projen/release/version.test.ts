// Which version follows from what was changed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import gt from 'semver/functions/gt.js';
import { readChange } from '../../../src/projen/release/commits.ts';
import { decideVersion, movingTagOf } from '../../../src/projen/release/version.ts';

const changesOf = (...messages: readonly string[]) => messages.map((message) => readChange({ sha: 'a', message }));

describe('the next version', () => {
  test.each([
    [undefined, ['feat: first'], '0.1.0'],
    [undefined, ['feat!: first'], '0.1.0'],
    ['0.1.0', ['fix: x'], '0.1.1'],
    ['0.1.0', ['feat: x', 'fix: y'], '0.1.1'],
    ['0.1.7', ['fix!: x', 'feat: y'], '0.2.0'],
    ['1.2.3', ['fix: x', 'docs: y'], '1.2.4'],
    ['1.2.3', ['feat: x'], '1.3.0'],
    ['1.2.3', ['refactor!: x'], '2.0.0'],
    ['1.2.3', ['Say why'], '1.2.4'],
    ['1.2.3', ['chore: x', 'docs: y', 'ci: z', 'test: a', 'style: b', 'build: c', 'refactor: d'], 'nothing'],
    ['1.2.3', [], 'nothing'],
  ])('after %s with %j is %s', (last, messages, expected) => {
    const decision = decideVersion({ last, changes: changesOf(...messages) });
    expect(decision.kind === 'release' ? decision.version : decision.kind).toBe(expected);
  });

  test.each([
    ['1.0.0', '0.9.2', { kind: 'release', version: '1.0.0', level: 'asked' }],
    ['0.5.0', undefined, { kind: 'release', version: '0.5.0', level: 'asked' }],
    ['0.9.2', '0.9.2', { kind: 'refused', why: '0.9.2 does not come after 0.9.2' }],
    ['v1.0.0', '0.9.2', { kind: 'refused', why: '"v1.0.0" is no version: three numbers, without "v"' }],
    ['1.0.0-rc.1', '0.9.2', { kind: 'refused', why: '"1.0.0-rc.1" is no version: three numbers, without "v"' }],
    ['1.0.0; rm', '0.9.2', { kind: 'refused', why: '"1.0.0; rm" is no version: three numbers, without "v"' }],
  ])('asked to be %s after %s', (asked, last, expected) => expect(decideVersion({ last, changes: [], asked })).toEqual(expected));

  test('always comes after the last one', () => {
    const part = fc.nat({ max: 20 });
    const message = fc.constantFrom('feat: a', 'fix: a', 'fix!: a', 'docs: a', 'words');
    fc.assert(
      fc.property(part, part, part, fc.array(message), (major, minor, patch, messages) => {
        const last = `${major}.${minor}.${patch}`;
        const decision = decideVersion({ last, changes: changesOf(...messages) });
        return decision.kind === 'nothing' || (decision.kind === 'release' && gt(decision.version, last));
      }),
    );
  });

  test('has the tag that moves', () => {
    expect([movingTagOf('0.3.1'), movingTagOf('1.0.0'), movingTagOf('12.3.4')]).toEqual(['v0', 'v1', 'v12']);
  });
});
