// Makes a folder that the test files of one run share: see made-once.ts.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setUp() {
  process.env.OPSDECK_TEST_RUN = mkdtempSync(join(tmpdir(), 'opsdeck-test-run-'));
}
