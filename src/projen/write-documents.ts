// Writes the documentation that derives from definitions, once projen has written the lists of them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { contracts } from '../actions/contracts.ts';
import { configSchema } from './config-schema.ts';
import { renderConfigurationPage } from './configuration-page.ts';
import { renderDocuments, runbooksFolder } from './documents.ts';
import { fillBlock, type Numbers, renderNumbers } from './numbers.ts';
import { writePages } from './write-pages.ts';

// Written by the rehearsal of the runbooks, when it is asked to record.
const measuredFile = `${runbooksFolder}/measured.json`;
const { pages, runbookPages } = renderDocuments(existsSync(measuredFile) ? readFileSync(measuredFile, 'utf8') : undefined);
for (const [path, content] of Object.entries(pages)) writeFileSync(path, content);
writePages(runbooksFolder, runbookPages);
writeFileSync('docs/configuration.md', renderConfigurationPage(configSchema, contracts));

// Written by the benchmarks.
const numbersFile = 'bench/results.json';
if (existsSync(numbersFile)) {
  const numbers = renderNumbers(JSON.parse(readFileSync(numbersFile, 'utf8')) as Numbers);
  writeFileSync('README.md', fillBlock(readFileSync('README.md', 'utf8'), 'numbers', numbers));
}
