// Verbs and arguments, the good and the bad: every mistake of a comment is told at once, with how it is written properly.
import { describe, expect, test } from '@jest/globals';
import { commands } from '../../../../src/actions/chatops/commands/index.ts';
import { parseComment } from '../../../../src/actions/chatops/language/parse-comment.ts';
import { command } from '../../../../src/define/command.ts';
import { outcome } from './support/outcome.ts';

const digest = '3f9c0a71b2de';

describe('words that are no verbs', () => {
  const instead = (word: string, verb: string) => `refused: there is no \`${word}\`; you probably mean \`/${verb}\``;

  test.each([
    ['a path', '/etc/passwd', 'none'],
    ['a path that begins like a verb', '/plan/staging.json', 'none'],
    ['a command of somebody else', '/lgtm', 'none'],
    ['another, with arguments', '/assign @somebody', 'none'],
    ['two slips', '/plxx', 'none'],
    ['a letter more', '/plans', instead('/plans', 'plan')],
    ['a letter fewer', '/pln', instead('/pln', 'plan')],
    ['another letter', '/plam', instead('/plam', 'plan')],
    ['two letters swapped', '/paln', instead('/paln', 'plan')],
    ['upper case', '/Plan', instead('/Plan', 'plan')],
    ['all upper case', '/PLAN', instead('/PLAN', 'plan')],
    ['a full stop behind it', '/plan.', instead('/plan.', 'plan')],
    ['a question mark', '/status?', instead('/status?', 'status')],
    ['a colon', '/apply: plan=1', instead('/apply:', 'apply')],
    ['a slip before arguments', '/locl reason="x"', instead('/locl', 'lock')],
    ['between two verbs', '/nlock', instead('/nlock', 'lock')],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toBe(expected);
  });
});

describe('verbs of two words', () => {
  test.each([
    ['both', '/preview status', '/preview status'],
    ['more than one space', '/preview    status', '/preview status'],
    ['only the first', '/preview', 'refused: `/preview` is followed by one of `deploy`, `destroy`, `extend`, `status`'],
    ['prose', '/preview is down', 'refused: `/preview` is followed by one of `deploy`, `destroy`, `extend`, `status`'],
    ['a slip in the second', '/preview destory', 'refused: there is no `/preview destory`; you probably mean `/preview destroy`'],
    [
      'upper case in the second',
      '/preview Destroy',
      'refused: there is no `/preview Destroy`; you probably mean `/preview destroy`',
    ],
    [
      'a flag between them',
      '/preview --force destroy',
      'refused: `/preview` is followed by one of `deploy`, `destroy`, `extend`, `status`',
    ],
    ['a hyphen', '/preview-destroy', 'none'],
    ['the second alone', '/destroy', 'none'],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toBe(expected);
  });
});

describe('arguments that are good', () => {
  test.each([
    ['/help', '/help'],
    ['/help plan', '/help plan'],
    ['/help preview', '/help preview'],
    ['/help preview   destroy', '/help preview destroy'],
    ['/plan', '/plan'],
    ['/plan staging', '/plan staging'],
    ['/plan pr-12', '/plan pr-12'],
    ['/preview extend 24h', '/preview extend 24h'],
    ['/preview extend 90m', '/preview extend 90m'],
    ['/preview extend 14d', '/preview extend 14d'],
    [`/apply plan=${digest}`, `/apply plan=${digest}`],
    [`/apply plan="${digest}"`, `/apply plan=${digest}`],
    [`/apply plan=${'0123456789abcdef'.repeat(4)}`, `/apply plan=${'0123456789abcdef'.repeat(4)}`],
    ['/lock reason="load test"', '/lock reason="load test" for=8h'],
    ['/lock for=2d reason=drill production', '/lock production reason="drill" for=2d'],
    ['/lock reason="a = b, --force, /plan"', '/lock reason="a = b, --force, /plan" for=8h'],
    ['/lock reason=a=b', '/lock reason="a=b" for=8h'],
    ['/unlock', '/unlock'],
    ['/unlock --force', '/unlock --force'],
    ['/unlock --force staging', '/unlock staging --force'],
    ['/cancel', '/cancel'],
    ['/status', '/status'],
  ])('%s', (body, expected) => {
    expect(outcome(body)).toBe(expected);
  });

  test('are the text that stood there; what is left out and has no default is not there', () => {
    expect(parseComment('/lock reason="x"\n/unlock --force', commands)).toEqual({
      kind: 'commands',
      commands: [
        { name: 'lock', arguments: { reason: 'x', for: '8h' } },
        { name: 'unlock', arguments: { force: true } },
      ],
    });
  });
});

describe('arguments that are not', () => {
  const aDuration = 'has to be a duration such as `90m`, `24h` or `3d`, at most';
  const aDigest = '`plan` has to be the digest of a plan (12 to 64 of 0-9 and a-f)';
  const anEnvironment = '`environment` has to be the name of an environment (2 to 12 lower case letters, digits, single hyphens)';
  const quotes = 'quotes are straight and around a whole value, `key="some words"`, unlike in';

  test.each([
    ['prose behind a verb', '/plan looks good to me', 'nothing is expected where it says `good to me`'],
    ['prose behind a verb without arguments', '/status quo', 'nothing is expected where it says `quo`'],
    ['a duration without a unit', '/preview extend 24', `\`duration\` ${aDuration} 14 days, not \`24\``],
    ['no duration at all', '/preview extend', '`duration` is missing'],
    ['no time', '/preview extend 0h', `\`duration\` ${aDuration} 14 days, not \`0h\``],
    ['too much time', '/preview extend 15d', `\`duration\` ${aDuration} 14 days, not \`15d\``],
    ['too much time in other words', '/preview extend 337h', `\`duration\` ${aDuration} 14 days, not \`337h\``],
    ['time that is gone', '/preview extend -3h', `\`duration\` ${aDuration} 14 days, not \`-3h\``],
    ['digits without end', '/preview extend 1000000h', `\`duration\` ${aDuration} 14 days, not \`1000000h\``],
    ['a fraction', '/preview extend 1.5d', `\`duration\` ${aDuration} 14 days, not \`1.5d\``],
    [
      'two words for a duration',
      '/preview extend 24 h',
      `nothing is expected where it says \`h\`; \`duration\` ${aDuration} 14 days, not \`24\``,
    ],
    [
      'a duration with its name',
      '/preview extend duration=24h',
      '`duration` is given without its name, as `<duration>` alone; `duration` is missing',
    ],
    ['no digest', '/apply', '`plan` is missing'],
    ['an empty digest', '/apply plan=', `${aDigest}, and is empty`],
    ['an empty digest in quotes', '/apply plan=""', `${aDigest}, and is empty`],
    ['a short digest', '/apply plan=3f9c0a71b2d', `${aDigest}, not \`3f9c0a71b2d\``],
    ['a long digest', `/apply plan=${'a'.repeat(65)}`, `${aDigest}, not \`${'a'.repeat(22)} ... 22 more ... ${'a'.repeat(21)}\``],
    ['a digest in upper case', '/apply plan=3F9C0A71B2DE', `${aDigest}, not \`3F9C0A71B2DE\``],
    ['a digest as a word', `/apply ${digest}`, `nothing is expected where it says \`${digest}\`; \`plan\` is missing`],
    ['a digest twice', `/apply plan=${digest} plan=${digest}`, '`plan` is given more than once'],
    ['two digests', `/apply plan=${digest} plan=000000000000`, '`plan` is given more than once'],
    ['a flag that there is not', `/apply plan=${digest} --auto-approve`, 'there is no `--auto-approve`'],
    ['an environment in upper case', '/plan Staging', `${anEnvironment}, not \`Staging\``],
    ['an environment that is too long', '/plan environment-name', `${anEnvironment}, not \`environment-name\``],
    ['an environment of one letter', '/plan a', `${anEnvironment}, not \`a\``],
    ['an environment with two hyphens', '/plan a--b', `${anEnvironment}, not \`a--b\``],
    ['an environment that ends with one', '/plan ab-', `${anEnvironment}, not \`ab-\``],
    ['a path as an environment', '/plan ../prod', `${anEnvironment}, not \`../prod\``],
    ['an environment in quotes', '/plan "staging"', `${quotes} \`"staging"\``],
    ['no reason', '/lock staging', '`reason` is missing'],
    ['an empty reason', '/lock reason=""', '`reason` has to be a text of at most 200 characters, and is empty'],
    ['a blank reason', '/lock reason="  "', '`reason` has to be a text of at most 200 characters, not `    `'],
    ['a reason that is never closed', '/lock reason="load test', `${quotes} \`reason="load test\`; \`reason\` is missing`],
    [
      'a reason that goes on behind its quotes',
      '/lock reason="load"test',
      `${quotes} \`reason="load"test\`; \`reason\` is missing`,
    ],
    ['quotes in the middle', '/lock reason=lo"ad"', `${quotes} \`reason=lo"ad"\`; \`reason\` is missing`],
    ['curly quotes', '/lock reason=\u201cload test\u201d', `${quotes} \`reason=\u201cload test\u201d\`; \`reason\` is missing`],
    ['a key with a slip', '/lock reson="x"', 'there is no `reson=`; you probably mean `reason=`; `reason` is missing'],
    ['a key that there is not', '/lock reason=x colour=red', 'there is no `colour=`'],
    ['a flag with a slip', '/unlock --froce', 'there is no `--froce`; you probably mean `--force`'],
    ['a flag with a value', '/unlock --force=true', '`--force` takes no value'],
    ['a flag as a pair', '/unlock force=true', '`force` is a flag: `--force`'],
    ['a flag twice', '/unlock --force --force', '`force` is given more than once'],
    ['a pair as a flag', '/lock --reason=x', 'there is no `--reason`; `reason` is missing'],
    ['two hyphens alone', '/unlock staging --', 'nothing is expected where it says `--`'],
    ['help about nothing', '/help me', '`command` has to be the name of a command, without its slash, not `me`'],
    ['help with a slash', '/help /plan', '`command` has to be the name of a command, without its slash, not `/plan`'],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toBe(`refused: ${expected}`);
  });

  test('are told with the line and the usage, all of them at once', () => {
    const parsed = parseComment('/lock reson="x" for=99d\ntext\n/preview extend\n/status', commands);
    const usage = '/lock [environment] reason="…" [for=8h]';
    const line = '/lock reson="x" for=99d';
    expect(parsed).toEqual({
      kind: 'refused',
      problems: [
        { line, usage, what: 'there is no `reson=`; you probably mean `reason=`' },
        { line, usage, what: `\`for\` ${aDuration} 7 days, not \`99d\`` },
        { line, usage, what: '`reason` is missing' },
        { line: '/preview extend', usage: '/preview extend <duration>', what: '`duration` is missing' },
      ],
    });
  });

  test('are at most five of a line', () => {
    const parsed = parseComment('/status --a --b --c --d --e --f --g', commands);
    expect(parsed.kind === 'refused' && parsed.problems).toHaveLength(5);
  });
});

describe('a choice', () => {
  const drill = command({
    name: 'drill',
    about: 'Practise',
    arguments: {
      what: { kind: 'choice', form: 'word', required: true, choices: ['plan', 'run'], about: 'What to do' },
      where: { kind: 'choice', form: 'pair', choices: ['here', 'there'], default: 'here', about: 'Where' },
    },
    permission: 'write',
    mutates: true,
    needsTerraformJson: false,
    job: 'environment',
  });

  test.each([
    ['/drill run', { kind: 'commands', commands: [{ name: 'drill', arguments: { what: 'run', where: 'here' } }] }],
    ['/drill plan where=there', { kind: 'commands', commands: [{ name: 'drill', arguments: { what: 'plan', where: 'there' } }] }],
  ])('that is one of them: %s', (body, expected) => {
    expect(parseComment(body, [drill])).toEqual(expected);
  });

  test('that is none of them', () => {
    const usage = '/drill <plan|run> [where=here]';
    const line = '/drill rum where=away';
    expect(parseComment(line, [drill])).toEqual({
      kind: 'refused',
      problems: [
        { line, usage, what: '`what` has to be one of `plan`, `run`, not `rum`; you probably mean `run`' },
        { line, usage, what: '`where` has to be one of `here`, `there`, not `away`' },
      ],
    });
  });
});

describe('several commands', () => {
  test.each([
    ['in their order', '/plan\n/preview deploy\n/status', '/plan & /preview deploy & /status'],
    ['with text between them', 'First\n/plan\nand then\n/cancel\nThanks', '/plan & /cancel'],
    ['the same one twice', '/plan\n/plan', '/plan & /plan'],
    ['five', '/plan\n'.repeat(5), '/plan & /plan & /plan & /plan & /plan'],
    ['six, of which none runs', '/plan\n'.repeat(6), 'refused: a comment has at most 5 commands, and this is one more'],
    ['a good one and a bad one, of which none runs', '/plan\n/apply', 'refused: `plan` is missing'],
    [
      'a good one and a near one, of which none runs',
      '/plan\n/cancle',
      'refused: there is no `/cancle`; you probably mean `/cancel`',
    ],
    ["a good one and somebody else's", '/plan\n/lgtm', '/plan'],
    [
      'on one line, which is prose',
      '/plan /cancel',
      expect.stringMatching(/^refused: `environment` has to be .*, not `\/cancel`$/),
    ],
    ['five and some in code', `${'/plan\n'.repeat(5)}\n\`\`\`\n/plan\n\`\`\``, '/plan & /plan & /plan & /plan & /plan'],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toEqual(expected);
  });
});
