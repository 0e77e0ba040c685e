// Reading texts as Terraform does: which functions they call, what they refer to, what is only text.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTemplate } from '../../../src/actions/gate/template.ts';

function outline(text: string): string {
  const reading = readTemplate(text);
  if (reading.kind === 'unreadable') return reading.reason;
  const parts = reading.segments.map((segment) => {
    if (segment.kind === 'text') return segment.text;
    return `<${[...segment.calls.map((name) => `${name}()`), ...segment.references.map((steps) => steps.join('.'))].join(' ')}>`;
  });
  return parts.join('');
}

describe('a text', () => {
  test.each([
    ['plain', 'plain'],
    ['100% $5 {x} $ { } %', '100% $5 {x} $ { } %'],
    ['arn:${var.region}:${aws_vpc.main.id}!', 'arn:<var.region>:<aws_vpc.main.id>!'],
    ['$${year}/%%{if}', '${year}/%{if}'],
    ['%${var.x}', '%<var.x>'],
    ['%$${var.x}', '%${var.x}'],
    ['$$ ${var.x}', '$$ <var.x>'],
    ['C:\\${var.x}', 'C:\\<var.x>'],
    ['${split(",", data.aws_ssm_parameter.subnets.insecure_value)}', '<split() data.aws_ssm_parameter.subnets.insecure_value>'],
    ['${can(regex("@sha256:[0-9a-f]{64}$", var.image))}', '<can() regex() var.image>'],
    ['${!var.is_protected}', '<var.is_protected>'],
    ['${var.slot >= 1 && floor(var.slot) == var.slot}', '<floor() var.slot var.slot var.slot>'],
    ['${aws_rds_cluster.main.master_user_secret[0].secret_arn}', '<aws_rds_cluster.main.master_user_secret>'],
    ['${jsonencode({ user = "app", "key": var.key, (var.x) = 1 })}', '<jsonencode() var.key var.x>'],
    ['${var.a ? var.b : var.c}', '<var.a var.b var.c>'],
    ['${[for name in var.names : upper(name)]}', '<upper() for name in var.names name>'],
    ['${"a${"b${file("c")}"}d"}', '<file()>'],
    ['${"$${file(1)} \\" %%{if}"}', '<>'],
    ['${true}${null}${-1.5e3}', '<><><>'],
    ['${a-b.c_d-e}', '<a-b.c_d-e>'],
  ])('%s', (text, expected) => {
    expect(outline(text)).toBe(expected);
  });

  test.each([
    ['%{ if true }', 'it has a template directive'],
    ['$$${x}', 'what is escaped in it and what is not cannot be told for sure'],
    ['${a', 'an expression does not end'],
    ['${"a}', 'a text in an expression does not end'],
    ['${}', 'an expression is empty'],
    ['${a(]}', 'the brackets of an expression do not match'],
    ['${a)}', 'the brackets of an expression do not match'],
    ['${"\\q"}', 'a text in an expression has an escape that Terraform does not know'],
    ['${"\n"}', 'a text in an expression has an escape that Terraform does not know'],
    ['${a /* b */}', 'an expression goes on with "/* b */}", which is not understood here'],
    ['${a::b()}', 'an expression goes on with "::b()}", which is not understood here'],
    ['${a.b()}', '"b" is called like a function and is none'],
  ])('%s is not read: %s', (text, reason) => {
    expect(outline(text)).toBe(reason);
  });
});

test('a text that is one reference says so', () => {
  const plain = (text: string) => {
    const reading = readTemplate(text);
    return reading.kind === 'read'
      ? reading.segments.map((segment) => (segment.kind === 'expression' ? segment.plain : segment.text))
      : [];
  };
  expect(plain('${ var.x }-${var.x[0]}-${upper(var.x)}-${aws_vpc.a.id}')).toEqual([
    'var.x',
    '-',
    undefined,
    '-',
    undefined,
    '-',
    'aws_vpc.a.id',
  ]);
});

test('a call is found however deep it is hidden, or the text is not read at all', () => {
  const wrap = fc.constantFrom<(inner: string) => string>(
    (inner) => `upper(${inner})`,
    (inner) => `[1, ${inner}]`,
    (inner) => `{ a = 1, b = ${inner} }`,
    (inner) => `{ (${inner}) = 1 }`,
    (inner) => `"x \${${inner}} $\${y}"`,
    (inner) => `(true ? ${inner} : 1)`,
    (inner) => `-${inner} + 1`,
    (inner) => `x.y[${inner}].z`,
    (inner) => `\n${inner}\t`,
  );
  fc.assert(
    fc.property(
      fc.array(wrap, { maxLength: 6 }),
      fc.constantFrom('file("x")', 'file ( "x" )', 'file\n(\n"x")'),
      (wraps, call) => {
        const reading = readTemplate(`a \${${wraps.reduce<string>((inner, each) => each(inner), call)}} b`);
        const calls =
          reading.kind === 'read' ? reading.segments.flatMap((each) => (each.kind === 'expression' ? each.calls : [])) : [];
        expect(calls).toContain('file');
      },
    ),
  );
});

test('whatever the text is, it is read or refused, and what is read loses nothing', () => {
  const piece = fc.constantFrom('${', '}', '$', '%', '{', '"', '\\', 'a', '.', '(', ')', ' ', '$${', '%{', '\n', '~', '/*');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const reading = readTemplate(text);
      const isLiteral = reading.kind === 'read' && reading.segments.every(({ kind }) => kind === 'text');
      // Only an escaped brace may make a text without expressions differ from what stands there.
      if (isLiteral) expect(outline(text)).toBe(text.replaceAll(/([$%])\1\{/g, '$1{'));
    }),
  );
});
