// The bundles of the Lambda functions: what is committed is what the sources give.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { bundleFunctions, functionNames } from '../../src/projen/function-bundles.ts';

describe('the committed bundles', () => {
  test('are made of the sources as they are', async () => {
    for (const { path, bytes } of await bundleFunctions())
      expect(readFileSync(path, 'utf8')).toBe(Buffer.from(bytes).toString('utf8'));
  });

  test('are of all functions that there are', () => {
    const folders = readdirSync('src/functions', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...functionNames]).toEqual(folders.map(({ name }) => name));
  });

  test.each(functionNames)('%s brings nothing that Lambda has itself', (name) => {
    const imports = [...readFileSync(`dist/functions/${name}.mjs`, 'utf8').matchAll(/^import .* from "([^"]+)";$/gm)].map(
      ([, from]) => from,
    );
    expect(imports.filter((from) => !/^(?:node:|@aws-sdk\/)/.test(String(from)))).toEqual([]);
  });
});
