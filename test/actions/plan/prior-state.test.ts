// What the prior state adds to the texts that are hidden: what data sources have read, and nothing else.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { collectFromModule } from '../../../src/actions/plan/read/prior-state.ts';

function collected(module: unknown, indent?: number | string): readonly string[] {
  const texts = new Set<string>();
  const bytes = Buffer.from(JSON.stringify({ values: module }, undefined, indent));
  collectFromModule(bytes, bytes.indexOf('{', 1), texts);
  return [...texts];
}

function resource(mode: string, secret: string, values: object = {}): object {
  return { address: 'x.y', mode, type: 'x', values: { ...values, secret }, sensitive_values: { secret: true } };
}

describe('the secrets of data sources are found', () => {
  test.each([undefined, 2, '\t'])('indented by %j', (indent) => {
    expect(collected({ resources: [resource('data', 'first-secret')] }, indent)).toContain('first-secret');
  });

  test.each(['data', '"data"', '"mode":"data"', 'x":"data'])('behind a managed resource that says %s', (word) => {
    const resources = [
      resource('managed', 'other-secret', { [word]: word, tags: { Owner: word } }),
      resource('data', 'first-secret'),
    ];
    const texts = collected({ resources });
    expect(texts).toContain('first-secret');
    expect(texts).not.toContain('other-secret');
  });

  test('wherever they stand among managed resources that say "data" or have a mode of their own', () => {
    const one = fc.record({
      mode: fc.constantFrom('data', 'managed'),
      values: fc.dictionary(
        fc.constantFrom('mode', 'name', 'tags'),
        fc.constantFrom<unknown>('data', 'managed', { mode: 'data' }),
      ),
    });
    const modules = fc.array(fc.array(one, { maxLength: 4 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(modules, fc.constantFrom(undefined, 1), (groups, indent) => {
        const wanted: string[] = [];
        const toResource = ({ mode, values }: { mode: string; values: object }, group: number, index: number) => {
          const secret = `secret-${group}-${index}!`;
          if (mode === 'data') wanted.push(secret);
          return resource(mode, secret, values);
        };
        const [root, ...children] = groups.map((group, at) => ({
          resources: group.map((facts, index) => toResource(facts, at, index)),
        }));
        const found = collected({ ...root, child_modules: children }, indent);
        expect(found.filter((text) => text.startsWith('secret-') && text.endsWith('!')).sort()).toEqual(wanted.sort());
      }),
      { numRuns: 200 },
    );
  });
});
