// Says by name what was left out, and closes with one plain line that a machine can read; CI forbids leaving anything out.
export default class LeftOutReporter {
  #forbidden;

  onRunComplete(_contexts, results) {
    const leftOut = results.testResults
      .flatMap((file) => file.testResults)
      .filter((test) => test.status === 'pending' || test.status === 'todo')
      .map((test) => test.fullName);
    for (const name of leftOut) process.stdout.write(`Left out: ${name}\n`);
    const { numPassedTests, numFailedTests, numFailedTestSuites } = results;
    const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
    process.stdout.write(`\n${numPassedTests} passed, ${failed} failed, ${leftOut.length} skipped\n`);
    if (leftOut.length > 0 && process.env.OPSDECK_TEST_ALL) this.#forbidden = `${leftOut.length} tests were left out`;
  }

  getLastError() {
    return this.#forbidden && new Error(`OPSDECK_TEST_ALL is set, but ${this.#forbidden}: install what they need.`);
  }
}
