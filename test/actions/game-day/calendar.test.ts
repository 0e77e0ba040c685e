// When game days may be played: what the configuration says, and what is wrong with one.
import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../../src/actions/chatops/config.ts';
import { decideCalendar, decideLateness } from '../../../src/actions/game-day/calendar.ts';
import { defaultConfig, type GameDayConfig, parseGameDayConfig } from '../../../src/actions/game-day/config.ts';

const whole = {
  environments: ['staging', 'production'],
  exams: [{ from: '2026-05-11', to: '2026-06-26', about: 'GCSE' }],
  window: { days: ['tuesday', 'wednesday'], from: '10:00', to: '15:00', timeZone: 'Europe/London' },
  latestStartMinutes: 30,
  leastBudgetPercent: 50,
  quietHours: 6,
};

const parse = (gameDays: unknown) => parseGameDayConfig(JSON.stringify({ gameDays }));

describe('the configuration', () => {
  test.each([
    ['no file', undefined],
    ['a file about other things', '{"commands":{}}'],
    ['an empty section', '{"gameDays":{}}'],
  ])('%s means the defaults', (_what, content) => {
    expect(parseGameDayConfig(content)).toEqual(defaultConfig);
  });

  test('is read whole', () => {
    const {
      window: { timeZone, ...window },
      ...rest
    } = whole;
    expect(parse(whole)).toEqual({ ...rest, window, timeZone });
  });

  test('stands in the same file as that of the commands', () => {
    expect(parseConfig(JSON.stringify({ gameDays: whole, commands: { 'game-day run': {} } }), ['game-day run']).size).toBe(1);
  });

  test('names every problem', () => {
    const problems = (gameDays: unknown): unknown => {
      try {
        return parse(gameDays);
      } catch (error) {
        return (error as { readonly details: readonly string[] }).details;
      }
    };
    expect(
      problems({
        environments: ['Staging'],
        exams: [{ from: '2026-02-30', to: '2026-06-26', about: 'GCSE' }],
        window: { days: ['caturday'], from: '25:00', to: '15:00', timeZone: 'Europe/Camelot' },
        quietHours: -1,
        quietHour: 3,
      }),
    ).toEqual([
      'gameDays.environments: expected a list, each the name of an environment',
      'gameDays.quietHours: expected a number from 0 to 168',
      'gameDays.exams[0].from: expected a day such as 2026-05-11',
      'gameDays.window.days: expected a list, each one of monday, tuesday, wednesday, thursday, friday, saturday, sunday',
      'gameDays.window.from: expected a time such as 09:30',
      'gameDays.window.timeZone: expected an IANA time zone such as Europe/London',
      'gameDays."quietHour": expected environments, exams, window, latestStartMinutes, leastBudgetPercent, quietHours',
    ]);
    expect(
      problems({ exams: [{ from: '2026-06-26', to: '2026-05-11', about: '' }], window: { ...whole.window, to: '09:00' } }),
    ).toEqual(['gameDays.exams[0]: ends before it begins', 'gameDays.window: ends before it begins']);
  });

  test.each(['', '[', '[]', '"gameDays"', '{"gameDays":[]}', '{"gameDays":null}'])('%j is refused', (content) => {
    expect(() => parseGameDayConfig(content)).toThrow(expect.objectContaining({ code: 'game-day/config' }));
  });
});

describe('the calendar', () => {
  const config: GameDayConfig = parse(whole);
  const between = (from: string, to: string) => decideCalendar(config, { from: new Date(from), to: new Date(to) });

  test.each([
    ['in winter, by the clock of London', '2026-01-06T10:00:00Z', '2026-01-06T10:30:00Z', undefined],
    ['in summer, an hour ahead of UTC', '2026-07-07T09:00:00Z', '2026-07-07T09:30:00Z', undefined],
    ['before it opens', '2026-01-06T09:59:00Z', '2026-01-06T10:30:00Z', 'it would last from tuesday 09:59 to 10:30'],
    ['when it would end too late', '2026-01-06T14:45:00Z', '2026-01-06T15:15:00Z', 'it would last from tuesday 14:45 to 15:15'],
    ['on another day', '2026-01-08T10:00:00Z', '2026-01-08T10:30:00Z', 'it would last from thursday 10:00 to 10:30'],
    ['on the first day of an exam', '2026-05-11T22:59:00Z', '2026-05-11T23:30:00Z', 'GCSE, from 2026-05-11 to 2026-06-26'],
    ['on the last one', '2026-06-26T10:00:00Z', '2026-06-26T10:30:00Z', 'GCSE'],
  ])('%s', (_when, from, to, because) => {
    expect(between(from, to)).toEqual(because === undefined ? undefined : expect.stringContaining(because));
  });

  test.each([
    ['on time', '2026-01-06T10:00:00Z', undefined],
    ['early', '2026-01-06T11:00:00Z', undefined],
    ['as late as may be', '2026-01-06T09:30:00Z', undefined],
    ['later', '2026-01-06T09:29:00Z', 31],
  ])('%s', (_when, scheduledFor, late) => {
    expect(decideLateness(new Date(scheduledFor), new Date('2026-01-06T10:00:00Z'), config)).toBe(late);
  });
});
