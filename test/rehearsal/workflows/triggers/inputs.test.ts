import { expect, test } from '@jest/globals';
import type { Template } from '../../../../src/rehearsal/workflows/language/template.ts';
import type { ValueObject } from '../../../../src/rehearsal/workflows/language/values.ts';
import { type InputSource, resolveInputs } from '../../../../src/rehearsal/workflows/triggers/inputs.ts';

const definitions: Template = new Map(
  Object.entries({
    plain: new Map<string, Template>([['default', 'as usual']]),
    needed: new Map<string, Template>([
      ['required', true],
      ['type', 'string'],
    ]),
    flag: new Map<string, Template>([['type', 'boolean']]),
    count: new Map<string, Template>([['type', 'number']]),
    kind: new Map<string, Template>([
      ['type', 'choice'],
      ['options', ['a', 'b']],
    ]),
  }),
);

const resolve = (source: InputSource, given: ValueObject) =>
  resolveInputs({ source, place: 'test.yml', definitions, given, scope: { contexts: {} } });

test('the texts of a dispatch become what the workflow says they are', () => {
  expect(resolve('dispatch', { needed: 'x', flag: 'true', count: '7', kind: 'b', plain: '' })).toEqual({
    plain: 'as usual',
    needed: 'x',
    flag: true,
    count: 7,
    kind: 'b',
  });
});

test('what is not given has its default, or that of its type', () => {
  expect(resolve('call', { needed: 'x' })).toEqual({ plain: 'as usual', needed: 'x', flag: false, count: 0, kind: '' });
});

test('every problem is told at once', () => {
  expect(() => resolve('dispatch', { flag: 'maybe', count: 'many', kind: 'c', other: 'x' })).toThrow(
    'Bad inputs for test.yml: other: not an input of this workflow; needed: required; flag: expected a boolean; got "maybe"; ' +
      'count: expected a number; got null; kind: expected one of a, b; got "c".',
  );
});

test('a call has to give the right type', () => {
  expect(() => resolve('call', { needed: 'x', flag: 'true' })).toThrow('flag: expected a boolean; got "true"');
});
