// What allowed resources may not do: reach other accounts and environments, borrow tags, send data away, open doors.
import { type Block, valuesAt } from '../document.ts';
import { isObject } from '../strict-json.ts';
import { namePrefixOf, parameterPrefixOf, prefixOf, type StackSubject, tagsOf } from '../subject.ts';
import { refusedArguments } from '../tables/arguments.ts';
import { valueRules } from '../tables/values.ts';
import { defineRules, type Finding, quoted, shown } from './rule.ts';

/** Twelve digits, not as a part of something longer: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
const accountId = /(?<![\w.-])\d{12}(?![\w-])/;

export const resourceRules = defineRules([
  {
    id: 'resource/argument',
    title: 'Some arguments are not given',
    why: 'They send data or credentials elsewhere, bring in what no rule reads, or open what is closed.',
    next: 'Leave the argument out.',
    check: ({ document }) =>
      document.blocks.flatMap((block) => {
        const refused = refusedArguments.filter(({ type }) => type === '*' || type === block.type);
        return block.entries.flatMap(({ key, at }) => {
          const row = refused.find(({ name }) => name === key);
          return row ? [{ at, reason: `${key} is given: ${row.why}` }] : [];
        });
      }),
  },
  {
    id: 'resource/value',
    title: 'Some arguments have the values they must have',
    why: 'They decide where data goes, who is let in, and whose names are taken.',
    next: "Refer to what is the stack's own, or leave the argument as the base branch has it.",
    check: ({ document, policy }) => document.blocks.flatMap((block) => valueFindings(block, policy.subject)),
  },
  {
    id: 'resource/account',
    title: 'No account is written out',
    why: 'The own account is asked for while planning; a number in a stack is that of another one.',
    next: 'Refer to data.aws_caller_identity.',
    check: ({ document }) =>
      document.blocks.flatMap(({ texts }) =>
        texts
          .filter(({ text }) => accountId.test(text))
          .map(({ at: place, text }) => ({ at: place, reason: `it has the number ${accountId.exec(text)?.[0]}` })),
      ),
  },
  {
    id: 'resource/environment',
    title: 'No other environment is named',
    why: 'A preview that names staging or production can stand in for it, watch it, or read from it.',
    next: 'Use names and parameters of the environment that the stack belongs to.',
    check: ({ document, policy }) => {
      return document.blocks.flatMap(({ texts }) =>
        texts.flatMap(({ at: place, text }) =>
          otherEnvironments(text, policy.subject).map((name) => ({ at: place, reason: `it names ${quoted(name)}` })),
        ),
      );
    },
  },
  {
    id: 'resource/tag',
    title: 'The tags of the environment stay as they are',
    why: 'What a role may reach follows from its tag Environment; a borrowed tag borrows the access.',
    next: 'Leave those tags to the default tags of the provider.',
    check: ({ document, policy }) => document.blocks.flatMap((block) => tagFindings(block, policy.subject)),
  },
]);

function valueFindings({ kind, type, body, at }: Block, subject: StackSubject): readonly Finding[] {
  if (kind === 'ephemeral') return [];
  return valueRules
    .filter((rule) => rule.type === type)
    .flatMap(({ path, allows, why, isRequired }) => {
      const found = valuesAt(body, path.split('.'), at);
      if (found.length === 0 && isRequired) return [{ at, reason: `${path} is missing: ${why}` }];
      return found
        .filter(({ value }) => isObject(value) || !allows(subject).test(String(value)))
        .map(({ value, at: place }) => ({ at: place, reason: `it is ${shown(value)}: ${why}` }));
    });
}

/** Names and parameters as all environments have them; Glue takes no hyphens. */
function environmentNameOf(subject: StackSubject): RegExp {
  return new RegExp(`\\b${namePrefixOf(subject)}[-_][\\w-]*|/opsdeck/[\\w-]*`, 'g');
}

function otherEnvironments(text: string, subject: StackSubject): readonly string[] {
  const prefix = prefixOf(subject);
  return (text.match(environmentNameOf(subject)) ?? []).filter((found) => {
    if (found.startsWith('/')) return `${found}/` !== parameterPrefixOf(subject);
    const name = found.replaceAll('_', '-');
    return name !== prefix && !name.startsWith(`${prefix}-`);
  });
}

function tagFindings({ entries }: Block, subject: StackSubject): readonly Finding[] {
  const own = new Map(Object.entries(tagsOf(subject)).map(([name, value]) => [name.toLowerCase(), value]));
  return entries
    .filter(({ key }) => key === 'tags' || key === 'tags_all')
    .flatMap(({ value, at: place }) => {
      if (!isObject(value)) return [{ at: place, reason: 'they are computed' }];
      return Object.entries(value)
        .filter(([name, wanted]) => own.has(name.toLowerCase()) && own.get(name.toLowerCase()) !== wanted)
        .map(([name, wanted]) => ({ at: [...place, name], reason: `${name} is ${shown(wanted)}` }));
    });
}
