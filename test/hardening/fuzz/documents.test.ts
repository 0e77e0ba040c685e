// Documents of the state bucket that are nearly ours: whole or corrupt, told in a few words, and never a broken reader.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseGoodServices } from '../../../src/actions/deploy/good.ts';
import { parseJournal as parseDeployJournal } from '../../../src/actions/deploy/journal.ts';
import { parseHold } from '../../../src/actions/environment/hold.ts';
import { parseGameDay, parseHistory } from '../../../src/actions/game-day/journal-fields.ts';
import { parseLease } from '../../../src/actions/preview/lease.ts';
import { parseLock } from '../../../src/actions/preview/lock.ts';
import { parseSlotHolder } from '../../../src/actions/preview/slots.ts';
import { parseJournal as parseRunbookJournal } from '../../../src/actions/runbook/engine/journal-fields.ts';
import { parseIncident, parseStorm } from '../../../src/actions/runbook/incident/incident.ts';
import type { Parsed } from '../../../src/define/fields.ts';
import { documents } from './corpus/documents.ts';
import { expedition, mutatedValue } from './support/mutate.ts';

type Read = (value: unknown) => Parsed<unknown>;

const readers: readonly (readonly [keyof typeof documents, Read])[] = [
  ['lock', parseLock],
  ['lease', (value) => parseLease(value, 7)],
  ['slot', parseSlotHolder],
  ['hold', parseHold],
  ['incident', parseIncident],
  ['storm', parseStorm],
  ['goods', (value) => parseGoodServices(value, 'staging')],
  ['deploy', (value) => parseDeployJournal(value, 'staging')],
  ['gameDay', parseGameDay],
  ['runbook', (value) => parseRunbookJournal(value, 'staging', 'service/app')],
];

/** What a failure says of it. */
const mostWords = 4_000;

test.each(readers)('%s: the one that this begins with is whole', (name, read) => {
  expect(read(documents[name])).toMatchObject({ kind: 'valid' });
});

test.each(readers)('%s', (name, read) => {
  fc.assert(
    fc.property(mutatedValue([documents[name]]), (value) => {
      const parsed = read(value);
      if (parsed.kind === 'corrupt') {
        expect(parsed.problems.length).toBeGreaterThan(0);
        expect(parsed.problems.join('; ').length).toBeLessThan(mostWords);
        // What is written again is what was read.
      } else expect(read(JSON.parse(JSON.stringify(parsed.value)))).toEqual(parsed);
    }),
    expedition,
  );
});

test.each(readers)('%s: any other JSON is corrupt', (_name, read) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => expect(read(value).kind).toBe('corrupt')),
    expedition,
  );
});

test('a history keeps what is whole of it', () => {
  fc.assert(
    fc.property(mutatedValue([[documents.past, documents.past], { past: [documents.past] }]), (value) => {
      expect(parseHistory(value).length).toBeLessThanOrEqual(1_000);
    }),
    expedition,
  );
});
