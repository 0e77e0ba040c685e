// Takes the shared folder of a test run away.
import { rmSync } from 'node:fs';

export default function tearDown() {
  rmSync(process.env.OPSDECK_TEST_RUN, { recursive: true, force: true });
}
