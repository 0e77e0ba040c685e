// docs/explanation/capacity-and-cost.md: every table is what the code says, and the limits on the page predict the model's answers.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { previewContract } from '../../src/actions/preview/contract.ts';
import { defaultLifetimes } from '../../src/actions/preview/world.ts';
import { assumptions, planCapacity } from '../../src/stacks/capacity.ts';
import { profileNames, profiles } from '../../src/stacks/profiles.ts';
import {
  assumptionsTable,
  demandTable,
  gameDayTable,
  hourlyTable,
  monthlyTable,
  previewTable,
  pricedTable,
} from './support/capacity-tables.ts';

const page = readFileSync('docs/explanation/capacity-and-cost.md', 'utf8');

/** The section's tables, in their order. */
function tablesOf(heading: string): readonly string[] {
  const [, section = ''] = new RegExp(`^## ${heading}\n(.*?)(?=^## |$(?![\\s\\S]))`, 'ms').exec(page) ?? [];
  return [...section.matchAll(/(?:^\|.*\|$\n?)+/gm)].map(([table]) => table.trimEnd());
}

/** First cell to the number in the second. */
function numbersIn(table = ''): readonly (readonly [name: string, value: number])[] {
  const rows = table.split('\n').slice(2);
  return rows.map((row) => {
    const [, name = '', value = ''] = row.split('|').map((cell) => cell.trim());
    return [name, Number(value.replace(/,| GiB/g, ''))];
  });
}

// What differs has to be copied from here into the page.
describe('says what the code says', () => {
  test.each([
    ['What is assumed', assumptionsTable],
    ['From students to sizes', demandTable],
    ['What is billed by the hour', hourlyTable],
    ['What is billed by the month', monthlyTable],
    ['What it costs', pricedTable],
    ['What a preview costs', previewTable],
    ['What a game day costs', gameDayTable],
  ])('%s', (heading, render) => {
    expect(tablesOf(heading)).toEqual([render()]);
  });

  test('how long a preview lives', () => {
    expect(previewContract.inputs.lifetime.default).toBe('3d');
    expect(page).toContain('three days after the last push');
    expect(page).toContain(`more than ${defaultLifetimes.maximumLifetimeSeconds / 86_400} days`);
  });
});

describe('the limits on the page', () => {
  const [classes, nodes] = tablesOf('What AWS says').map(numbersIn);
  const [shardRecords, shardMegabytes] = [...(/takes \[([\d,]+) records and (\d+) MB/.exec(page) ?? [])]
    .slice(1)
    .map((text) => Number(text.replace(',', '')));
  const usable = Number(/use \[(\d+) % of a cache node/.exec(page)?.[1]) / 100;
  const mostStudents = 710_000;

  test('predict class, node and shards for any number of students', () => {
    const { connectionsPerTask, sessionBytes, headroom, eventsPerStudentPerMinute, bytesPerEvent } = assumptions;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostStudents }), fc.constantFrom(2, 3), (students, zones) => {
        const { tasks, databaseClass, cacheNode, shards } = planCapacity(students, zones);
        const connections = tasks.max * connectionsPerTask.value;
        const gib = (students * sessionBytes.value * headroom.value) / usable / 1024 ** 3;
        const records = (students * eventsPerStudentPerMinute.value * headroom.value) / 60;
        const megabytes = (records * bytesPerEvent.value) / 1e6;
        expect({ databaseClass, cacheNode, shards }).toEqual({
          databaseClass: (classes?.find(([, most]) => most >= connections) ?? classes?.at(-1))?.[0],
          cacheNode: nodes?.find(([, memory]) => memory >= gib)?.[0],
          shards: Math.ceil(Math.max(1, records / (shardRecords ?? 0), megabytes / (shardMegabytes ?? 0))),
        });
      }),
    );
  });

  test('end where the page says', () => {
    expect(page).toContain('More than 710,000 students');
    expect(planCapacity(mostStudents, 3).cacheNode).toBe(nodes?.at(-1)?.[0]);
    expect(() => planCapacity(mostStudents + 1000, 3)).toThrow(RangeError);
    expect(page).toContain('from 125,000 students on');
    expect(planCapacity(125_000, 3).databaseConnections).toBe(classes?.at(-1)?.[1]);
  });

  test('have the sources that stand in the code', () => {
    const sources = readFileSync('src/stacks/capacity.ts', 'utf8').matchAll(/https:\/\/docs\.aws\.amazon\.com\/[^\s*;]+/g);
    const links = [...sources].map(([link]) => link).filter((link) => !link.includes('Concepts.DBInstanceClass'));
    expect(links.filter((link) => !page.includes(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(3);
  });
});

test('words about the assumptions and the peak are those of the model', () => {
  expect(page).toContain(`One for ${assumptions.studentsPerTask.value} students`);
  expect(1 / assumptions.idleShare.value).toBe(20);
  const { tasks } = planCapacity(profiles.production.concurrentStudents, profiles.production.zones);
  expect(page).toContain(`an hour of production's peak has ${tasks.max / tasks.min} times the tasks`);
});

test('no price stands there that is not dated, and every profile has its column', () => {
  const [priced = ''] = tablesOf('What it costs');
  const rows = priced.split('\n').slice(2, -1);
  expect(rows.filter((row) => !/\| \d{4}-\d\d-\d\d \|/.test(row) || !/\]\(https:\/\/aws\.amazon\.com\//.test(row))).toEqual([]);
  expect(profileNames.filter((name) => !priced.includes(name))).toEqual([]);
});
