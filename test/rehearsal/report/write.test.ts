import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { renderReport } from '../../../src/rehearsal/report/render.ts';
import { writeReport } from '../../../src/rehearsal/report/write.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { sampleReport } from './sample.ts';

const folder = temporaryFolder();

test('the report is written into a folder that is not there yet, over one that is, and nothing else is left', async () => {
  const file = join(folder(), 'rehearsal', 'report.html');
  await writeReport(file, { ...sampleReport, title: 'The one before' });
  await writeReport(file, sampleReport);
  expect(readFileSync(file, 'utf8')).toBe(renderReport(sampleReport));
  expect(readdirSync(join(folder(), 'rehearsal'))).toEqual(['report.html']);
});

test('a folder that cannot be written to is told, with what to do', async () => {
  writeFileSync(join(folder(), 'rehearsal'), 'a file');
  const written = writeReport(join(folder(), 'rehearsal', 'report.html'), sampleReport);
  await expect(written).rejects.toMatchObject({
    code: 'rehearsal/report-not-written',
    message: expect.stringContaining('rehearsal/report.html'),
    next: expect.stringContaining('folder'),
  });
  expect(readFileSync(join(folder(), 'rehearsal'), 'utf8')).toBe('a file');
});
