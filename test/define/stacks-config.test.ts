// The section `stacks` of the configuration: what may be said, and that what cannot be read is refused as a whole.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isFailure } from '../../src/define/failure.ts';
import { defaultStacksConfig, parseStacksConfig } from '../../src/define/stacks-config.ts';

const parse = (stacks: unknown) => parseStacksConfig(JSON.stringify({ stacks }));

/** @returns what was wrong with it */
function problems(content: string): readonly string[] {
  try {
    parseStacksConfig(content);
  } catch (error) {
    if (isFailure(error)) return error.details;
    throw error;
  }
  return [];
}

describe('a repository that says nothing', () => {
  test.each([undefined, '{}', '{"commands":{}}', '{"stacks":{}}', '{"stacks":{"layout":"platform-and-service"}}'])(
    '%s: it has the reference platform',
    (content) => {
      expect(parseStacksConfig(content)).toEqual(defaultStacksConfig);
    },
  );
});

test('a repository with one stack says what it is called, tagged, and made of', () => {
  const allow = { resourceTypes: ['aws_ses_domain_identity'], actionServices: ['ses'] };
  expect(parse({ layout: 'platform', prefix: 'shop', tags: { Owner: 'shop' }, allow })).toEqual({
    layout: 'platform',
    prefix: 'shop',
    tags: { Owner: 'shop' },
    allow,
  });
  expect(parse({ layout: 'platform', prefix: 'shop' })).toMatchObject({ tags: {}, allow: {} });
});

test.each([
  [{ layout: 'platform' }, 'prefix: missing'],
  [{ layout: 'two' }, 'layout: expected one of platform-and-service, platform'],
  [{ prefix: 'shop' }, 'prefix: the reference platform is called assess'],
  [{ tags: { Owner: 'shop' } }, 'tags: those of the reference platform stand in its stacks'],
  [{ layout: 'platform', prefix: 'Shop' }, 'prefix: expected 2 to 10 lower case letters and digits'],
  [{ layout: 'platform', prefix: 'a-b' }, 'prefix: expected 2 to 10 lower case letters and digits'],
  [
    { layout: 'platform', prefix: 'shop', tags: { environment: 'x' } },
    'tags: expected an object of texts; managedby, environment',
  ],
  [{ layout: 'platform', prefix: 'shop', tags: { Owner: '${file("x")}' } }, 'tags: expected an object of texts'],
  [{ layout: 'platform', prefix: 'shop', alow: {} }, '"alow": expected layout, prefix, tags, allow'],
  [{ layout: 'platform', prefix: 'shop', allow: { types: [] } }, 'allow."types": expected resourceTypes'],
  [
    { layout: 'platform', prefix: 'shop', allow: { resourceTypes: ['null_resource'] } },
    'allow: expected an object of known fields',
  ],
  [
    { layout: 'platform', prefix: 'shop', allow: { managedPolicies: ['arn:aws:iam::123456789012:policy/mine'] } },
    'allow: expected',
  ],
])('%j is refused: %s', (stacks, problem) => {
  expect(problems(JSON.stringify({ stacks })).join('\n')).toContain(`stacks.${problem}`);
});

test.each([
  ['{', 'JSON'],
  ['[]', 'the file: expected an object'],
  ['{"stacks":[]}', 'stacks: expected an object'],
])('%s is refused: %s', (content, problem) => {
  expect(problems(content).join('\n')).toContain(problem);
});

test('whatever stands there, it is read or refused', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (stacks) => {
      const found = problems(JSON.stringify({ stacks }));
      return found.every((problem) => problem.length < 500);
    }),
  );
});
