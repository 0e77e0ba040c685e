// Says by name what was left out, which nothing may be, and closes with one plain line that a machine can read.
export default class LeftOutReporter {
  #leftOut = [];

  onRunComplete(_contexts, results) {
    this.#leftOut = results.testResults
      .flatMap((file) => file.testResults)
      .filter((test) => test.status === 'pending' || test.status === 'todo')
      .map((test) => test.fullName);
    for (const name of this.#leftOut) process.stdout.write(`Left out: ${name}\n`);
    const { numPassedTests, numFailedTests, numFailedTestSuites } = results;
    const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
    process.stdout.write(`\n${numPassedTests} passed, ${failed} failed, ${this.#leftOut.length} skipped\n`);
  }

  getLastError() {
    if (this.#leftOut.length > 0) return new Error(`${this.#leftOut.length} tests were left out.`);
  }
}
