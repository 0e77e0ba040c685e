// Writes the bundles of the Lambda functions to dist/functions/, which is committed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundleFunctions } from './function-bundles.ts';

for (const { path, bytes } of await bundleFunctions()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
