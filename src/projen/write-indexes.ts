// Writes the lists of definitions before anything reads them: workflows and documents of the same run have what was just added.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { indexFile } from './definition-index.ts';
import { definitionIndexes } from './definition-indexes.ts';

for (const options of definitionIndexes) {
  const { path, lines } = indexFile('.', options);
  const content = lines.join('\n');
  if (readFileSync(path, 'utf8') === content) continue;
  // What projen writes may only be read.
  chmodSync(path, 0o644);
  writeFileSync(path, content);
}
